import { expect, it } from 'vitest'
import { weighted } from './scores'

const items = [
  { code: 'ability', weight: 40 },
  { code: 'achievement', weight: 60 },
]
it('a total is the scores by their weights, once every item has one', () => {
  expect(weighted(items, { ability: '90' })).toBeUndefined()
  expect(weighted(items, { ability: '90', achievement: '101' })).toBeUndefined()
  expect(weighted(items, { ability: '90', achievement: '75' })).toBe(81)
  expect(weighted(items, { ability: ' 91 ', achievement: '0' })).toBe(36.4)
})
