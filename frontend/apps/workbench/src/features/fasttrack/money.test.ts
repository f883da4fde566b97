import { describe, expect, test } from 'vitest'
import { grouped, sumOf, wanOf, yuanOf } from './money'

describe('amounts in 万元', () => {
  test('are shown to the cent and without idle zeros', () => {
    expect(['30000000.00', '1000000.50', '100.00', '0.01', '0'].map(wanOf)).toEqual([
      '3000',
      '100.00005',
      '0.01',
      '0.000001',
      '0',
    ])
    expect(wanOf(null)).toBe('')
  })
  test('are read as yuan', () => {
    expect(['3000', '0.5', '1,200.25', '0'].map(yuanOf)).toEqual(['30000000.00', '5000.00', '12002500.00', '0.00'])
  })
  test('are refused where they are negative, finer than two decimals, or no amount', () => {
    for (const wrong of ['-1', '1.234', '', 'abc', '1e3', '１２', '999999999']) expect(yuanOf(wrong)).toBeUndefined()
  })
  test('add up exactly and are grouped by thousands', () => {
    expect(sumOf(['0.10', '0.20', null, '1000000.50'])).toBe('1000000.80')
    expect(grouped('1234567.1234')).toBe('1,234,567.1234')
  })
})
