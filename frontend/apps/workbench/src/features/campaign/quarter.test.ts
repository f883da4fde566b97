import { describe, expect, test } from 'vitest'
import { csvOf } from './csv'
import { quartersTo } from './quarter'

describe('the last quarters', () => {
  test('go back over the turn of a year', () => {
    expect(quartersTo('2026-04-01', 4)).toEqual(['2026Q2', '2026Q1', '2025Q4', '2025Q3'])
  })
  test('begin with the one that runs', () => {
    expect(quartersTo('2026-12-31', 1)).toEqual(['2026Q4'])
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
