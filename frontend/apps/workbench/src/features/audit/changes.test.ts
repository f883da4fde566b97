import { expect, test, vi } from 'vitest'
import type { Change } from './changes'

vi.stubGlobal('localStorage', { getItem: () => null })
const { byRecord, isRecord, rowOf, subject, told } = await import('./changes')

const line = (rowId: string, column: string): Change => ({
  table: 'unit',
  tableName: '单位',
  rowId,
  column,
  label: null,
  before: null,
  after: 'x',
})

test('changes are told record by record, in the order they came', () => {
  const records = byRecord([line('1', 'name'), line('2', 'name'), line('1', 'code')])
  expect(records.map((c) => [c.name, c.rowId, c.lines.length])).toEqual([
    ['单位', '1', 2],
    ['单位', '2', 1],
  ])
})

test('nothing is a dash, a moment is told in our zone, and a thing within is told whole', () => {
  expect([told(null), told(false), told({ a: 1 })]).toEqual(['—', '否', '{"a":1}'])
  expect(told('2026-11-25 23:33:37.542882+00:00')).toBe('2026-11-26 07:33')
  expect(told('2026-11-25')).toBe('2026-11-25')
})

test('of rows written at once the columns are told', () => {
  expect(subject(line('*', 'insert'))).toBe('成批写入的项目')
  expect(told(['id', 'key'])).toBe('id、key')
})

test('a record is known by its whole number only', () => {
  expect(rowOf('unit/019a').rowId).toBe('019a')
  expect(isRecord('019ab000-0000-7000-8000-000000000001')).toBe(true)
  expect(isRecord('019ab000')).toBe(false)
})
