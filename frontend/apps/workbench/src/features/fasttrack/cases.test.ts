import { expect, test, vi } from 'vitest'

vi.stubGlobal('localStorage', { getItem: () => null })
const { needed, phaseOf, readingOf } = await import('./cases')

const running = {
  workingDays: 15,
  usedDays: 3,
  overdueDays: 0,
  settledOn: null,
  paused: false,
  pausedUntil: null,
  dueOn: '2026-10-27',
}
const said = (told: Partial<typeof running> | object, on = '2026-10-12') => readingOf({ ...running, ...told }, on)

test('a clock says in one phrase how urgent a case is', () => {
  expect(said({})).toEqual({ kind: 'left', words: '剩 12 个工作日' })
  expect(said({ usedDays: 12 }).kind).toBe('near')
  expect(said({ usedDays: 15 }, '2026-10-27')).toEqual({ kind: 'near', words: '今天到期' })
  expect(said({ usedDays: 17, overdueDays: 2 })).toEqual({ kind: 'late', words: '逾期 2 个工作日' })
  expect(said({ workingDays: null, usedDays: null }).kind).toBe('none')
})

test('a late case that is paused is late first', () => {
  expect(said({ paused: true, pausedUntil: '2026-10-20' })).toEqual({ kind: 'paused', words: '暂停至 2026-10-20' })
  expect(said({ paused: true, pausedUntil: '2026-10-10' }).words).toContain('已过预计恢复日')
  expect(said({ paused: true, pausedUntil: '2026-10-20', overdueDays: 1 }).kind).toBe('late')
})

test('a decided case tells what it took, and is urgent no more', () => {
  expect(said({ settledOn: '2026-10-23', usedDays: 13 })).toEqual({ kind: 'settled', words: '用时 13 个工作日' })
  expect(said({ settledOn: '2026-10-23', usedDays: 17, overdueDays: 2 }).words).toContain('逾期 2 个')
})

test('shares of a vote are counted without rounding down', () => {
  expect([needed('2/3', 9), needed('2/3', 8), needed('1/1', 5), needed('2/3', 0)]).toEqual([6, 6, 5, 0])
})

test('every state has its column', () => {
  expect(phaseOf('OPENED')).toBe('begin')
  expect(phaseOf('ASSESSED')).toBe('deliver')
  expect(phaseOf('DECLINED')).toBe('ended')
})
