import { describe, expect, it } from 'vitest'
import { type Criterion, type Directory, compare } from './directory'

const one = (code: string, more: Partial<Criterion> = {}): Criterion => ({
  code,
  level: 'L4',
  talent_type: null,
  text: code,
  evidence: ['paper'],
  predicate: null,
  ...more,
})
const version = (criteria: Criterion[], paper = '论文'): Directory => ({
  criteria,
  evidence_kinds: [{ code: 'paper', name: paper }],
  transition: { judged_by: 'submitted', draft: 'reconfirm' },
})
const said = (before: Directory, after: Directory) => compare(before, after).map(({ code, kind }) => `${code} ${kind}`)

describe('two versions of the directory', () => {
  it('tell what came, what went and what stayed, where it stood', () => {
    const before = version([one('a'), one('b'), one('c')])
    const after = version([one('a'), one('c', { level: 'L3' }), one('d')])
    expect(said(before, after)).toEqual(['a same', 'b removed', 'c changed', 'd added'])
    expect(compare(before, after)[2]!.parts).toEqual(['level'])
  })
  it('differ where the paper that is asked for bears another name', () => {
    expect(compare(version([one('a')]), version([one('a')], '论文检索证明'))[0]!.parts).toEqual(['evidence'])
  })
  it('tell at the head what was taken from the head', () => {
    expect(said(version([one('a'), one('b')]), version([one('b')]))).toEqual(['a removed', 'b same'])
  })
})
