import type { Refusal } from '@kit/graphql/errors'
import { today } from '@kit/i18n/format'
import { t } from '@/texts'

/** One thing that is filled in: what it is called, what may stand in it. */
export type Field = {
  key: string
  label: string
  kind?: 'text' | 'long' | 'date' | 'choice' | 'check' | 'unit' | 'tel' | 'email'
  choices?: Readonly<Record<string, string>>
  required?: boolean
  max?: number
  help?: string
  /** A day that cannot lie ahead. */
  past?: boolean
  /** What is wrong with the words, or nothing. */
  check?: (value: string) => string | undefined
}
export type Values = Record<string, string | boolean>
export type Problems = Record<string, string>

const text = (value: string | boolean | undefined) => (typeof value === 'string' ? value.trim() : '')

/** What can be told before anything is sent: missing, too long, a day that cannot be. */
export function problemsOf(fields: readonly Field[], values: Values): Problems {
  const found: Problems = {}
  for (const field of fields) {
    const told = text(values[field.key])
    if (field.kind === 'check') continue
    if (!told) {
      if (field.required) found[field.key] = t('form.missing', { field: field.label })
    } else if (field.max && told.length > field.max) found[field.key] = t('form.long', { max: field.max })
    else if (field.past && told > today()) found[field.key] = t('form.future')
    else {
      const wrong = field.check?.(told)
      if (wrong) found[field.key] = wrong
    }
  }
  return found
}

/** Where the backend's word belongs: beside its field if the form has it, else above all. */
export function placed(fields: readonly Field[], refusal: Refusal): { problems: Problems; top: string } {
  const last = refusal.field?.split('.').pop()
  const at = fields.find((field) => field.key === last)
  return at ? { problems: { [at.key]: refusal.message }, top: '' } : { problems: {}, top: refusal.message }
}

/** What was filled in, blanks away: an empty one is nothing. */
export const filled = (fields: readonly Field[], values: Values): Record<string, string | boolean | null> =>
  Object.fromEntries(
    fields.map(({ key, kind }) => [key, kind === 'check' ? values[key] === true : text(values[key]) || null]),
  )
