import { useQuery } from '@urql/vue'
import { shallowRef } from 'vue'
import type { Refusal } from '@kit/graphql/errors'
import type { Commissioner, LeaderLevel, UnitKind } from '@kit/graphql/schema.gql'
import { useCommand } from '@kit/graphql/useCommand'
import { today } from '@kit/i18n/format'
import { labels } from '@kit/i18n/labels'
import type { Field, Values } from '@/ui/form'
import { done } from '@/ui/toast'
import {
  AppointDocument,
  CloseUnitDocument,
  CreatePostDocument,
  CreateUnitDocument,
  EndAppointmentDocument,
  JoinGroupDocument,
  LeadingGroupsDocument,
  LeaveGroupDocument,
  RenameUnitDocument,
  type UnitPageQuery,
} from './org.gql'
import { t } from './texts'

export type Unit = NonNullable<UnitPageQuery['unit']>
type Said = Record<string, string | boolean | null>
/** A form that is open: what it asks, and what it does. */
export type Asking = {
  title: string
  text?: string
  fields: Field[]
  initial?: Values
  act: (said: Said) => Promise<Refusal | undefined>
}

const word = (said: string | boolean | null | undefined) => (typeof said === 'string' ? said : null)
const date = (key: string, label: string, required = false): Field => ({ key, label, kind: 'date', required })

