import { computed, shallowRef } from 'vue'
import { useCommand } from '@kit/graphql/useCommand'
import { today } from '@kit/i18n/format'
import type {
  DocumentIn,
  EducationIn,
  EmploymentIn,
  FamilyIn,
  HonourIn,
  OtherNameIn,
  TitleIn,
} from '@kit/graphql/schema.gql'
import type { Refusal } from '@kit/graphql/errors'
import type { Field, Values } from '@/ui/form'
import { done } from '@/ui/toast'
import * as fields from './fields'
import {
  AddEducationDocument,
  AddEmploymentDocument,
  AddFamilyMemberDocument,
  AddHonourDocument,
  AddIdentityDocumentDocument,
  AddTalentNameDocument,
  AddTitleDocument,
  EndEmploymentDocument,
  GrantLevelDocument,
  MoveTalentDocument,
} from './talentCommands.gql'
import type { Person } from './timeline'
import { t as station } from './stationTexts'
import { t } from './talentTexts'

type Told = Record<string, string | boolean | null>
export type Adding = {
  title: string
  fields: readonly Field[]
  initial?: Values
  text?: string
  act: (told: Told) => Promise<Refusal | undefined>
}
export const STATIONS = ['employment', 'education', 'title', 'honour', 'name', 'document', 'family'] as const
export type Station = (typeof STATIONS)[number]

async function say(
  run: Promise<unknown>,
  command: { readonly refusal: { readonly value: Refusal | undefined } },
): Promise<Refusal | undefined> {
  if (await run) done(t('saved'))
  return command.refusal.value
}

/** What can be added to a person's record, each as a short form. `levels`: the catalogue's, by code. */
export function useStations(person: () => Person, levels: () => Readonly<Record<string, string>>) {
  const commands = {
    employment: useCommand(AddEmploymentDocument),
    education: useCommand(AddEducationDocument),
    title: useCommand(AddTitleDocument),
    honour: useCommand(AddHonourDocument),
    name: useCommand(AddTalentNameDocument),
    document: useCommand(AddIdentityDocumentDocument),
    family: useCommand(AddFamilyMemberDocument),
  }
  const end = useCommand(EndEmploymentDocument)
  const grant = useCommand(GrantLevelDocument)
  const move = useCommand(MoveTalentDocument)
  const adding = shallowRef<Adding>()
  const talentId = computed(() => person().id)

  const forms: Record<Station, () => Adding> = {
    employment: () => ({
      title: station('add.employment'),
      fields: fields.employment,
      initial: { kind: 'FULL', main: true },
      act: (told) =>
        say(
          commands.employment.run({ talentId: talentId.value, employment: told as unknown as EmploymentIn }),
          commands.employment,
        ),
    }),
    education: () => ({
      title: station('add.education'),
      fields: fields.education,
      initial: { fullTime: true },
      act: (told) =>
        say(
          commands.education.run({ talentId: talentId.value, education: told as unknown as EducationIn }),
          commands.education,
        ),
    }),
    title: () => ({
      title: station('add.title'),
      fields: fields.title,
      initial: { rank: 'NONE' },
      act: (told) =>
        say(commands.title.run({ talentId: talentId.value, title: told as unknown as TitleIn }), commands.title),
    }),
    honour: () => ({
      title: station('add.honour'),
      fields: fields.honour,
      initial: { grade: 'OTHER' },
      act: (told) =>
        say(commands.honour.run({ talentId: talentId.value, honour: told as unknown as HonourIn }), commands.honour),
    }),
    name: () => ({
      title: station('add.name'),
      fields: fields.otherName,
      initial: { kind: 'FORMER' },
      act: (told) =>
        say(commands.name.run({ talentId: talentId.value, name: told as unknown as OtherNameIn }), commands.name),
    }),
    document: () => ({
      title: station('add.document'),
      text: station('add.documentHelp'),
      fields: fields.document,
      initial: { kind: 'RESIDENT_ID' },
      act: (told) =>
        say(
          commands.document.run({ talentId: talentId.value, document: told as unknown as DocumentIn }),
          commands.document,
        ),
    }),
    family: () => ({
      title: station('add.family'),
      text: station('add.familyHelp'),
      fields: fields.family,
      act: (told) =>
        say(commands.family.run({ talentId: talentId.value, member: told as unknown as FamilyIn }), commands.family),
    }),
  }
  const add = (one: Station) => (adding.value = forms[one]())
  const endEmployment = (employmentId: string, employer: string) =>
    (adding.value = {
      title: station('add.end'),
      text: employer,
      fields: [
        { key: 'endedOn', label: station('station.endedOn'), kind: 'date', required: true, past: true },
        { key: 'reason', label: station('station.endReason'), max: 120 },
      ],
      initial: { endedOn: today() },
      act: ({ endedOn, reason }) =>
        say(end.run({ employmentId, endedOn: String(endedOn), reason: reason as string | null }), end),
    })
  const grantLevel = () =>
    (adding.value = {
      title: station('add.level'),
      text: station('add.levelHelp'),
      fields: [
        { key: 'level', label: t('level'), kind: 'choice', choices: levels() },
        { key: 'since', label: station('station.since'), kind: 'date', required: true, past: true },
        { key: 'basis', label: station('station.basis'), required: true, max: 200 },
      ],
      initial: { since: today() },
      act: ({ level, since, basis }) =>
        say(
          grant.run({
            talentId: talentId.value,
            version: person().version,
            level: level as string | null,
            since: String(since),
            basis: String(basis),
          }),
          grant,
        ),
    })
  const moveTo = () =>
    (adding.value = {
      title: station('add.move'),
      text: station('add.moveHelp', { unit: person().unit.name }),
      fields: [{ key: 'unitId', label: t('unit'), kind: 'unit', required: true }],
      act: ({ unitId }) =>
        say(move.run({ talentId: talentId.value, version: person().version, unitId: String(unitId) }), move),
    })
  return { adding, add, endEmployment, grantLevel, moveTo }
}
