import { expect, test } from 'vitest'
import { day, dayAhead, daysUntil, minute } from './format'

test('a moment is told in Shanghai, whatever the zone of the browser', () => {
  expect(minute('2026-03-01T23:30:00Z')).toBe('2026-03-02 07:30')
  expect(day('2026-03-01T16:00:00Z')).toBe('2026-03-02')
})

test('a day stays the day it is', () => {
  expect(day('2026-03-01')).toBe('2026-03-01')
  expect(day(null)).toBe('—')
})

test('days are counted over the end of a month and of a year', () => {
  expect(daysUntil('2027-01-01', '2026-12-30')).toBe(2)
  expect(daysUntil('2026-02-27', '2026-03-01')).toBe(-2)
})

test('a day ahead crosses the end of a month and of a year', () => {
  expect(dayAhead(2, '2026-12-30')).toBe('2027-01-01')
  expect(dayAhead(0, '2026-03-01')).toBe('2026-03-01')
})
