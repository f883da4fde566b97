import { describe, expect, it } from 'vitest'
import { en } from '../texts.en'
import { zh } from '../texts.zh'
import { STANDINGS, mayAsk, standingOf, stopsCodes, theCard } from './standing'

const TODAY = '2026-03-02'
const card = (given: Partial<Parameters<typeof standingOf>[0]> = {}) => ({
  status: 'ACTIVE',
  validFrom: '2026-01-01',
  validUntil: '2026-12-31',
  ...given,
})

describe('how a card stands', () => {
  it('is of use on its first and its last day, not before and not after', () => {
    expect(standingOf(card({ validFrom: TODAY }), TODAY)).toBe('USABLE')
    expect(standingOf(card({ validUntil: TODAY }), TODAY)).toBe('USABLE')
    expect(standingOf(card({ validFrom: '2026-03-03' }), TODAY)).toBe('NOT_YET')
    expect(standingOf(card({ validUntil: '2026-03-01' }), TODAY)).toBe('EXPIRED')
  })
  it('is as the desk says, whatever the days', () =>
    expect(standingOf(card({ status: 'FROZEN', validUntil: '2026-03-01' }), TODAY)).toBe('FROZEN'))
  it('is of the card in force, else of the newest', () => {
    const [lost, old] = [card({ status: 'LOST' }), card({ status: 'REPLACED' })]
    expect(theCard([lost, card(), old])?.status).toBe('ACTIVE')
    expect(theCard([lost, old])).toBe(lost)
    expect(theCard([])).toBeUndefined()
  })
  it('is told with a next step in both languages whenever the card is of no use', () => {
    for (const standing of STANDINGS.filter((one) => one !== 'USABLE'))
      for (const { card: told } of [zh, en]) {
        expect(told.state[standing].title).not.toBe('')
        expect(told.state[standing].help).not.toBe('')
      }
  })
  it('lets the holder speak where somebody decided it, not where all is well', () => {
    expect(STANDINGS.filter(mayAsk)).toEqual(['FROZEN', 'LOST', 'EXPIRED', 'CANCELLED'])
  })
})

it('codes on the phone are worth nothing once the card is refused, but outlast a crowd and a broken line', () => {
  expect(['CARD_NOT_VALID', 'CARD_SUPERSEDED', 'CARD_OUT_OF_DATE', 'NOT_FOUND'].every(stopsCodes)).toBe(true)
  expect(['OFFLINE', 'TOO_MANY_REQUESTS', 'INTERNAL', 'NOT_SIGNED_IN'].some(stopsCodes)).toBe(false)
})
