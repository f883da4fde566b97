import { expect, test } from 'vitest'
import { createTexts } from './texts'

const zh = { found: '找到 {count} 人', part: { gone: '没有了' } } as const

test('a text is filled in, and one that a translation lacks is told in Chinese', () => {
  const t = createTexts(zh, () => ({ found: '{count} found' }))
  expect(t('found', { count: 3 })).toBe('3 found')
  expect(t('part.gone')).toBe('没有了')
})
