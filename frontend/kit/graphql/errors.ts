import type { CombinedError } from '@urql/core'

/** What the backend refused, in its own words: a code to match on, a sentence for people, the field it is about. */
export type Refusal = {
  code: string
  message: string
  field?: string
  facts: Readonly<Record<string, unknown>>
}

const OFFLINE: Refusal = {
  code: 'OFFLINE',
  message: '网络不通，没有送达。请检查网络后重试，已填写的内容不会丢失。',
  facts: {},
}

/** The first refusal of an answer; a broken connection is told as one. */
export function refusalOf(error: CombinedError): Refusal {
  const told = error.graphQLErrors[0]
  if (!told) return OFFLINE
  const { code = 'INTERNAL', field, ...facts } = told.extensions as { code?: string; field?: string }
  return { code, message: told.message, field, facts }
}
