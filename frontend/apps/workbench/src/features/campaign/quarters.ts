import { today } from '@kit/i18n/format'
import { quartersTo } from './quarter'
import { t } from './texts'

/** A quarter as people say it. */
export const quarterWords = (quarter: string): string =>
  t('quarter', { year: quarter.slice(0, 4), number: Number(quarter.slice(5)) })

/** This quarter and so many before it, the latest first. */
export const lastQuarters = (many: number): string[] => quartersTo(today(), many)
export const choicesOf = (quarters: readonly string[]): Record<string, string> =>
  Object.fromEntries(quarters.map((q) => [q, quarterWords(q)]))
