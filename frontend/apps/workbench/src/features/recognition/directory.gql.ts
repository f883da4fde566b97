// Written by tools/codegen.ts from directory.graphql. Do not edit.
import { typedDocument } from '@kit/graphql/document'
import type * as Types from '../../../../../kit/graphql/schema.gql'
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };


export type DirectoryVersionsQueryVariables = Exact<{ [key: string]: never; }>;


export type DirectoryVersionsQuery = { readonly __typename: 'Query', readonly directoryVersions: ReadonlyArray<{ readonly __typename: 'CatalogueEntry', readonly id: string, readonly number: number, readonly name: string, readonly body: unknown, readonly source: string, readonly isDemo: boolean, readonly validFrom: string, readonly validUntil: string | null, readonly publishedByName: string | null, readonly publishedAt: string }>, readonly levels: ReadonlyArray<{ readonly __typename: 'CatalogueEntry', readonly id: string, readonly code: string, readonly name: string }>, readonly types: ReadonlyArray<{ readonly __typename: 'CatalogueEntry', readonly id: string, readonly code: string, readonly name: string }> };

export type DraftLineFragment = { readonly __typename: 'DirectoryDraft', readonly id: string, readonly version: number, readonly name: string, readonly status: Types.DirectoryDraftStatus, readonly basedOn: number | null, readonly validFrom: string, readonly source: string, readonly draftedName: string, readonly createdAt: string, readonly askedAt: string | null, readonly countedAt: string | null, readonly countedMs: number | null, readonly people: number | null, readonly gain: number | null, readonly lose: number | null, readonly pending: number | null, readonly money: string | null, readonly publishedNumber: number | null, readonly allowedSteps: ReadonlyArray<string> };

export type DirectoryDraftsQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
}>;


export type DirectoryDraftsQuery = { readonly __typename: 'Query', readonly directoryDrafts: { readonly __typename: 'DirectoryDraftPage', readonly totalCount: number, readonly pageInfo: { readonly __typename: 'PageInfo', readonly hasNextPage: boolean, readonly endCursor: string | null }, readonly nodes: ReadonlyArray<{ readonly __typename: 'DirectoryDraft', readonly id: string, readonly version: number, readonly name: string, readonly status: Types.DirectoryDraftStatus, readonly basedOn: number | null, readonly validFrom: string, readonly source: string, readonly draftedName: string, readonly createdAt: string, readonly askedAt: string | null, readonly countedAt: string | null, readonly countedMs: number | null, readonly people: number | null, readonly gain: number | null, readonly lose: number | null, readonly pending: number | null, readonly money: string | null, readonly publishedNumber: number | null, readonly allowedSteps: ReadonlyArray<string> }> } };

export type DirectoryDraftQueryVariables = Exact<{
  id: string;
}>;


export type DirectoryDraftQuery = { readonly __typename: 'Query', readonly directoryDraft: { readonly __typename: 'DirectoryDraft', readonly body: unknown, readonly id: string, readonly version: number, readonly name: string, readonly status: Types.DirectoryDraftStatus, readonly basedOn: number | null, readonly validFrom: string, readonly source: string, readonly draftedName: string, readonly createdAt: string, readonly askedAt: string | null, readonly countedAt: string | null, readonly countedMs: number | null, readonly people: number | null, readonly gain: number | null, readonly lose: number | null, readonly pending: number | null, readonly money: string | null, readonly publishedNumber: number | null, readonly allowedSteps: ReadonlyArray<string> } | null };

export type DirectoryDraftProgressQueryVariables = Exact<{
  id: string;
}>;


export type DirectoryDraftProgressQuery = { readonly __typename: 'Query', readonly directoryDraft: { readonly __typename: 'DirectoryDraft', readonly id: string, readonly version: number, readonly name: string, readonly status: Types.DirectoryDraftStatus, readonly basedOn: number | null, readonly validFrom: string, readonly source: string, readonly draftedName: string, readonly createdAt: string, readonly askedAt: string | null, readonly countedAt: string | null, readonly countedMs: number | null, readonly people: number | null, readonly gain: number | null, readonly lose: number | null, readonly pending: number | null, readonly money: string | null, readonly publishedNumber: number | null, readonly allowedSteps: ReadonlyArray<string> } | null };

