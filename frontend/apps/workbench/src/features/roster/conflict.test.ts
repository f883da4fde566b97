import { expect, test } from 'vitest'
import { conflictOf } from './conflict'

const refusal = {
  code: 'STALE',
  message: '',
  facts: {
    version: 7,
    by: '陈若安',
    changed_at: '2026-11-02T01:30:00+00:00',
    current: { talent_type: 'T3', residence: '潮安区', gender: 'male' },
    changes: [
      {
        field: 'residence',
        label: '常住地',
        before: '湘桥区',
        after: '潮安区',
        by: '陈若安',
        at: '2026-11-02T01:30:00Z',
      },
      { field: 'specialty', label: '专业专长', before: null, after: '陶瓷', by: '陈若安', at: '2026-11-02T01:30:00Z' },
    ],
  },
}
const before = { talentType: 'T3', residence: '湘桥区', gender: 'MALE' }
const mine = { talentType: 'T1', residence: '饶平县', gender: 'FEMALE' }

test('only what both changed is to be chosen, and codes are told in one spelling', () => {
  const { clashes, version } = conflictOf(refusal, before, mine)
  expect(version).toBe(7)
  expect(clashes.filter((c) => c.differs)).toEqual([
    { key: 'residence', before: '湘桥区', theirs: '潮安区', mine: '饶平县', differs: true },
  ])
  expect(clashes.map((c) => c.key)).toEqual(['talentType', 'residence', 'gender'])
})

test('what others changed besides is told', () => {
  const { besides, ended } = conflictOf(refusal, before, mine)
  expect(besides.map((line) => [line.label, line.before, line.after])).toEqual([['专业专长', '', '陶瓷']])
  expect(ended).toBe(false)
})

test('a record that was closed meanwhile takes no change', () => {
  const status = {
    field: 'status',
    label: '状态',
    before: 'active',
    after: 'closed',
    by: '陈若安',
    at: '2026-11-02T01:30:00Z',
  }
  expect(conflictOf({ ...refusal, facts: { ...refusal.facts, changes: [status] } }, before, mine).ended).toBe(true)
})
