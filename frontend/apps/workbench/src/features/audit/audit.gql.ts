// Written by tools/codegen.ts from audit.graphql. Do not edit.
import { typedDocument } from '@kit/graphql/document'
import type * as Types from '../../../../../kit/graphql/schema.gql'
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };


export type AuditLineFragment = { readonly __typename: 'AuditEntry', readonly id: string, readonly at: string, readonly actorId: string, readonly actorName: string, readonly login: string | null, readonly posts: ReadonlyArray<string>, readonly operations: ReadonlyArray<string>, readonly words: ReadonlyArray<string>, readonly rows: ReadonlyArray<string>, readonly rowCount: number, readonly changes: unknown, readonly requestId: string | null, readonly shard: number, readonly seq: string, readonly hash: string };

export type AuditEntriesQueryVariables = Exact<{
  actorId?: string | null | undefined;
  operation?: string | null | undefined;
  table?: string | null | undefined;
  rowId?: string | null | undefined;
  fromDay?: string | null | undefined;
  toDay?: string | null | undefined;
  first: number;
  after?: string | null | undefined;
}>;


export type AuditEntriesQuery = { readonly __typename: 'Query', readonly auditEntries: { readonly __typename: 'AuditEntryPage', readonly totalCount: number, readonly pageInfo: { readonly __typename: 'PageInfo', readonly hasNextPage: boolean, readonly endCursor: string | null }, readonly nodes: ReadonlyArray<{ readonly __typename: 'AuditEntry', readonly id: string, readonly at: string, readonly actorId: string, readonly actorName: string, readonly login: string | null, readonly posts: ReadonlyArray<string>, readonly operations: ReadonlyArray<string>, readonly words: ReadonlyArray<string>, readonly rows: ReadonlyArray<string>, readonly rowCount: number, readonly changes: unknown, readonly requestId: string | null, readonly shard: number, readonly seq: string, readonly hash: string }> } };

export type AuditStandingQueryVariables = Exact<{ [key: string]: never; }>;


export type AuditStandingQuery = { readonly __typename: 'Query', readonly auditStanding: { readonly __typename: 'AuditStanding', readonly whole: boolean, readonly complete: boolean, readonly entries: number, readonly since: string | null, readonly checkedAt: string, readonly faultCount: number, readonly faults: ReadonlyArray<string> } };

export type SensitiveReadsQueryVariables = Exact<{
  talentId?: string | null | undefined;
  actorId?: string | null | undefined;
  first: number;
  after?: string | null | undefined;
}>;


export type SensitiveReadsQuery = { readonly __typename: 'Query', readonly sensitiveReads: { readonly __typename: 'SensitiveReadPage', readonly totalCount: number, readonly pageInfo: { readonly __typename: 'PageInfo', readonly hasNextPage: boolean, readonly endCursor: string | null }, readonly nodes: ReadonlyArray<{ readonly __typename: 'SensitiveRead', readonly id: string, readonly talentId: string, readonly field: Types.SecretField, readonly purpose: string, readonly reason: string, readonly actorName: string, readonly readAt: string }> } };

export type FindActorsQueryVariables = Exact<{
  text: string;
}>;


export type FindActorsQuery = { readonly __typename: 'Query', readonly accounts: { readonly __typename: 'AccountPage', readonly nodes: ReadonlyArray<{ readonly __typename: 'Account', readonly id: string, readonly login: string, readonly name: string }> } };

export type ActorNamedQueryVariables = Exact<{
  id: string;
}>;


export type ActorNamedQuery = { readonly __typename: 'Query', readonly account: { readonly __typename: 'Account', readonly id: string, readonly login: string, readonly name: string } | null };
export const AuditEntriesDocument = /* @__PURE__ */ typedDocument<AuditEntriesQuery, AuditEntriesQueryVariables>('1d701552aa99d1fbbbac264be1d9e03c96b56900f45b6c2958aa6841e7d41411', "query AuditEntries($actorId: UUID, $operation: String, $table: String, $rowId: UUID, $fromDay: Date, $toDay: Date, $first: Int!, $after: String) { auditEntries( actorId: $actorId operation: $operation table: $table rowId: $rowId fromDay: $fromDay toDay: $toDay first: $first after: $after ) { __typename totalCount pageInfo { __typename hasNextPage endCursor } nodes { __typename ...AuditLine } } } fragment AuditLine on AuditEntry { __typename id at actorId actorName login posts operations words rows rowCount changes requestId shard seq hash }")
export const AuditStandingDocument = /* @__PURE__ */ typedDocument<AuditStandingQuery, AuditStandingQueryVariables>('da8a8979834cf5f9784398f653644b4430f375574520cbb940fa0180faa59f77', "query AuditStanding { auditStanding { __typename whole complete entries since checkedAt faultCount faults } }")
export const SensitiveReadsDocument = /* @__PURE__ */ typedDocument<SensitiveReadsQuery, SensitiveReadsQueryVariables>('c56a04380727cf8417ff44c0ef1441b80cf9ce9f8e74a9dc41b790bbcbdbdd35', "query SensitiveReads($talentId: UUID, $actorId: UUID, $first: Int!, $after: String) { sensitiveReads( talentId: $talentId actorId: $actorId first: $first after: $after ) { __typename totalCount pageInfo { __typename hasNextPage endCursor } nodes { __typename id talentId field purpose reason actorName readAt } } }")
export const FindActorsDocument = /* @__PURE__ */ typedDocument<FindActorsQuery, FindActorsQueryVariables>('b7dda59833f797acf2f4cf46f0974ecf3fa3c4f0c469a4e107458f1874e12722', "query FindActors($text: String!) { accounts(text: $text, first: 20) { __typename nodes { __typename id login name } } }")
export const ActorNamedDocument = /* @__PURE__ */ typedDocument<ActorNamedQuery, ActorNamedQueryVariables>('13656fb4bae1af613675842ab9709c8adf28d5f5c5d66b5b048cf7b8a7dc4119', "query ActorNamed($id: UUID!) { account(id: $id) { __typename id login name } }")
