const ZONE = 'Asia/Shanghai'
const DAY = new Intl.DateTimeFormat('zh-CN', {
  timeZone: ZONE,
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
})
const MINUTE = new Intl.DateTimeFormat('zh-CN', {
  timeZone: ZONE,
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  hour12: false,
})
const NUMBER = new Intl.NumberFormat('zh-CN')

/** `2026-03-02` and a moment's day in Shanghai alike as 2026-03-02; nothing as a dash. */
export function day(value: string | null | undefined): string {
  if (!value) return '—'
  return value.length === 10 ? value : DAY.format(new Date(value)).replace(/\//g, '-')
}

/** A moment as people here read it: 2026-03-02 09:30. */
export const minute = (value: string | null | undefined): string =>
  value ? MINUTE.format(new Date(value)).replace(/\//g, '-') : '—'

export const count = (value: number): string => NUMBER.format(value)

/** Today in Shanghai, whatever the browser's zone. */
export const today = (): string => DAY.format(new Date()).replace(/\//g, '-')

/** Whole days from today to `date`: negative when it is past. */
export const daysUntil = (date: string, from: string = today()): number =>
  Math.round((Date.parse(date) - Date.parse(from)) / 86_400_000)

/** The day so many days from today, in Shanghai. */
export const dayAhead = (days: number, from: string = today()): string =>
  new Date(Date.parse(from) + days * 86_400_000).toISOString().slice(0, 10)