export type DirectoryImpactsQueryVariables = Exact<{
  draftId: string;
  kind?: Types.ImpactKind | null | undefined;
  level?: string | null | undefined;
  first: number;
  after?: string | null | undefined;
}>;


export type DirectoryImpactsQuery = { readonly __typename: 'Query', readonly directoryImpacts: { readonly __typename: 'DirectoryImpactPage', readonly totalCount: number, readonly pageInfo: { readonly __typename: 'PageInfo', readonly hasNextPage: boolean, readonly endCursor: string | null }, readonly nodes: ReadonlyArray<{ readonly __typename: 'DirectoryImpact', readonly id: string, readonly kind: Types.ImpactKind, readonly levelBefore: string | null, readonly levelAfter: string | null, readonly benefitBefore: string | null, readonly benefitAfter: string | null, readonly moneyBefore: string, readonly moneyAfter: string, readonly keepsUntil: string | null, readonly talent: { readonly __typename: 'Talent', readonly id: string, readonly name: string, readonly employerName: string | null } | null }> } };

export type DraftDirectoryMutationVariables = Exact<{
  name: string;
  validFrom: string;
  source: string;
}>;


export type DraftDirectoryMutation = { readonly __typename: 'Mutation', readonly draftDirectory: { readonly __typename: 'DirectoryDraft', readonly id: string, readonly version: number, readonly name: string, readonly status: Types.DirectoryDraftStatus, readonly basedOn: number | null, readonly validFrom: string, readonly source: string, readonly draftedName: string, readonly createdAt: string, readonly askedAt: string | null, readonly countedAt: string | null, readonly countedMs: number | null, readonly people: number | null, readonly gain: number | null, readonly lose: number | null, readonly pending: number | null, readonly money: string | null, readonly publishedNumber: number | null, readonly allowedSteps: ReadonlyArray<string> } };

export type ChangeDirectoryDraftMutationVariables = Exact<{
  draftId: string;
  version: number;
  name?: string | null | undefined;
  validFrom?: string | null | undefined;
  source?: string | null | undefined;
  body?: unknown;
}>;


export type ChangeDirectoryDraftMutation = { readonly __typename: 'Mutation', readonly changeDirectoryDraft: { readonly __typename: 'DirectoryDraft', readonly body: unknown, readonly id: string, readonly version: number, readonly name: string, readonly status: Types.DirectoryDraftStatus, readonly basedOn: number | null, readonly validFrom: string, readonly source: string, readonly draftedName: string, readonly createdAt: string, readonly askedAt: string | null, readonly countedAt: string | null, readonly countedMs: number | null, readonly people: number | null, readonly gain: number | null, readonly lose: number | null, readonly pending: number | null, readonly money: string | null, readonly publishedNumber: number | null, readonly allowedSteps: ReadonlyArray<string> } };

export type TryOutDirectoryMutationVariables = Exact<{
  draftId: string;
}>;


export type TryOutDirectoryMutation = { readonly __typename: 'Mutation', readonly tryOutDirectory: { readonly __typename: 'DirectoryDraft', readonly id: string, readonly version: number, readonly name: string, readonly status: Types.DirectoryDraftStatus, readonly basedOn: number | null, readonly validFrom: string, readonly source: string, readonly draftedName: string, readonly createdAt: string, readonly askedAt: string | null, readonly countedAt: string | null, readonly countedMs: number | null, readonly people: number | null, readonly gain: number | null, readonly lose: number | null, readonly pending: number | null, readonly money: string | null, readonly publishedNumber: number | null, readonly allowedSteps: ReadonlyArray<string> } };

export type PublishDirectoryMutationVariables = Exact<{
  draftId: string;
  allowPast: boolean;
}>;


