import { minute } from '@kit/i18n/format'
import { t } from './texts'

/** One line of what an entry changed, as the backend tells it. */
export type Change = {
  readonly table: string
  readonly tableName: string | null
  readonly rowId: string
  readonly column: string
  readonly label: string | null
  readonly before: unknown
  readonly after: unknown
}
export type Changed = { table: string; rowId: string; name: string; lines: Change[] }

/** The lines by the record that they are about. */
export function byRecord(changes: readonly Change[]): Changed[] {
  const found = new Map<string, Changed>()
  for (const line of changes) {
    const key = `${line.table}/${line.rowId}`
    const known = found.get(key) ?? {
      table: line.table,
      rowId: line.rowId,
      name: line.tableName ?? line.table,
      lines: [],
    }
    known.lines.push(line)
    found.set(key, known)
  }
  return [...found.values()]
}

const MOMENT = /^\d{4}-\d\d-\d\d[ T]\d\d:\d\d.*([+-]\d\d:?\d\d|Z)$/

/** A value as it stands in a table of before and after. */
export function told(value: unknown): string {
  if (value === null || value === undefined || value === '') return '—'
  if (typeof value === 'boolean') return value ? t('yes') : t('no')
  if (Array.isArray(value) && value.every((part) => typeof part === 'string')) return value.join('、')
  if (typeof value === 'object') return JSON.stringify(value)
  const text = String(value)
  return MOMENT.test(text) ? minute(text.replace(' ', 'T')) : text
}

/** What a line is about. Of many rows written at once only the kind of writing and its columns are told. */
export function subject(line: Change): string {
  if (line.label) return line.label
  return line.column === 'insert' || line.column === 'update' || line.column === 'delete'
    ? t(`bulk.${line.column}`)
    : line.column
}

/** `table/id` of the records an entry is about, apart. */
export function rowOf(key: string): { table: string; rowId: string } {
  const cut = key.indexOf('/')
  return { table: key.slice(0, cut), rowId: key.slice(cut + 1) }
}

export const isRecord = (text: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text)
