// Written by tools/codegen.ts from catalogue.graphql. Do not edit.
import { typedDocument } from '@kit/graphql/document'
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
export type CatalogueKindsQueryVariables = Exact<{ [key: string]: never; }>;


export type CatalogueKindsQuery = { readonly __typename: 'Query', readonly entryKinds: ReadonlyArray<{ readonly __typename: 'EntryKind', readonly kind: string, readonly name: string, readonly inForce: number, readonly fields: unknown }> };

export type CatalogueEntriesQueryVariables = Exact<{
  kind: string;
  on?: string | null | undefined;
}>;


export type CatalogueEntriesQuery = { readonly __typename: 'Query', readonly entries: ReadonlyArray<{ readonly __typename: 'CatalogueEntry', readonly id: string, readonly code: string, readonly name: string, readonly number: number, readonly isDemo: boolean }> };

export type EntryVersionFragment = { readonly __typename: 'CatalogueEntry', readonly id: string, readonly kind: string, readonly code: string, readonly number: number, readonly name: string, readonly body: unknown, readonly source: string, readonly isDemo: boolean, readonly validFrom: string, readonly validUntil: string | null, readonly publishedByName: string | null, readonly publishedAt: string };

export type EntryVersionsQueryVariables = Exact<{
  kind: string;
  code: string;
}>;


export type EntryVersionsQuery = { readonly __typename: 'Query', readonly entryVersions: ReadonlyArray<{ readonly __typename: 'CatalogueEntry', readonly id: string, readonly kind: string, readonly code: string, readonly number: number, readonly name: string, readonly body: unknown, readonly source: string, readonly isDemo: boolean, readonly validFrom: string, readonly validUntil: string | null, readonly publishedByName: string | null, readonly publishedAt: string }> };

export type EntryDifferenceQueryVariables = Exact<{
  kind: string;
  code: string;
  before: number;
  after: number;
}>;


export type EntryDifferenceQuery = { readonly __typename: 'Query', readonly entryDifference: ReadonlyArray<{ readonly __typename: 'EntryDifference', readonly path: string, readonly before: unknown, readonly after: unknown }> };

export type PublishEntryMutationVariables = Exact<{
  kind: string;
  code: string;
  name: string;
  body: unknown;
  validFrom: string;
  source: string;
  allowPast: boolean;
  allowGap: boolean;
}>;


export type PublishEntryMutation = { readonly __typename: 'Mutation', readonly publishEntry: { readonly __typename: 'CatalogueEntry', readonly id: string, readonly kind: string, readonly code: string, readonly number: number, readonly name: string, readonly body: unknown, readonly source: string, readonly isDemo: boolean, readonly validFrom: string, readonly validUntil: string | null, readonly publishedByName: string | null, readonly publishedAt: string } };

export type WithdrawEntryMutationVariables = Exact<{
  kind: string;
  code: string;
  lastDay: string;
}>;


export type WithdrawEntryMutation = { readonly __typename: 'Mutation', readonly withdrawEntry: { readonly __typename: 'CatalogueEntry', readonly id: string, readonly validUntil: string | null } };
export const CatalogueKindsDocument = /* @__PURE__ */ typedDocument<CatalogueKindsQuery, CatalogueKindsQueryVariables>('e4a4d46aca95587e42cc092c2e1d4f2f1871a0e28de1a8de9b9836da34ef9bfb', "query CatalogueKinds { entryKinds { __typename kind name inForce fields } }")
export const CatalogueEntriesDocument = /* @__PURE__ */ typedDocument<CatalogueEntriesQuery, CatalogueEntriesQueryVariables>('f1d4bb6d6e9f980de71cf6d4edd5271c40a96336543906565bea77ddc2c1a1cb', "query CatalogueEntries($kind: String!, $on: Date) { entries(kind: $kind, on: $on) { __typename id code name number isDemo } }")
export const EntryVersionsDocument = /* @__PURE__ */ typedDocument<EntryVersionsQuery, EntryVersionsQueryVariables>('f30ba0ece3b4055ca2adb6f8ce7e834e4558e07938d628d6e42e4631ac9f03c4', "query EntryVersions($kind: String!, $code: String!) { entryVersions(kind: $kind, code: $code) { __typename ...EntryVersion } } fragment EntryVersion on CatalogueEntry { __typename id kind code number name body source isDemo validFrom validUntil publishedByName publishedAt }")
export const EntryDifferenceDocument = /* @__PURE__ */ typedDocument<EntryDifferenceQuery, EntryDifferenceQueryVariables>('19a54f56288c25542859a41b882f052e18bcc869f39ecf2dd9e5a8c6b352b0df', "query EntryDifference($kind: String!, $code: String!, $before: Int!, $after: Int!) { entryDifference(kind: $kind, code: $code, before: $before, after: $after) { __typename path before after } }")
export const PublishEntryDocument = /* @__PURE__ */ typedDocument<PublishEntryMutation, PublishEntryMutationVariables>('39b48d32e9e62b20763c79b0fb7614cf4c35c39fbb025f5298c8b0f837e08bf5', "mutation PublishEntry($kind: String!, $code: String!, $name: String!, $body: JSON!, $validFrom: Date!, $source: String!, $allowPast: Boolean!, $allowGap: Boolean!) { publishEntry( kind: $kind code: $code name: $name body: $body validFrom: $validFrom source: $source allowPast: $allowPast allowGap: $allowGap ) { __typename ...EntryVersion } } fragment EntryVersion on CatalogueEntry { __typename id kind code number name body source isDemo validFrom validUntil publishedByName publishedAt }")
export const WithdrawEntryDocument = /* @__PURE__ */ typedDocument<WithdrawEntryMutation, WithdrawEntryMutationVariables>('a6041d0d73214bc674480b41e042ba5c9837fe4c9592eb60d014d37123d38953', "mutation WithdrawEntry($kind: String!, $code: String!, $lastDay: Date!) { withdrawEntry(kind: $kind, code: $code, lastDay: $lastDay) { __typename id validUntil } }")
