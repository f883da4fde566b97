import { afterEach, expect, test, vi } from 'vitest'

const kept = new Map<string, string>()
vi.stubGlobal('localStorage', { getItem: (key: string) => kept.get(key) ?? null })
const { language } = await import('./language')
const { createTexts } = await import('./texts')

const t = createTexts(
  { found: '找到 {count} 人', part: { gone: '没有了' } },
  { found: '{count} found', part: { gone: 'Gone' } },
)
afterEach(() => (language.value = 'zh'))

test('a text is filled in, in the language of the pages', () => {
  expect(t('found', { count: 3 })).toBe('找到 3 人')
  language.value = 'en'
  expect(t('found', { count: 3 })).toBe('3 found')
  expect(t('part.gone')).toBe('Gone')
})
