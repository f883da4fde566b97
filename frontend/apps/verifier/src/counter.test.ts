import { describe, expect, test } from 'vitest'
import { fieldOf, momentOf } from './late/moment'
import { monthsUntil } from './month/months'
import { totals } from './today/day'
import { freshly, servedAt } from './verify/freshly'
import { readSize } from '@kit/qr/read'
import { keyFor } from './keyFor'
import { clock, served, withUse } from './verify/serving'

test('months run back over the turn of a year', () => {
  expect(monthsUntil('2026-02-28', 4)).toEqual(['2026-02', '2026-01', '2025-12', '2025-11'])
  expect(monthsUntil('2026-12-31', 1)).toEqual(['2026-12'])
})

const row = (amount: number, status: 'CONFIRMED' | 'RESERVED' | 'REVERSED' | 'CANCELLED' | 'LAPSED') => ({
  serviceCode: 'checkup',
  serviceName: '年度体检',
  amount,
  status,
})
describe('the totals of a day', () => {
  test('a use that was taken back counts once as a use and once as taken back', () => {
    const rows = [row(1, 'CONFIRMED'), row(2, 'REVERSED'), row(-2, 'CONFIRMED')]
    expect(totals(rows)).toEqual([{ service: '年度体检', uses: 3, booked: 0, reversed: 2, net: 1 }])
  })
  test('a use of yesterday that is taken back today makes today less than nothing', () => {
    expect(totals([row(-1, 'CONFIRMED')])[0]).toMatchObject({ uses: 0, reversed: 1, net: -1 })
  })
  test('bookings stand apart, and those given up count nowhere', () => {
    const rows = [row(1, 'RESERVED'), row(1, 'CANCELLED'), row(1, 'LAPSED')]
    expect(totals(rows)[0]).toMatchObject({ uses: 0, booked: 1, net: 0 })
  })
  test('each service has its own line', () => {
    expect(totals([row(1, 'CONFIRMED'), { ...row(1, 'CONFIRMED'), serviceCode: 'other' }])).toHaveLength(2)
  })
})

test('a late use is told in the time of Shanghai, whatever the zone of the computer', () => {
  expect(fieldOf(new Date('2026-03-01T17:30:00Z'))).toBe('2026-03-02T01:30')
  expect(momentOf('2026-03-02T01:30')).toBe('2026-03-02T01:30:00+08:00')
  expect(Date.parse(momentOf(fieldOf(new Date('2026-03-01T17:30:00Z'))))).toBe(Date.parse('2026-03-01T17:30:00Z'))
})

test('the phone of the last holder may stay before the camera a while, and is read again after it', () => {
  expect(freshly('A', 0)).toBe(true)
  servedAt(60_000) // the next holder is called
  expect(freshly('A', 61_000)).toBe(false)
  expect(freshly('B', 61_500)).toBe(true)
  expect(freshly('B', 65_000)).toBe(true)
})

test('a frame of the camera is read no larger than needed, in its own shape', () => {
  expect(readSize(1920, 1080)).toEqual({ width: 960, height: 540 })
  expect(readSize(480, 640)).toEqual({ width: 480, height: 640 })
  expect(readSize(0, 0)).toEqual({ width: 0, height: 0 })
})

describe('the card before us', () => {
  const told = {
    __typename: 'CardPresentation' as const,
    id: 'p',
    tierName: '银卡',
    validFrom: '2026-01-01',
    validUntil: '2028-12-31',
    presentedAt: '2026-03-02T09:30:00+08:00',
    lastsUntil: '2026-03-02T09:35:00+08:00',
    services: [],
  }
  const use = {
    __typename: 'Redemption' as const,
    id: 'u',
    serviceCode: 'checkup',
    serviceName: '年度体检',
    day: '2026-03-02',
    occurredAt: '2026-03-02T09:31:00+08:00',
    amount: 1,
    status: 'CONFIRMED' as const,
    reason: '',
    reversibleUntil: null,
  }
  test('it lasts as long as the server says, by whatever clock this device has', () => {
    expect(served(told, 1_000).endsAt).toBe(301_000)
  })
  test('a use taken back replaces itself, another one is added', () => {
    const undone = { ...use, status: 'REVERSED' as const }
    expect(withUse([use], undone)).toEqual([undone])
    expect(withUse([use], { ...use, id: 'v' })).toHaveLength(2)
  })
  test('what is left is told in minutes and seconds, and never below nothing', () => {
    expect([clock(300_000), clock(4_001), clock(-5_000)]).toEqual(['5:00', '0:05', '0:00'])
  })
})

const place = () => {
  const kept = new Map<string, string>()
  return { getItem: (k: string) => kept.get(k) ?? null, setItem: (k: string, v: string) => void kept.set(k, v) }
}
describe('the key of an act', () => {
  test('the same words are the same act, until its answer is known', () => {
    const store = place()
    const key = keyFor(store, 'a', 'one use')
    expect(keyFor(store, 'a', 'one use')).toBe(key)
    expect(keyFor(store, 'a', 'another use')).not.toBe(key)
  })
})