/** What may be done to a unit, its posts and its memberships, each as a form. */
export function useUnitActs(changed: () => void) {
  const create = useCommand(CreateUnitDocument)
  const rename = useCommand(RenameUnitDocument)
  const close = useCommand(CloseUnitDocument)
  const post = useCommand(CreatePostDocument)
  const appoint = useCommand(AppointDocument)
  const end = useCommand(EndAppointmentDocument)
  const join = useCommand(JoinGroupDocument)
  const leave = useCommand(LeaveGroupDocument)
  const { data: groups } = useQuery({ query: LeadingGroupsDocument, variables: {} })
  const asking = shallowRef<Asking>()

  async function after(
    answer: Promise<unknown>,
    command: { refusal: { readonly value: Refusal | undefined } },
    words: string,
  ): Promise<Refusal | undefined> {
    if (!(await answer)) return command.refusal.value
    done(words)
    changed()
    return undefined
  }
  const from = { validFrom: today() }

  return {
    asking,
    createBelow: (unit: Unit) =>
      (asking.value = {
        title: `${t('create')}：${unit.shortName}`,
        fields: [
          { key: 'name', label: t('name'), required: true, max: 80 },
          { key: 'shortName', label: t('shortName'), max: 40 },
          { key: 'kind', label: t('kind'), kind: 'choice', choices: labels.UnitKind, required: true },
          { key: 'code', label: t('code'), required: true, max: 40 },
          { key: 'divisionCode', label: t('division'), max: 12 },
          { key: 'supervisorId', label: t('supervisor'), kind: 'unit' },
          date('validFrom', t('from')),
        ],
        initial: from,
        act: (said) =>
          after(
            create.run({
              parentId: unit.id,
              kind: said.kind as UnitKind,
              code: String(said.code),
              name: String(said.name),
              shortName: word(said.shortName),
              divisionCode: word(said.divisionCode),
              supervisorId: word(said.supervisorId),
              validFrom: word(said.validFrom),
            }),
            create,
            t('done.created'),
          ),
      }),
    rename: (unit: Unit) =>
      (asking.value = {
        title: `${t('rename')}：${unit.shortName}`,
        text: t('renameHelp'),
        fields: [
          { key: 'name', label: t('name'), required: true, max: 80 },
          { key: 'shortName', label: t('shortName'), max: 40 },
          date('fromDay', t('from')),
        ],
        initial: { name: unit.name, shortName: unit.shortName, fromDay: today() },
        act: (said) =>
          after(
            rename.run({
              unitId: unit.id,
              name: String(said.name),
              shortName: word(said.shortName),
              fromDay: word(said.fromDay),
            }),
            rename,
            t('done.renamed'),
          ),
      }),
    close: (unit: Unit) =>
      (asking.value = {
        title: `${t('close')}：${unit.shortName}`,
        text: t('closeHelp'),
        fields: [date('lastDay', t('lastDay'), true), { key: 'successorId', label: t('successor'), kind: 'unit' }],
        initial: { lastDay: today() },
        act: (said) =>
          after(
            close.run({ unitId: unit.id, lastDay: String(said.lastDay), successorId: word(said.successorId) }),
            close,
            t('done.closed'),
          ),
      }),
    createPost: (unit: Unit) =>
      (asking.value = {
        title: `${t('createPost')}：${unit.shortName}`,
        fields: [
          { key: 'name', label: t('name'), required: true, max: 60 },
          { key: 'code', label: t('code'), required: true, max: 40 },
          { key: 'leaderLevel', label: t('leaderLevel'), kind: 'choice', choices: labels.LeaderLevel },
          { key: 'commissioner', label: t('commissioner'), kind: 'choice', choices: labels.Commissioner },
          date('validFrom', t('from')),
          { key: 'shared', label: t('shared'), kind: 'check' },
        ],
        initial: from,
        act: (said) =>
          after(
            post.run({
              unitId: unit.id,
              code: String(said.code),
              name: String(said.name),
              leaderLevel: said.leaderLevel as LeaderLevel | null,
              commissioner: said.commissioner as Commissioner | null,
              shared: said.shared === true,
              validFrom: word(said.validFrom),
            }),
            post,
            t('done.created'),
          ),
      }),
    appoint: (to: Unit['posts'][number]) =>
      (asking.value = {
        title: `${t('appoint')}：${to.name}`,
        fields: [
          { key: 'personName', label: t('person'), required: true, max: 60, help: t('personHelp') },
          date('validFrom', t('from'), true),
          date('validUntil', t('until')),
          { key: 'document', label: t('document'), max: 200 },
        ],
        initial: from,
        act: (said) =>
          after(
            appoint.run({
              postId: to.id,
              personName: String(said.personName),
              validFrom: String(said.validFrom),
              validUntil: word(said.validUntil),
              document: word(said.document),
            }),
            appoint,
            t('done.appointed'),
          ),
      }),
    endTerm: (term: Unit['posts'][number]['appointments'][number]) =>
      (asking.value = {
        title: `${t('endTerm')}：${term.personName}`,
        fields: [date('lastDay', t('lastDay'), true), { key: 'document', label: t('document'), max: 200 }],
        initial: { lastDay: today() },
        act: (said) =>
          after(
            end.run({ appointmentId: term.id, lastDay: String(said.lastDay), document: word(said.document) }),
            end,
            t('done.ended'),
          ),
      }),
    join: (unit: Unit) =>
      (asking.value = {
        title: `${t('join')}：${unit.shortName}`,
        fields: [
          {
            key: 'groupId',
            label: t('group'),
            kind: 'choice',
            required: true,
            choices: Object.fromEntries((groups.value?.units.nodes ?? []).map((g) => [g.id, g.shortName])),
          },
          date('fromDay', t('from')),
        ],
        initial: { fromDay: today() },
        act: (said) =>
          after(
            join.run({ unitId: unit.id, groupId: String(said.groupId), fromDay: word(said.fromDay) }),
            join,
            t('done.joined'),
          ),
      }),
    leave: (unit: { id: string; shortName: string }, group: { id: string; shortName: string }) =>
      (asking.value = {
        title: `${t('leave')}：${group.shortName}`,
        fields: [date('lastDay', t('lastDay'), true)],
        initial: { lastDay: today() },
        act: (said) =>
          after(
            leave.run({ unitId: unit.id, groupId: group.id, lastDay: String(said.lastDay) }),
            leave,
            t('done.left'),
          ),
      }),
  }
}
