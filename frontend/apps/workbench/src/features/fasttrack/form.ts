import type { Refusal } from '@kit/graphql/errors'

export type Values = Record<string, string>
/** One thing that a step asks for. Several answers of `units` are told apart by commas: ids have none. */
export type Field = {
  name: string
  label: string
  kind: 'line' | 'text' | 'count' | 'date' | 'choice' | 'units' | 'radio'
  help?: string
  required?: boolean
  /** Most characters of a text. */
  most?: number
  /** First day of a date. */
  min?: string
  options?: readonly { value: string; label: string }[]
  /** What is offered while one writes. */
  offered?: readonly string[]
  initial?: string
}
/** A form that one step asks to be filled in. */
export type StepForm = {
  title: string
  text?: string
  fields: readonly Field[]
  danger?: boolean
  submit?: string
  /** What the numbers written so far amount to. */
  live?: (values: Values) => string
  act: (values: Values) => Promise<Refusal | undefined>
}
