import { today } from '@kit/i18n/format'
import type { Confidentiality, ContactIn, ContactMode, ContactWordsIn } from '@kit/graphql/schema.gql'

export const QUESTIONS = ['greeting', 'condition', 'need', 'advice'] as const
/** What a contact may propose to change about a person. */
export const CHANGEABLE = ['note', 'specialty', 'residence', 'phone', 'email'] as const

/** A contact as it is being written down: every word a word, blank until told. */
export type Draft = {
  occurredOn: string
  mode: ContactMode
  place: string
  attendees: string
  greeting: string
  condition: string
  need: string
  advice: string
  confidentiality: Confidentiality
  needs: { kind: string; content: string }[]
  changes: { field: (typeof CHANGEABLE)[number]; value: string }[]
}

/** What was planned: whoever writes it up begins with it. */
export type Planned = Pick<Draft, 'occurredOn' | 'mode'> & { readonly [K in 'place' | 'attendees']: string | null }

export const fresh = (planned?: Planned): Draft => ({
  occurredOn: planned && planned.occurredOn < today() ? planned.occurredOn : today(),
  mode: planned?.mode ?? 'VISIT',
  place: planned?.place ?? '',
  attendees: planned?.attendees ?? '',
  greeting: '',
  condition: '',
  need: '',
  advice: '',
  confidentiality: 'INTERNAL',
  needs: [],
  changes: [],
})

type Written = Pick<Draft, 'occurredOn' | 'mode' | 'confidentiality'> & {
  readonly [K in 'place' | 'attendees' | (typeof QUESTIONS)[number]]: string | null
}
/** A record that was written, to be put right. */
export function draftOf(log: Written): Draft {
  const { occurredOn, mode, confidentiality } = log
  const [place, attendees, greeting, condition, need, advice] = (['place', 'attendees', ...QUESTIONS] as const).map(
    (key) => log[key] ?? '',
  ) as [string, string, string, string, string, string]
  return {
    occurredOn,
    mode,
    confidentiality,
    place,
    attendees,
    greeting,
    condition,
    need,
    advice,
    needs: [],
    changes: [],
  }
}

const told = (words: string) => words.trim() || null

/** The words of a contact: a blank is nothing. */
export const wordsOf = (draft: Draft): ContactWordsIn => ({
  occurredOn: draft.occurredOn,
  mode: draft.mode,
  confidentiality: draft.confidentiality,
  place: told(draft.place),
  attendees: told(draft.attendees),
  greeting: told(draft.greeting),
  condition: told(draft.condition),
  need: told(draft.need),
  advice: told(draft.advice),
})

/** The words, and what was told one by one; a line that was begun and left blank is no line. */
export const contactOf = (draft: Draft): ContactIn => ({
  ...wordsOf(draft),
  needs: draft.needs.filter((n) => n.content.trim()).map((n) => ({ content: n.content.trim(), kind: n.kind || null })),
  changes: draft.changes.filter((c) => c.value.trim()).map((c) => ({ field: c.field, value: c.value.trim() })),
})