export type PublishDirectoryMutation = { readonly __typename: 'Mutation', readonly publishDirectory: { readonly __typename: 'DirectoryDraft', readonly id: string, readonly version: number, readonly name: string, readonly status: Types.DirectoryDraftStatus, readonly basedOn: number | null, readonly validFrom: string, readonly source: string, readonly draftedName: string, readonly createdAt: string, readonly askedAt: string | null, readonly countedAt: string | null, readonly countedMs: number | null, readonly people: number | null, readonly gain: number | null, readonly lose: number | null, readonly pending: number | null, readonly money: string | null, readonly publishedNumber: number | null, readonly allowedSteps: ReadonlyArray<string> } };

export type DiscardDirectoryDraftMutationVariables = Exact<{
  draftId: string;
}>;


export type DiscardDirectoryDraftMutation = { readonly __typename: 'Mutation', readonly discardDirectoryDraft: { readonly __typename: 'DirectoryDraft', readonly id: string, readonly version: number, readonly name: string, readonly status: Types.DirectoryDraftStatus, readonly basedOn: number | null, readonly validFrom: string, readonly source: string, readonly draftedName: string, readonly createdAt: string, readonly askedAt: string | null, readonly countedAt: string | null, readonly countedMs: number | null, readonly people: number | null, readonly gain: number | null, readonly lose: number | null, readonly pending: number | null, readonly money: string | null, readonly publishedNumber: number | null, readonly allowedSteps: ReadonlyArray<string> } };

export type WithdrawDirectoryMutationVariables = Exact<{
  lastDay: string;
}>;


