import { expect, test, vi } from 'vitest'
import { ENDS_BADLY, buttonType } from './steps'

vi.stubGlobal('localStorage', { getItem: () => null })
const { STEPS } = await import('@kit/i18n/flows')

test('the first step allowed is drawn as the thing to do, the others are not', () => {
  expect(buttonType({ step: 'accept' }, true)).toBe('primary')
  expect(buttonType({ step: 'answer' }, false)).toBeUndefined()
})

test('a step that ends something badly is never drawn as the thing to do', () => {
  for (const step of ENDS_BADLY) expect(buttonType({ step }, true)).toBeUndefined()
  expect(buttonType({ step: 'refuse', danger: true }, true)).toBe('danger')
})

test('every word of the list is a step of some flow', () => {
  const words = new Set(Object.values(STEPS).flatMap((flow) => Object.keys(flow)))
  expect([...ENDS_BADLY].filter((step) => !words.has(step))).toEqual([])
})
