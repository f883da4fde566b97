import { describe, expect, it } from 'vitest'
import { type Window, isDue, jumped, lastsFor, offsetOf, wasUsed, windowAt, windowsOf } from './windows'

const at = (from: number, until = from + 30, digits = String(from)): Window => ({ from, until, digits, qr: digits })
const batch = [at(0), at(30), at(60)]

describe('which code is shown', () => {
  it('is the one whose time holds the moment, its end not included', () => {
    expect(windowAt(batch, 29)?.digits).toBe('0')
    expect(windowAt(batch, 30)?.digits).toBe('30')
    expect(windowAt(batch, 90)).toBeUndefined()
  })
  it('is the later one where two overlap', () => {
    expect(windowAt([at(20, 80, 'new'), ...batch], 40)?.digits).toBe('30')
    expect(windowAt([at(20, 80, 'new'), ...batch], 25)?.digits).toBe('new')
  })
  it('is read from what the server told', () => {
    const told = { startsAt: '2026-03-02T01:00:00Z', endsAt: '2026-03-02T01:00:30Z', digits: '12345678', qr: 'Q' }
    expect(windowsOf([told])).toEqual([
      { from: Date.UTC(2026, 2, 2, 1), until: Date.UTC(2026, 2, 2, 1, 0, 30), digits: '12345678', qr: 'Q' },
    ])
  })
})

describe('how long codes last', () => {
  it('is to the end of the last code in a row', () => expect(lastsFor(batch, 10)).toBe(80))
  it('ends at a gap', () => expect(lastsFor([at(0), at(60)], 10)).toBe(20))
  it('is nothing when none holds now', () => expect(lastsFor([at(60)], 10)).toBe(0))
})

describe('the phone’s clock', () => {
  it('an hour fast or slow does not matter: the server’s time is what was told half way', () => {
    const server = Date.UTC(2026, 2, 2, 1)
    for (const wrong of [-3_600_000, 0, 3_600_000]) {
      const offset = offsetOf('2026-03-02T01:00:00Z', server + wrong - 100, server + wrong + 100)
      expect(server + wrong + offset).toBe(server)
    }
  })
  it('jumps when it is set or the phone slept', () => {
    expect(jumped(10_000, 9_000)).toBe(true)
    expect(jumped(10_000, 11_000)).toBe(false)
    expect(jumped(10_000, 3_610_000)).toBe(true)
  })
})

describe('a used code', () => {
  it('is replaced for its own time', () => {
    expect(wasUsed(batch, [at(30, 60, 'other'), at(60)], 40)).toBe(true)
    expect(wasUsed(batch, [at(30), at(60)], 40)).toBe(false)
  })
  it('is none when none was shown', () => expect(wasUsed([], batch, 40)).toBe(false))
})

describe('asking for codes', () => {
  const whole = 1_200_000
  const of = (given: Partial<Parameters<typeof isDue>[0]>) =>
    isDue({ now: 1_000_000, asked: 0, opened: 0, left: 9000, lasts: whole, batch: whole, ...given })
  it('happens every 15 seconds at first, then once a minute', () => {
    expect(of({ opened: 900_000, asked: 986_000 })).toBe(false)
    expect(of({ opened: 900_000, asked: 985_000 })).toBe(true)
    expect(of({ opened: 0, asked: 985_000 })).toBe(false)
    expect(of({ opened: 0, asked: 940_000 })).toBe(true)
  })
  it('happens once more just before the code goes, lest it be used unseen', () => {
    expect(of({ opened: 900_000, asked: 995_000, left: 2000 })).toBe(true)
    expect(of({ opened: 900_000, asked: 996_000, left: 2000 })).toBe(false)
    expect(of({ opened: 0, asked: 995_000, left: 2000 })).toBe(false)
  })
  it('happens often again when half of the batch is gone', () =>
    expect(of({ opened: 0, asked: 985_000, lasts: whole / 2 - 1 })).toBe(true))
})