export type WithdrawDirectoryMutation = { readonly __typename: 'Mutation', readonly withdrawDirectory: { readonly __typename: 'CatalogueEntry', readonly id: string, readonly validUntil: string | null } };
export const DirectoryVersionsDocument = /* @__PURE__ */ typedDocument<DirectoryVersionsQuery, DirectoryVersionsQueryVariables>('4e1006f6c3f0338fbff659af35cfccede9eff507bab095681493d580387ae486', "query DirectoryVersions { directoryVersions { __typename id number name body source isDemo validFrom validUntil publishedByName publishedAt } levels: entries(kind: \"level\") { __typename id code name } types: entries(kind: \"talent_type\") { __typename id code name } }")
export const DirectoryDraftsDocument = /* @__PURE__ */ typedDocument<DirectoryDraftsQuery, DirectoryDraftsQueryVariables>('3efda41e57eac83d3ed61e726d79f94c3c8826b3fd6e5795a090e75061c8a3e4', "query DirectoryDrafts($first: Int!, $after: String) { directoryDrafts(first: $first, after: $after) { __typename totalCount pageInfo { __typename hasNextPage endCursor } nodes { __typename ...DraftLine } } } fragment DraftLine on DirectoryDraft { __typename id version name status basedOn validFrom source draftedName createdAt askedAt countedAt countedMs people gain lose pending money publishedNumber allowedSteps }")
export const DirectoryDraftDocument = /* @__PURE__ */ typedDocument<DirectoryDraftQuery, DirectoryDraftQueryVariables>('879b685822b59cb980e973233516471311a6b73c152b7e0d36f65f6350885e09', "query DirectoryDraft($id: UUID!) { directoryDraft(id: $id) { __typename ...DraftLine body } } fragment DraftLine on DirectoryDraft { __typename id version name status basedOn validFrom source draftedName createdAt askedAt countedAt countedMs people gain lose pending money publishedNumber allowedSteps }")
export const DirectoryDraftProgressDocument = /* @__PURE__ */ typedDocument<DirectoryDraftProgressQuery, DirectoryDraftProgressQueryVariables>('fcba2ed9bd8bf93d6d3c42845f736d8cb4d83f4960bcc901176d84b0ffb4a23f', "query DirectoryDraftProgress($id: UUID!) { directoryDraft(id: $id) { __typename ...DraftLine } } fragment DraftLine on DirectoryDraft { __typename id version name status basedOn validFrom source draftedName createdAt askedAt countedAt countedMs people gain lose pending money publishedNumber allowedSteps }")
export const DirectoryImpactsDocument = /* @__PURE__ */ typedDocument<DirectoryImpactsQuery, DirectoryImpactsQueryVariables>('d90d9af3adf77a01dc85564486494991980b544c81382a7c508932e62cd2561d', "query DirectoryImpacts($draftId: UUID!, $kind: ImpactKind, $level: String, $first: Int!, $after: String) { directoryImpacts( draftId: $draftId kind: $kind level: $level first: $first after: $after ) { __typename totalCount pageInfo { __typename hasNextPage endCursor } nodes { __typename id kind levelBefore levelAfter benefitBefore benefitAfter moneyBefore moneyAfter keepsUntil talent { __typename id name employerName } } } }")
export const DraftDirectoryDocument = /* @__PURE__ */ typedDocument<DraftDirectoryMutation, DraftDirectoryMutationVariables>('bb27c57146dfd4b836fae4d89887f36d4fce85b5fb29653b0a1c2d8307850bb8', "mutation DraftDirectory($name: String!, $validFrom: Date!, $source: String!) { draftDirectory(name: $name, validFrom: $validFrom, source: $source) { __typename ...DraftLine } } fragment DraftLine on DirectoryDraft { __typename id version name status basedOn validFrom source draftedName createdAt askedAt countedAt countedMs people gain lose pending money publishedNumber allowedSteps }")
export const ChangeDirectoryDraftDocument = /* @__PURE__ */ typedDocument<ChangeDirectoryDraftMutation, ChangeDirectoryDraftMutationVariables>('36ad6f28b65efd1aefa53313c76512dc6f622f4c832c1d5f832ad881f3649151', "mutation ChangeDirectoryDraft($draftId: UUID!, $version: Int!, $name: String, $validFrom: Date, $source: String, $body: JSON) { changeDirectoryDraft( draftId: $draftId version: $version name: $name validFrom: $validFrom source: $source body: $body ) { __typename ...DraftLine body } } fragment DraftLine on DirectoryDraft { __typename id version name status basedOn validFrom source draftedName createdAt askedAt countedAt countedMs people gain lose pending money publishedNumber allowedSteps }")
export const TryOutDirectoryDocument = /* @__PURE__ */ typedDocument<TryOutDirectoryMutation, TryOutDirectoryMutationVariables>('6ab650419b8fec839e36f0f05c0eb2a53bc10ad5745f453f0e612416af06d801', "mutation TryOutDirectory($draftId: UUID!) { tryOutDirectory(draftId: $draftId) { __typename ...DraftLine } } fragment DraftLine on DirectoryDraft { __typename id version name status basedOn validFrom source draftedName createdAt askedAt countedAt countedMs people gain lose pending money publishedNumber allowedSteps }")
export const PublishDirectoryDocument = /* @__PURE__ */ typedDocument<PublishDirectoryMutation, PublishDirectoryMutationVariables>('33f75c9f115182539da1cc78444a6b3d79672980b73daf3f2d32f5a5744dd6e3', "mutation PublishDirectory($draftId: UUID!, $allowPast: Boolean!) { publishDirectory(draftId: $draftId, allowPast: $allowPast) { __typename ...DraftLine } } fragment DraftLine on DirectoryDraft { __typename id version name status basedOn validFrom source draftedName createdAt askedAt countedAt countedMs people gain lose pending money publishedNumber allowedSteps }")
export const DiscardDirectoryDraftDocument = /* @__PURE__ */ typedDocument<DiscardDirectoryDraftMutation, DiscardDirectoryDraftMutationVariables>('6a71de93e67701065c238b1c50db6f005ac8885aa596e6ae688f3b6cb97f4825', "mutation DiscardDirectoryDraft($draftId: UUID!) { discardDirectoryDraft(draftId: $draftId) { __typename ...DraftLine } } fragment DraftLine on DirectoryDraft { __typename id version name status basedOn validFrom source draftedName createdAt askedAt countedAt countedMs people gain lose pending money publishedNumber allowedSteps }")
export const WithdrawDirectoryDocument = /* @__PURE__ */ typedDocument<WithdrawDirectoryMutation, WithdrawDirectoryMutationVariables>('b136e16469c5a997e7426fe88efc6bbe75bd08741fc3889e33df218176dcf1d9', "mutation WithdrawDirectory($lastDay: Date!) { withdrawDirectory(lastDay: $lastDay) { __typename id validUntil } }")
