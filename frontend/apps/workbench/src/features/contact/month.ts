/** A month as its weeks, Monday first, with the days of its neighbours that fill them. Days are words: 2026-11-25. */
export type Month = { readonly first: string; readonly last: string; readonly weeks: readonly (readonly string[])[] }

const MS = 86_400_000
const word = (time: number) => new Date(time).toISOString().slice(0, 10)
const WEEK = 7

export const shifted = (day: string, days: number): string => word(Date.parse(day) + days * MS)

/** The same day of another month, or its last where that month is shorter. */
export function monthsOn(day: string, months: number): string {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number]
  const last = new Date(Date.UTC(year, month + months, 0))
  return `${last.toISOString().slice(0, 7)}-${String(Math.min(date, last.getUTCDate())).padStart(2, '0')}`
}

/** 0 for a Monday. */
export const weekday = (day: string): number => (new Date(day).getUTCDay() + WEEK - 1) % WEEK

export function monthOf(day: string): Month {
  const first = `${day.slice(0, 7)}-01`
  const last = shifted(monthsOn(first, 1), -1)
  const begin = shifted(first, -weekday(first))
  const weeks: string[][] = []
  for (let monday = begin; monday <= last; monday = shifted(monday, WEEK))
    weeks.push(Array.from({ length: WEEK }, (_, i) => shifted(monday, i)))
  return { first, last, weeks }
}

/** Where a key leads from a day, or nothing if it is no key of a calendar. */
export function stepped(day: string, key: string): string | undefined {
  switch (key) {
    case 'ArrowLeft':
      return shifted(day, -1)
    case 'ArrowRight':
      return shifted(day, 1)
    case 'ArrowUp':
      return shifted(day, -WEEK)
    case 'ArrowDown':
      return shifted(day, WEEK)
    case 'Home':
      return shifted(day, -weekday(day))
    case 'End':
      return shifted(day, WEEK - 1 - weekday(day))
    case 'PageUp':
      return monthsOn(day, -1)
    case 'PageDown':
      return monthsOn(day, 1)
    default:
      return undefined
  }
}
