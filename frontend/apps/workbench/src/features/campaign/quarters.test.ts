import { describe, expect, test } from 'vitest'
import { csvOf } from './csv'
import { lastQuarters } from './quarters'

describe('the last quarters', () => {
  test('go back over the turn of a year', () => {
    expect(lastQuarters(4, '2026-04-01')).toEqual(['2026Q2', '2026Q1', '2025Q4', '2025Q3'])
  })
  test('begin with the one that runs', () => {
    expect(lastQuarters(1, '2026-12-31')).toEqual(['2026Q4'])
  })
})

describe('a table for Excel', () => {
  test('quotes what is text, and runs no formula', () => {
    expect(
      csvOf([
        ['=1+1', 'a"b'],
        ['第一层次', 3],
      ]),
    ).toBe('\uFEFF"\'=1+1","a""b"\r\n"第一层次",3\r\n')
  })
})
