import { labels } from '@kit/i18n/labels'
import type { TalentPageQuery } from './talent.gql'
import { t as ofDay } from './timelineTexts'

export type Person = NonNullable<TalentPageQuery['talent']>
export const KINDS = ['contact', 'card', 'level', 'career', 'education', 'honour', 'left'] as const
export type Kind = (typeof KINDS)[number]
/** One thing that happened to a person. `on`: the day, or none where nobody knows it. */
export type Happening = { id: string; kind: Kind; on: string | null; title: string; lines: readonly string[] }

const together = (...parts: (string | null | undefined)[]) => parts.filter(Boolean).join(' ')
const told = (id: string, kind: Kind, on: string | null, title: string, ...lines: (string | null | false)[]) => ({
  id: `${kind}-${id}`,
  kind,
  on,
  title,
  lines: lines.filter((line): line is string => Boolean(line)),
})
const QUESTIONS = ['greeting', 'condition', 'need', 'advice'] as const

/** Everything that is known to have happened to a person, the newest first; what has no day stands last. */
export function timeline(person: Person): Happening[] {
  const all: Happening[] = [
    ...(person.contactLogs ?? []).map((log) =>
      told(
        log.id,
        'contact',
        log.occurredOn,
        ofDay('line.contact', { mode: labels.ContactMode[log.mode], leader: log.leaderThen, post: log.postThen }),
        ...QUESTIONS.map((q) => log[q] && `${ofDay(`line.${q}`)}：${log[q]}`),
      ),
    ),
    ...(person.cards ?? []).map((card) =>
      told(
        card.id,
        'card',
        card.validFrom,
        ofDay('line.card', { tier: card.tierName, number: card.number }),
        ofDay('line.cardUntil', { status: labels.CardStatus[card.status], until: card.validUntil }),
      ),
    ),
    ...person.levels.map((grant) =>
      told(
        grant.id,
        'level',
        grant.validFrom,
        ofDay('line.level', { level: grant.levelName ?? grant.level }),
        grant.basis && ofDay('line.basis', { basis: grant.basis }),
        grant.validUntil && ofDay('line.until', { until: grant.validUntil }),
      ),
    ),
    ...person.employments.flatMap((work) => [
      told(
        work.id,
        'career',
        work.startedOn,
        ofDay('line.begun', { employer: together(work.employerName, work.position) }),
        work.kind !== 'FULL' && labels.EmploymentKind[work.kind],
      ),
      ...(work.endedOn
        ? [
            told(
              `${work.id}-end`,
              'career',
              work.endedOn,
              ofDay('line.ended', { employer: together(work.employerName, work.position) }),
              work.endReason,
            ),
          ]
        : []),
    ]),
    ...person.educations.map((e) =>
      told(e.id, 'education', e.graduatedOn, together(e.school, e.major, labels.Degree[e.degree])),
    ),
    ...person.titles.map((x) => told(x.id, 'honour', x.grantedOn, x.name, labels.TitleRank[x.rank], x.grantedBy)),
    ...person.honours.map((x) => told(x.id, 'honour', x.grantedOn, x.name, labels.HonourGrade[x.grade], x.grantedBy)),
    ...person.departures.flatMap((gone) => [
      told(
        gone.id,
        'left',
        gone.leftOn,
        ofDay('line.left', { reason: labels.DepartureReason[gone.reason] }),
        gone.destination && ofDay('line.destination', { destination: gone.destination }),
        ofDay('line.told', { who: gone.toldTo, on: gone.toldOn }),
        gone.note,
      ),
      ...(gone.cameBackOn ? [told(`${gone.id}-back`, 'left', gone.cameBackOn, ofDay('line.back'))] : []),
    ]),
  ]
  return all.sort((a, b) => (b.on ?? '').localeCompare(a.on ?? ''))
}
