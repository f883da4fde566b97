import type { WorkDaysQuery } from './calendar.gql'

export type Day = WorkDaysQuery['workDays'][number]

export const isWorking = (day: Day): boolean => day.kind === 'WORKDAY' || day.kind === 'MAKEUP'

export type Arranged = {
  name: string
  first: string
  last: string
  count: number
  makeup: string[]
  status: Day['status']
  source: string | null
}

/** The holidays of a year with their make-up days, in the order of the year. */
export function arranged(days: readonly Day[]): Arranged[] {
  const found: Arranged[] = []
  let before: Day | undefined
  for (const day of days) {
    const name = day.name ?? ''
    const last = found[found.length - 1]
    if (day.kind === 'HOLIDAY' && last && before?.kind === 'HOLIDAY' && before.name === day.name) {
      last.last = day.day
      last.count++
    } else if (day.kind === 'HOLIDAY')
      found.push({ name, first: day.day, last: day.day, count: 1, makeup: [], status: day.status, source: day.source })
    before = day
  }
  for (const day of days) if (day.kind === 'MAKEUP') found.find((h) => h.name === day.name)?.makeup.push(day.day)
  return found
}

/** The weeks of a month, Monday first; a day of another month is nothing. */
export function weeks(year: number, month: number, days: readonly Day[]): (Day | undefined)[][] {
  const own = days.filter(({ day }) => day.startsWith(`${year}-${String(month).padStart(2, '0')}-`))
  const before = (new Date(Date.UTC(year, month - 1, 1)).getUTCDay() + 6) % 7
  const cells: (Day | undefined)[] = [...Array<undefined>(before), ...own]
  while (cells.length % 7) cells.push(undefined)
  return Array.from({ length: cells.length / 7 }, (_, week) => cells.slice(week * 7, week * 7 + 7))
}
