import { today } from '@kit/i18n/format'
import type { MeasureIn } from '@kit/graphql/schema.gql'
import type { MeasureLineFragment } from './cases.gql'
import type { Terms } from './cases'
import { wanOf, yuanOf } from './money'
import { t } from './texts'

/** One measure as it is being written: the amount in 万元, as typed. */
export type Row = {
  key: number
  id: string | null
  kind: string
  content: string
  amount: string
  unitId: string
  dueOn: string
  afterAssessment: boolean
}
export type Problems = Record<string, string>

export const planned = (measures: readonly MeasureLineFragment[]) => measures.filter((m) => m.status === 'PLANNED')

export const rowsOf = (measures: readonly MeasureLineFragment[]): Row[] =>
  planned(measures).map((m, key) => ({
    key,
    id: m.id,
    kind: m.kind,
    content: m.content,
    amount: wanOf(m.amount),
    unitId: m.unit.id,
    dueOn: m.dueOn,
    afterAssessment: m.afterAssessment,
  }))

const isMoney = (terms: Terms, kind: string) => !!terms.measure_kinds.find(({ code }) => code === kind)?.money

/** What is wrong with a plan, by `row.field`, before it is sent. An amount that was there already may be finer than one types. */
export function problemsOf(
  rows: readonly Row[],
  terms: Terms,
  before: ReadonlyMap<string, string>,
  on: string = today(),
): Problems {
  const found: Problems = {}
  rows.forEach((row, i) => {
    if (!row.content.trim()) found[`${i}.content`] = t('plan.needContent')
    if (!row.unitId) found[`${i}.unitId`] = t('plan.needUnit')
    if (!row.dueOn) found[`${i}.dueOn`] = t('plan.needDue')
    else if (row.dueOn <= on) found[`${i}.dueOn`] = t('plan.pastDue')
    if (!isMoney(terms, row.kind)) return
    if (!row.amount.trim()) found[`${i}.amount`] = t('plan.needAmount')
    else if (amountOf(row, before) === undefined) found[`${i}.amount`] = t('plan.noAmount')
  })
  return found
}

function amountOf(row: Row, before: ReadonlyMap<string, string>): string | undefined {
  const known = row.id === null ? undefined : before.get(row.id)
  return known !== undefined && wanOf(known) === row.amount.trim() ? known : yuanOf(row.amount)
}

/** The amounts as they stand, in yuan, by measure. */
export const amountsOf = (measures: readonly MeasureLineFragment[]): ReadonlyMap<string, string> =>
  new Map(measures.flatMap((m) => (m.amount === null ? [] : [[m.id, m.amount] as const])))

/** A measure dropped meanwhile is listed as a new one. */
export const toSend = (
  rows: readonly Row[],
  terms: Terms,
  before: ReadonlyMap<string, string>,
  known: ReadonlySet<string>,
): MeasureIn[] =>
  rows.map((row) => ({
    id: row.id !== null && known.has(row.id) ? row.id : null,
    kind: row.kind,
    content: row.content.trim(),
    amount: isMoney(terms, row.kind) ? (amountOf(row, before) ?? null) : null,
    unitId: row.unitId,
    dueOn: row.dueOn,
    afterAssessment: row.afterAssessment,
  }))

/** What changed between two states of a plan, in words. */
export function differences(before: readonly MeasureLineFragment[], after: readonly MeasureLineFragment[]): string[] {
  const then = new Map(planned(before).map((m) => [m.id, m]))
  const now = new Set(planned(after).map((m) => m.id))
  const said = planned(after).flatMap((m) => {
    const was = then.get(m.id)
    return was ? changes(was, m) : [t('plan.added', { content: m.content })]
  })
  const gone = planned(before).filter((m) => !now.has(m.id))
  return [...said, ...gone.map((m) => t('plan.dropped', { content: m.content }))]
}

const told = (m: MeasureLineFragment) => ({
  content: m.content,
  kind: m.kindName,
  amount: wanOf(m.amount) || '—',
  unit: m.unit.shortName,
  due: m.dueOn,
  after: m.afterAssessment ? '✓' : '—',
})

function changes(was: MeasureLineFragment, is: MeasureLineFragment): string[] {
  const [before, after] = [told(was), told(is)]
  return (Object.keys(before) as (keyof typeof before)[])
    .filter((field) => before[field] !== after[field])
    .map((field) =>
      t('plan.changed', {
        content: was.content,
        field: t(`plan.${field}`),
        before: before[field],
        after: after[field],
      }),
    )
}
