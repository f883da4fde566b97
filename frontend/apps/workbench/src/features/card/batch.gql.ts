// Written by tools/codegen.ts from batch.graphql. Do not edit.
import { typedDocument } from '@kit/graphql/document'
import type * as Types from '../../../../../kit/graphql/schema.gql'
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };


export type CardBatchesQueryVariables = Exact<{
  status?: Types.BatchStatus | null | undefined;
  first: number;
  after?: string | null | undefined;
}>;


export type CardBatchesQuery = { readonly __typename: 'Query', readonly cardBatches: { readonly __typename: 'CardBatchPage', readonly totalCount: number, readonly pageInfo: { readonly __typename: 'PageInfo', readonly hasNextPage: boolean, readonly endCursor: string | null }, readonly nodes: ReadonlyArray<{ readonly __typename: 'CardBatch', readonly id: string, readonly title: string, readonly status: Types.BatchStatus, readonly people: number, readonly planned: number, readonly issued: number, readonly preparedByName: string, readonly approvedByName: string | null, readonly createdAt: string }> } };

export type CardBatchesWaitingQueryVariables = Exact<{ [key: string]: never; }>;


export type CardBatchesWaitingQuery = { readonly __typename: 'Query', readonly cardBatches: { readonly __typename: 'CardBatchPage', readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly __typename: 'CardBatch', readonly id: string }> } };

export type CardBatchPageQueryVariables = Exact<{
  id: string;
}>;


export type CardBatchPageQuery = { readonly __typename: 'Query', readonly cardBatch: { readonly __typename: 'CardBatch', readonly id: string, readonly title: string, readonly scheme: string, readonly status: Types.BatchStatus, readonly people: number, readonly planned: number, readonly issued: number, readonly preparedByName: string, readonly approvedByName: string | null, readonly approvedAt: string | null, readonly note: string, readonly createdAt: string, readonly allowedSteps: ReadonlyArray<string> } | null };

export type CardBatchLinesQueryVariables = Exact<{
  batchId: string;
  status?: Types.LineStatus | null | undefined;
  tier?: string | null | undefined;
  first: number;
  after?: string | null | undefined;
}>;


export type CardBatchLinesQuery = { readonly __typename: 'Query', readonly cardBatchLines: { readonly __typename: 'CardBatchLinePage', readonly totalCount: number, readonly pageInfo: { readonly __typename: 'PageInfo', readonly hasNextPage: boolean, readonly endCursor: string | null }, readonly nodes: ReadonlyArray<{ readonly __typename: 'CardBatchLine', readonly id: string, readonly level: string | null, readonly tierName: string | null, readonly validUntil: string | null, readonly status: Types.LineStatus, readonly skip: Types.SkipReason | null, readonly talent: { readonly __typename: 'Talent', readonly id: string, readonly name: string, readonly employerName: string | null, readonly unit: { readonly __typename: 'Unit', readonly id: string, readonly shortName: string } }, readonly card: { readonly __typename: 'Card', readonly id: string, readonly number: string } | null }> } };

export type CardBatchStepFragment = { readonly __typename: 'CardBatch', readonly id: string, readonly status: Types.BatchStatus, readonly allowedSteps: ReadonlyArray<string> };

export type DrawUpCardBatchMutationVariables = Exact<{
  title: string;
  scheme: string;
  unitId?: string | null | undefined;
  levels?: ReadonlyArray<string> | string | null | undefined;
}>;


export type DrawUpCardBatchMutation = { readonly __typename: 'Mutation', readonly drawUpCardBatch: { readonly __typename: 'CardBatch', readonly id: string, readonly status: Types.BatchStatus, readonly allowedSteps: ReadonlyArray<string> } };

export type RemoveFromCardBatchMutationVariables = Exact<{
  batchId: string;
  lineIds: ReadonlyArray<string> | string;
}>;


export type RemoveFromCardBatchMutation = { readonly __typename: 'Mutation', readonly removeFromCardBatch: { readonly __typename: 'CardBatch', readonly id: string, readonly status: Types.BatchStatus, readonly allowedSteps: ReadonlyArray<string> } };

export type SubmitCardBatchMutationVariables = Exact<{
  batchId: string;
}>;


export type SubmitCardBatchMutation = { readonly __typename: 'Mutation', readonly submitCardBatch: { readonly __typename: 'CardBatch', readonly id: string, readonly status: Types.BatchStatus, readonly allowedSteps: ReadonlyArray<string> } };

export type ReturnCardBatchMutationVariables = Exact<{
  batchId: string;
  note: string;
}>;


export type ReturnCardBatchMutation = { readonly __typename: 'Mutation', readonly returnCardBatch: { readonly __typename: 'CardBatch', readonly id: string, readonly status: Types.BatchStatus, readonly allowedSteps: ReadonlyArray<string> } };

export type WithdrawCardBatchMutationVariables = Exact<{
  batchId: string;
}>;


export type WithdrawCardBatchMutation = { readonly __typename: 'Mutation', readonly withdrawCardBatch: { readonly __typename: 'CardBatch', readonly id: string, readonly status: Types.BatchStatus, readonly allowedSteps: ReadonlyArray<string> } };

export type ApproveCardBatchMutationVariables = Exact<{
  batchId: string;
}>;


