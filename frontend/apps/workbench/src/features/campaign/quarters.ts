import { today } from '@kit/i18n/format'
import { t } from './texts'

const PER_YEAR = 4
const MONTHS = 3

/** A quarter as people say it. */
export const quarterWords = (quarter: string): string =>
  t('quarter', { year: quarter.slice(0, 4), number: Number(quarter.slice(5)) })

/** This quarter and so many before it, the latest first. */
export function lastQuarters(many: number, day = today()): string[] {
  const at = Number(day.slice(0, 4)) * PER_YEAR + Math.floor((Number(day.slice(5, 7)) - 1) / MONTHS)
  return Array.from({ length: many }, (_, i) => `${Math.floor((at - i) / PER_YEAR)}Q${((at - i) % PER_YEAR) + 1}`)
}
export const choicesOf = (quarters: readonly string[]): Record<string, string> =>
  Object.fromEntries(quarters.map((q) => [q, quarterWords(q)]))
