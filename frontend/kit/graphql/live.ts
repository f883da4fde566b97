import type { TypedDocumentNode } from '@urql/core'
import { createClient } from 'graphql-sse'
import { hashOf } from './document'
import { HEADERS } from './headers'

const client = createClient({ url: '/graphql', headers: HEADERS, retryAttempts: Number.POSITIVE_INFINITY })

/** Hears a subscription until what it returns is called. A lost connection is taken up again; an ended session is told once, as `ended`. */
export function watch<Result>(
  document: TypedDocumentNode<Result, Record<string, never>>,
  heard: (result: Result) => void,
  ended: () => void = () => undefined,
): () => void {
  return client.subscribe<Result>(
    { query: '', extensions: { persistedQuery: { version: 1, sha256Hash: hashOf(document) } } },
    { next: ({ data }) => data && heard(data), error: ended, complete: () => undefined },
  )
}
