import type { PresentCardMutation, Use_RedemptionFragment } from './present.gql'

export type Use = Use_RedemptionFragment
export type Service = PresentCardMutation['presentCard']['services'][number]
/** The card that is being served, and what was redeemed on it. `endsAt`: when it lapses by this device's own clock. */
export type Presented = PresentCardMutation['presentCard'] & {
  readonly endsAt: number
  readonly uses: readonly Use[]
}

/** What a counter was told, with the end reckoned from now on: the clock of a counter's computer may be wrong. */
export const served = (told: PresentCardMutation['presentCard'], now: number): Presented => ({
  ...told,
  endsAt: now + Date.parse(told.lastsUntil) - Date.parse(told.presentedAt),
  uses: [],
})

/** The uses with this one in them: as it is now, where it was there before. */
export const withUse = (uses: readonly Use[], use: Use): readonly Use[] =>
  uses.some(({ id }) => id === use.id) ? uses.map((old) => (old.id === use.id ? use : old)) : [...uses, use]

/** What is left, in minutes and seconds: 4:05. */
export function clock(milliseconds: number): string {
  const seconds = Math.max(0, Math.ceil(milliseconds / 1000))
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
}