export type ApproveCardBatchMutation = { readonly __typename: 'Mutation', readonly approveCardBatch: { readonly __typename: 'CardBatch', readonly id: string, readonly status: Types.BatchStatus, readonly allowedSteps: ReadonlyArray<string> } };
export const CardBatchesDocument = /* @__PURE__ */ typedDocument<CardBatchesQuery, CardBatchesQueryVariables>('e7cff3de7a91e72d16801164a5a53745e25c5e0cc20f4739642fe10bbcd171c1', "query CardBatches($status: BatchStatus, $first: Int!, $after: String) { cardBatches(status: $status, first: $first, after: $after) { __typename totalCount pageInfo { __typename hasNextPage endCursor } nodes { __typename id title status people planned issued preparedByName approvedByName createdAt } } }")
export const CardBatchesWaitingDocument = /* @__PURE__ */ typedDocument<CardBatchesWaitingQuery, CardBatchesWaitingQueryVariables>('f17f94282ddbeb0a3305fccdf4a24f8e2907a1fc01f70e53f30cefe7c05d511d', "query CardBatchesWaiting { cardBatches(status: SUBMITTED, first: 1) { __typename totalCount nodes { __typename id } } }")
export const CardBatchPageDocument = /* @__PURE__ */ typedDocument<CardBatchPageQuery, CardBatchPageQueryVariables>('f302ed99ce74ee6ba68edd75bbc8da50367da8d7cd87c0482ade365907155ccb', "query CardBatchPage($id: UUID!) { cardBatch(id: $id) { __typename id title scheme status people planned issued preparedByName approvedByName approvedAt note createdAt allowedSteps } }")
export const CardBatchLinesDocument = /* @__PURE__ */ typedDocument<CardBatchLinesQuery, CardBatchLinesQueryVariables>('3522782c6816da36a5431e435c0ec5e56b03cb3fc3e3fbe2eb511d31e7f41058', "query CardBatchLines($batchId: UUID!, $status: LineStatus, $tier: String, $first: Int!, $after: String) { cardBatchLines( batchId: $batchId status: $status tier: $tier first: $first after: $after ) { __typename totalCount pageInfo { __typename hasNextPage endCursor } nodes { __typename id level tierName validUntil status skip talent { __typename id name employerName unit { __typename id shortName } } card { __typename id number } } } }")
export const DrawUpCardBatchDocument = /* @__PURE__ */ typedDocument<DrawUpCardBatchMutation, DrawUpCardBatchMutationVariables>('970249d7a2eb3c3678f638f4d5928e42122cb2df42099acf333a2e9cc1560889', "mutation DrawUpCardBatch($title: String!, $scheme: String!, $unitId: UUID, $levels: [String!]) { drawUpCardBatch( title: $title schemeCode: $scheme unitId: $unitId levels: $levels ) { __typename ...CardBatchStep } } fragment CardBatchStep on CardBatch { __typename id status allowedSteps }")
export const RemoveFromCardBatchDocument = /* @__PURE__ */ typedDocument<RemoveFromCardBatchMutation, RemoveFromCardBatchMutationVariables>('8c2b80055844e8abae1029d5f1f183ebbc4b8c9a6d23901f36df953103722948', "mutation RemoveFromCardBatch($batchId: UUID!, $lineIds: [UUID!]!) { removeFromCardBatch(batchId: $batchId, lineIds: $lineIds) { __typename ...CardBatchStep } } fragment CardBatchStep on CardBatch { __typename id status allowedSteps }")
export const SubmitCardBatchDocument = /* @__PURE__ */ typedDocument<SubmitCardBatchMutation, SubmitCardBatchMutationVariables>('f841a1b79084d719d0f25da0cbf73ae8eb390c024821faa49f88c2572685ec81', "mutation SubmitCardBatch($batchId: UUID!) { submitCardBatch(batchId: $batchId) { __typename ...CardBatchStep } } fragment CardBatchStep on CardBatch { __typename id status allowedSteps }")
export const ReturnCardBatchDocument = /* @__PURE__ */ typedDocument<ReturnCardBatchMutation, ReturnCardBatchMutationVariables>('dadb5e4a7eec4f635aa3b1622fb2339fb4532b260d7492b425803d956685b181', "mutation ReturnCardBatch($batchId: UUID!, $note: String!) { returnCardBatch(batchId: $batchId, note: $note) { __typename ...CardBatchStep } } fragment CardBatchStep on CardBatch { __typename id status allowedSteps }")
export const WithdrawCardBatchDocument = /* @__PURE__ */ typedDocument<WithdrawCardBatchMutation, WithdrawCardBatchMutationVariables>('e6570922a227a58f5ba96c6940cd27d737d40e65215403114cd3eda01ebc4e0c', "mutation WithdrawCardBatch($batchId: UUID!) { withdrawCardBatch(batchId: $batchId) { __typename ...CardBatchStep } } fragment CardBatchStep on CardBatch { __typename id status allowedSteps }")
export const ApproveCardBatchDocument = /* @__PURE__ */ typedDocument<ApproveCardBatchMutation, ApproveCardBatchMutationVariables>('f1f0f273bfb28da5aa505e6a3fb88b9ce3e11aa4a80ce8a16f5882c9b4d68b5d', "mutation ApproveCardBatch($batchId: UUID!) { approveCardBatch(batchId: $batchId) { __typename ...CardBatchStep } } fragment CardBatchStep on CardBatch { __typename id status allowedSteps }")
