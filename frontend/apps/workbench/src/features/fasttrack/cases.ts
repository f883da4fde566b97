import { today } from '@kit/i18n/format'
import type { CaseStatus } from '@kit/graphql/schema.gql'
import type { CaseLineFragment } from './cases.gql'
import { t } from './texts'

/** The columns of the board: which states make up a phase. */
export const PHASES = [
  { key: 'begin', statuses: ['OPENED', 'VERIFYING'] },
  { key: 'plan', statuses: ['PLANNING'] },
  { key: 'review', statuses: ['COUNTERSIGNING'] },
  { key: 'decide', statuses: ['DELIBERATING', 'AWAITING_DECISION'] },
  { key: 'deliver', statuses: ['DECIDED', 'SIGNED', 'DELIVERING', 'ASSESSED'] },
  { key: 'ended', statuses: ['CLOSED', 'STOPPED', 'DECLINED'] },
] as const satisfies readonly { key: string; statuses: readonly CaseStatus[] }[]
export type Phase = (typeof PHASES)[number]['key']

export const phaseOf = (status: CaseStatus): Phase =>
  PHASES.find(({ statuses }) => (statuses as readonly CaseStatus[]).includes(status))!.key

/** The terms of the catalogue as they were when the case was accepted. */
export type Terms = {
  readonly working_days: number
  readonly countersign_days: number
  readonly experts_required: boolean
  readonly experts_fewest: number
  readonly expert_quorum: string
  readonly expert_majority: string
  readonly measure_kinds: readonly { readonly code: string; readonly name: string; readonly money?: boolean }[]
}

type Timed = Pick<
  CaseLineFragment,
  'workingDays' | 'usedDays' | 'overdueDays' | 'settledOn' | 'paused' | 'pausedUntil' | 'dueOn'
>
export type Reading = { kind: 'none' | 'late' | 'paused' | 'near' | 'left' | 'settled'; words: string }
const NEAR_DAYS = 3

/** What the clock of a case says in one phrase, and how urgent that is. */
export function readingOf(one: Timed, on: string = today()): Reading {
  if (one.workingDays === null || one.usedDays === null) return { kind: 'none', words: t('clock.none') }
  const beyond = one.overdueDays ?? 0
  if (one.settledOn)
    return {
      kind: 'settled',
      words: beyond
        ? t('clock.usedLate', { days: one.usedDays, late: beyond })
        : t('clock.used', { days: one.usedDays }),
    }
  if (beyond) return { kind: 'late', words: t('clock.late', { days: beyond }) }
  if (one.paused && one.pausedUntil) {
    const day = one.pausedUntil
    return { kind: 'paused', words: day < on ? t('clock.pausedLate', { day }) : t('clock.paused', { day }) }
  }
  if (one.dueOn === on) return { kind: 'near', words: t('clock.today') }
  const left = Math.max(0, one.workingDays - one.usedDays)
  return { kind: left <= NEAR_DAYS ? 'near' : 'left', words: t('clock.left', { days: left }) }
}

const late = (one: CaseLineFragment) => (one.settledOn ? 0 : (one.overdueDays ?? 0))

/** The late ones first, the latest of them at the top; then as they fall due; what has no date last. */
export function byUrgency(a: CaseLineFragment, b: CaseLineFragment): number {
  return (
    late(b) - late(a) || (a.dueOn ?? '9999').localeCompare(b.dueOn ?? '9999') || a.openedOn.localeCompare(b.openedOn)
  )
}

/** How many of `all` a share such as 2/3 asks for. */
export function needed(share: string, all: number): number {
  const [part = 1, whole = 1] = share.split('/').map(Number)
  return Math.ceil((all * part) / whole)
}

export const nameOf = (one: { number: string | null; unit: { shortName: string } }): string =>
  one.number ?? t('list.unnumberedOf', { unit: one.unit.shortName })
