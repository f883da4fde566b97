/** One code and when it is shown, in milliseconds of the server's clock. */
export type Window = { readonly from: number; readonly until: number; readonly digits: string; readonly qr: string }
/** What is kept on the phone: the codes of one card, and how far the server's clock is ahead of the phone's. */
export type Batch = { readonly cardId: string; readonly offset: number; readonly windows: readonly Window[] }

type Told = { readonly startsAt: string; readonly endsAt: string; readonly digits: string; readonly qr: string }

export const windowsOf = (told: readonly Told[]): Window[] =>
  told.map(({ startsAt, endsAt, digits, qr }) => ({
    from: Date.parse(startsAt),
    until: Date.parse(endsAt),
    digits,
    qr,
  }))

/** How far the server is ahead: it told its time about half way between asking and hearing. */
export const offsetOf = (serverTime: string, asked: number, heard: number): number =>
  Date.parse(serverTime) - (asked + heard) / 2

/** The code of this moment; where two overlap, the one that began later. */
export function windowAt(windows: readonly Window[], now: number): Window | undefined {
  const holding = windows.filter((window) => window.from <= now && now < window.until)
  return holding.sort((one, other) => other.from - one.from)[0]
}

/** How long codes can go on being shown from now without a gap; none now, none at all. */
export function lastsFor(windows: readonly Window[], now: number): number {
  let until = now
  for (const window of [...windows].sort((one, other) => one.from - other.from))
    if (window.from <= until && window.until > until) until = window.until
  return until - now
}

/** Whether the code that was being shown has been replaced for its own time: a counter has used it. */
export function wasUsed(before: readonly Window[], after: readonly Window[], now: number): boolean {
  const shown = windowAt(before, now)
  return shown !== undefined && !after.some((window) => window.digits === shown.digits && window.from === shown.from)
}

const SOON = 15_000
const LATER = 60_000
const ATTENTIVE = 180_000
const LAST_LOOK = 2000
const APART = 5000

/** Whether to ask for codes. While the holder is likely at a counter, often enough to tell that the code was used, and once more just before it goes; later now and then, which refills the batch long before it runs out. */
export function isDue(of: {
  now: number
  asked: number
  opened: number
  left: number
  lasts: number
  batch: number
}): boolean {
  const { now, asked, opened, left, lasts, batch } = of
  const since = now - asked
  if (now - opened >= ATTENTIVE && lasts >= batch / 2) return since >= LATER
  return since >= (left <= LAST_LOOK ? APART : SOON)
}

/** Whether the phone's clock was set, or the phone slept, between two looks at it. */
export const jumped = (before: number, now: number): boolean => now < before || now - before > 5000
