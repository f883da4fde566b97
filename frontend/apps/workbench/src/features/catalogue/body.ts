import { t } from './texts'

/** One item of an entry's body, as the backend describes it. */
export type Described = {
  readonly key: string
  readonly label: string
  readonly required: boolean
  readonly choices: Readonly<Record<string, string>>
  readonly fields: readonly Described[]
}

export const isThing = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** What stands in the body: first what the backend describes, in its order; then what only the body knows. */
export function items(
  body: Readonly<Record<string, unknown>>,
  fields: readonly Described[],
): { key: string; label: string; value: unknown; field: Described | undefined }[] {
  const told = fields.filter(({ key }) => key in body)
  const others = Object.keys(body).filter((key) => !fields.some((f) => f.key === key))
  return [
    ...told.map((field) => ({ key: field.key, label: field.label, value: body[field.key], field })),
    ...others.map((key) => ({ key, label: key, value: body[key], field: undefined })),
  ]
}

/** A single value in words. */
export function word(value: unknown, field: Described | undefined): string {
  if (value === null || value === undefined || value === '') return '—'
  if (value === true) return t('yes')
  if (value === false) return t('no')
  return field?.choices[String(value)] ?? String(value)
}

/** The item that a dotted path of a difference leads to; the codes of list items on the way are kept as they are. */
export function along(path: string, fields: readonly Described[]): { words: string; field: Described | undefined } {
  const words: string[] = []
  let within = fields
  let field: Described | undefined
  for (const part of path.split('.')) {
    const found = within.find(({ key }) => key === part)
    words.push(found?.label ?? part)
    if (found) {
      field = found
      within = found.fields
    }
  }
  return { words: words.join(' › '), field }
}
