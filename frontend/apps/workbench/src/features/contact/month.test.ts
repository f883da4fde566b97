import { expect, test } from 'vitest'
import { monthOf, monthsOn, stepped } from './month'

test('a month is its whole weeks, Monday first', () => {
  const { first, last, weeks } = monthOf('2026-11-25')
  expect([first, last]).toEqual(['2026-11-01', '2026-11-30'])
  expect(weeks).toHaveLength(6)
  expect(weeks[0]).toEqual([
    '2026-10-26',
    '2026-10-27',
    '2026-10-28',
    '2026-10-29',
    '2026-10-30',
    '2026-10-31',
    '2026-11-01',
  ])
  expect(monthOf('2027-02-10').weeks).toHaveLength(4)
})

test('a month on, a day that it lacks is its last', () => {
  expect(monthsOn('2026-01-31', 1)).toBe('2026-02-28')
  expect(monthsOn('2028-01-31', 1)).toBe('2028-02-29')
  expect(monthsOn('2026-01-15', -1)).toBe('2025-12-15')
  expect(monthsOn('2026-12-01', 1)).toBe('2027-01-01')
})

test('the keys of a calendar cross weeks, months and years; others are left alone', () => {
  expect(stepped('2026-12-31', 'ArrowRight')).toBe('2027-01-01')
  expect(stepped('2026-11-25', 'ArrowUp')).toBe('2026-11-18')
  expect(stepped('2026-11-25', 'Home')).toBe('2026-11-23')
  expect(stepped('2026-11-25', 'End')).toBe('2026-11-29')
  expect(stepped('2026-03-31', 'PageUp')).toBe('2026-02-28')
  expect(stepped('2026-11-25', 'Tab')).toBeUndefined()
})
