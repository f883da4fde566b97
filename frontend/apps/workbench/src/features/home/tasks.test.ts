import { expect, test, vi } from 'vitest'

vi.stubGlobal('localStorage', { getItem: () => null })
const { grouped } = await import('./tasks')

const task = (key: string, due: string | null, more = {}) => ({
  key,
  kind: '',
  title: '',
  detail: '',
  urged: false,
  to: '/',
  due,
  ...more,
})

test('what is late comes first, then today, then soon, then what has no day', () => {
  const tasks = [task('d', null), task('c', '2026-03-05'), task('a', '2026-02-28'), task('b', '2026-03-01')]
  expect(grouped(tasks, '2026-03-01').map((g) => [g.key, g.tasks.map((x) => x.key)])).toEqual([
    ['overdue', ['a']],
    ['today', ['b']],
    ['soon', ['c']],
    ['waiting', ['d']],
  ])
})

test('what somebody was reminded of comes first within its group', () => {
  const [late] = grouped([task('a', '2026-01-01'), task('b', '2026-01-02', { urged: true })], '2026-03-01')
  expect(late!.tasks.map((x) => x.key)).toEqual(['b', 'a'])
})

test('a clock that stands still is not late', () => {
  expect(grouped([task('a', '2026-01-01', { paused: true })], '2026-03-01')[0]!.key).toBe('waiting')
})
