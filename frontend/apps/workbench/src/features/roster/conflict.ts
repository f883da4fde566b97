import type { Refusal } from '@kit/graphql/errors'
import { minute } from '@kit/i18n/format'

/** What somebody else changed meanwhile, as the refusal of a stale change tells it. */
type Told = { field: string; label: string; before: unknown; after: unknown; by: string; at: string }
type Facts = {
  version: number
  by: string
  changes?: Told[]
  current?: Record<string, unknown>
  changed_at?: string | null
}

/** One field that I am about to change: how it was when I opened it, how it stands now, what I want. */
export type Clash = { key: string; before: string; theirs: string; mine: string; differs: boolean }
export type Conflict = {
  version: number
  by: string
  at: string
  clashes: Clash[]
  /** What else was changed meanwhile, in fields that I leave alone. */
  besides: { id: string; label: string; before: string; after: string; by: string; at: string }[]
  /** The record was closed or its person left: nothing can be saved any more. */
  ended: boolean
}

const ENDED = new Set(['left', 'closed'])
const camel = (name: string) => name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase())
const word = (value: unknown) => (value === null || value === undefined ? '' : String(value))
/** The record tells codes in small letters, the form in capitals. */
const spelled = (key: string, value: unknown) => (key === 'gender' ? word(value).toUpperCase() : word(value))

/** Sets my changes beside what stands there now. `before`, `mine`: the form as opened and as filled in, changed fields only. */
export function conflictOf(
  refusal: Refusal,
  before: Readonly<Record<string, string>>,
  mine: Readonly<Record<string, string>>,
): Conflict {
  const facts = refusal.facts as Facts
  const current = Object.fromEntries(Object.entries(facts.current ?? {}).map(([key, value]) => [camel(key), value]))
  const changes = facts.changes ?? []
  const clashes = Object.keys(mine).map((key) => {
    const theirs = spelled(key, current[key])
    return { key, before: before[key]!, theirs, mine: mine[key]!, differs: theirs !== before[key] }
  })
  return {
    version: facts.version,
    by: facts.by,
    at: minute(facts.changed_at),
    clashes,
    besides: changes
      .filter((line) => !(camel(line.field) in mine))
      .map((line, i) => ({
        id: `${line.field}-${i}`,
        label: line.label,
        before: word(line.before),
        after: word(line.after),
        by: line.by,
        at: minute(line.at),
      })),
    ended: changes.some((line) => line.field === 'status' && ENDED.has(word(line.after))),
  }
}
