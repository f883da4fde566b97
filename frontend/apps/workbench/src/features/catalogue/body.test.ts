import { expect, test, vi } from 'vitest'
import type { Described } from './body'

vi.stubGlobal('localStorage', { getItem: () => null })
const { along, items, word } = await import('./body')

const months: Described = { key: 'months', label: '几个月', required: true, choices: {}, fields: [] }
const tier: Described = { key: 'tier', label: '由谁', required: true, choices: { city: '市领导' }, fields: [] }
const levels: Described = { key: 'levels', label: '各层次', required: true, choices: {}, fields: [months, tier] }

test('what the backend describes comes first and in its order, what it does not know is kept', () => {
  expect(items({ extra: 1, levels: [] }, [levels]).map((i) => i.label)).toEqual(['各层次', 'extra'])
})

test('a choice is told by its word, and nothing as a dash', () => {
  expect(word('city', tier)).toBe('市领导')
  expect(word(null, tier)).toBe('—')
  expect(word(true, undefined)).toBe('是')
})

test('the path of a difference is told in words, with the code of the list item it is in', () => {
  expect(along('levels.L3.months', [levels])).toEqual({ words: '各层次 › L3 › 几个月', field: months })
})
