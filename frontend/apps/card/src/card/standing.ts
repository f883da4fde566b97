/** What is known of one of the holder's cards. */
type Card = { readonly status: string; readonly validFrom: string; readonly validUntil: string }

/** The card of a holder who has had several, newest first: the one in force, else the newest. */
export const theCard = <One extends Card>(cards: readonly One[]): One | undefined =>
  cards.find((one) => one.status === 'ACTIVE') ?? cards[0]

export const STANDINGS = ['USABLE', 'NOT_YET', 'PENDING', 'FROZEN', 'LOST', 'REPLACED', 'EXPIRED', 'CANCELLED'] as const
export type Standing = (typeof STANDINGS)[number]

/** How a card stands today, for its holder: a card in force may be not yet or no longer of use. */
export function standingOf(card: Card, today: string): Standing {
  if (card.status !== 'ACTIVE') return card.status as Standing
  if (card.validFrom > today) return 'NOT_YET'
  return card.validUntil < today ? 'EXPIRED' : 'USABLE'
}

/** What waits or is over for good asks for no explanation; of the rest the holder may want to speak. */
export const mayAsk = (standing: Standing): boolean => !['USABLE', 'NOT_YET', 'PENDING', 'REPLACED'].includes(standing)

/** Whether the server gave no codes because of the card itself: what the phone still holds is worth nothing. */
export const stopsCodes = (refusal: string): boolean => refusal.startsWith('CARD_') || refusal === 'NOT_FOUND'
