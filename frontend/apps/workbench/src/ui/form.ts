import type { Refusal } from '@kit/graphql/errors'
import { today } from '@kit/i18n/format'
import { t } from '@/texts'
import type { Finding } from './useFound'

/** One thing that is filled in: what it is called, what may stand in it. */
export type Field = {
  key: string
  label: string
  /** Several answers of `several` are told apart by commas: codes and ids have none. */
  kind?:
    | 'text'
    | 'long'
    | 'date'
    | 'count'
    | 'choice'
    | 'radio'
    | 'several'
    | 'check'
    | 'unit'
    | 'find'
    | 'tel'
    | 'email'
  choices?: Readonly<Record<string, string>>
  /** Of many, what is found by typing. */
  found?: Finding
  required?: boolean
  max?: number
  help?: string
  /** A day that cannot lie ahead. */
  past?: boolean
  /** The first day that can be meant. */
  earliest?: string
  /** What is offered while one writes. */
  offered?: readonly string[]
  /** What is wrong with the words, or nothing. */
  check?: (value: string) => string | undefined
}
export type Values = Record<string, string | boolean>
export type Problems = Record<string, string>
/** What was filled in: a blank is nothing. */
export type Filled = Record<string, string | boolean | null>
/** A few fields and one act; which fields may rest on what is filled in so far. `live` says what the values so far amount to. */
export type Form = {
  title: string
  fields: readonly Field[] | ((now: Values) => readonly Field[])
  initial?: Values
  text?: string
  confirm?: string
  danger?: boolean
  live?: (values: Values) => string
  act: (values: Filled) => Promise<Refusal | undefined>
}

const text = (value: string | boolean | undefined) => (typeof value === 'string' ? value.trim() : '')

/** What can be told before anything is sent: missing, too long, a day that cannot be. */
export function problemsOf(fields: readonly Field[], values: Values): Problems {
  const found: Problems = {}
  for (const field of fields) {
    const told = text(values[field.key])
    if (field.kind === 'check') continue
    if (!told) {
      if (field.required)
        found[field.key] = field.kind === 'several' ? t('form.chooseOne') : t('form.missing', { field: field.label })
    } else if (field.max && told.length > field.max) found[field.key] = t('form.long', { max: field.max })
    else if (field.past && told > today()) found[field.key] = t('form.future')
    else if (field.earliest && told < field.earliest) found[field.key] = t('form.early', { day: field.earliest })
    else if (field.kind === 'count' && !/^\d{1,4}$/.test(told)) found[field.key] = t('form.count')
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

/** What was filled in, blanks away. */
export const filled = (fields: readonly Field[], values: Values): Filled =>
  Object.fromEntries(
    fields.map(({ key, kind }) => [key, kind === 'check' ? values[key] === true : text(values[key]) || null]),
  )
