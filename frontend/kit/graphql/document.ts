import { type AnyVariables, type TypedDocumentNode, gql } from '@urql/core'

type Hashed = { __meta__?: { hash: string } }

/** An operation with the hash under which the server knows it. urql copies own properties when it rewrites a document, so the hash survives; a WeakMap would not. */
export function typedDocument<Result, Variables extends AnyVariables>(
  hash: string,
  body: string,
): TypedDocumentNode<Result, Variables> {
  return Object.assign(gql<Result, Variables>(body), { __meta__: { hash } })
}

export const hashOf = (document: object): string | undefined => (document as Hashed).__meta__?.hash
