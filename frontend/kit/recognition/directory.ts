/** One criterion of the 重点人才目录, as its catalogue entry holds it. */
export type Criterion = {
  readonly code: string
  readonly level: string
  readonly talent_type: string | null
  readonly text: string
  readonly evidence: readonly string[]
  readonly predicate: string | null
}
/** A whole version of the directory. */
export type Directory = {
  readonly criteria: readonly Criterion[]
  readonly evidence_kinds: readonly { readonly code: string; readonly name: string }[]
  readonly transition: { readonly judged_by: 'submitted' | 'decided'; readonly draft: 'reconfirm' | 'follow' }
}
const PARTS = ['level', 'talent_type', 'text', 'evidence', 'predicate'] as const
export type Part = (typeof PARTS)[number]
/** What became of one criterion from one version to another. */
export type Change = {
  readonly code: string
  readonly kind: 'added' | 'removed' | 'changed' | 'same'
  readonly before?: Criterion
  readonly after?: Criterion
  /** What of it is not as it was. */
  readonly parts: readonly Part[]
}

export const evidenceName = (directory: Directory, code: string): string =>
  directory.evidence_kinds.find((kind) => kind.code === code)?.name ?? code

const told = (directory: Directory, one: Criterion, part: Part): string =>
  part === 'evidence' ? one.evidence.map((code) => evidenceName(directory, code)).join() : (one[part] ?? '')

/** The criteria of two versions side by side, in the order of the later one; what was taken out stands where it stood. */
export function compare(before: Directory, after: Directory): Change[] {
  const lines: Change[] = after.criteria.map((now) => {
    const was = before.criteria.find(({ code }) => code === now.code)
    if (!was) return { code: now.code, kind: 'added', after: now, parts: [] }
    const parts = PARTS.filter((part) => told(before, was, part) !== told(after, now, part))
    return { code: now.code, kind: parts.length ? 'changed' : 'same', before: was, after: now, parts }
  })
  before.criteria.forEach((was, i) => {
    if (after.criteria.some(({ code }) => code === was.code)) return
    const previous = before.criteria[i - 1]?.code
    const at = lines.findIndex(({ code }) => code === previous) + 1
    lines.splice(at, 0, { code: was.code, kind: 'removed', before: was, parts: [] })
  })
  return lines
}
