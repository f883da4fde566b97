// Written by tools/codegen.ts from need.graphql. Do not edit.
import { typedDocument } from '@kit/graphql/document'
import type * as Types from '../../../../../kit/graphql/schema.gql'
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };


export type NeedsQueryVariables = Exact<{
  status?: Types.NeedStatus | null | undefined;
  kind?: string | null | undefined;
  handlerUnitId?: string | null | undefined;
  overdueOn?: string | null | undefined;
  first: number;
  after?: string | null | undefined;
}>;


export type NeedsQuery = { readonly __typename: 'Query', readonly needs: { readonly __typename: 'NeedPage', readonly totalCount: number, readonly pageInfo: { readonly __typename: 'PageInfo', readonly hasNextPage: boolean, readonly endCursor: string | null }, readonly nodes: ReadonlyArray<{ readonly __typename: 'Need', readonly id: string, readonly talentName: string, readonly kind: string, readonly kindName: string | null, readonly content: string, readonly status: Types.NeedStatus, readonly raisedOn: string, readonly dueOn: string | null, readonly overdue: boolean, readonly returns: number, readonly handlerUnit: { readonly __typename: 'Unit', readonly id: string, readonly shortName: string } | null }> } };

export type OneNeedQueryVariables = Exact<{
  id: string;
}>;


export type OneNeedQuery = { readonly __typename: 'Query', readonly need: { readonly __typename: 'Need', readonly id: string, readonly talentName: string, readonly kindName: string | null, readonly content: string, readonly status: Types.NeedStatus, readonly allowedSteps: ReadonlyArray<string>, readonly raisedOn: string, readonly routedOn: string | null, readonly dueOn: string | null, readonly overdue: boolean, readonly result: string | null, readonly finishedOn: string | null, readonly settledOn: string | null, readonly returnReason: string | null, readonly returns: number, readonly handlerUnit: { readonly __typename: 'Unit', readonly id: string, readonly name: string } | null, readonly talent: { readonly __typename: 'Talent', readonly id: string, readonly name: string, readonly levelName: string | null, readonly employerName: string | null } | null, readonly log: { readonly __typename: 'ContactLog', readonly id: string, readonly occurredOn: string, readonly titleThen: string } | null } | null };

export type NeedsByKindQueryVariables = Exact<{
  since: string;
  until: string;
}>;


export type NeedsByKindQuery = { readonly __typename: 'Query', readonly needsByKind: ReadonlyArray<{ readonly __typename: 'NeedsOfKind', readonly kind: string, readonly collected: number, readonly solved: number, readonly settledThen: number, readonly overdue: number }> };

export type RouteNeedMutationVariables = Exact<{
  needId: string;
  handlerUnitId: string;
}>;


export type RouteNeedMutation = { readonly __typename: 'Mutation', readonly routeNeed: { readonly __typename: 'Need', readonly id: string, readonly dueOn: string | null } };

export type AcceptNeedMutationVariables = Exact<{
  needId: string;
}>;


export type AcceptNeedMutation = { readonly __typename: 'Mutation', readonly acceptNeed: { readonly __typename: 'Need', readonly id: string } };

export type DeclineNeedMutationVariables = Exact<{
  needId: string;
  reason: string;
}>;


export type DeclineNeedMutation = { readonly __typename: 'Mutation', readonly declineNeed: { readonly __typename: 'Need', readonly id: string } };

export type FinishNeedMutationVariables = Exact<{
  needId: string;
  result: string;
}>;


export type FinishNeedMutation = { readonly __typename: 'Mutation', readonly finishNeed: { readonly __typename: 'Need', readonly id: string } };

export type ConfirmNeedSolvedMutationVariables = Exact<{
  needId: string;
}>;


export type ConfirmNeedSolvedMutation = { readonly __typename: 'Mutation', readonly confirmNeed: { readonly __typename: 'Need', readonly id: string } };

export type SendNeedBackMutationVariables = Exact<{
  needId: string;
  reason: string;
}>;


export type SendNeedBackMutation = { readonly __typename: 'Mutation', readonly sendBackNeed: { readonly __typename: 'Need', readonly id: string } };
export const NeedsDocument = /* @__PURE__ */ typedDocument<NeedsQuery, NeedsQueryVariables>('a117762c5ee0022890f94142f721935645ff6d0d8f6b6c67d600f4424ffdd470', "query Needs($status: NeedStatus, $kind: String, $handlerUnitId: UUID, $overdueOn: Date, $first: Int!, $after: String) { needs( status: $status kind: $kind handlerUnitId: $handlerUnitId overdueOn: $overdueOn first: $first after: $after ) { __typename totalCount pageInfo { __typename hasNextPage endCursor } nodes { __typename id talentName kind kindName content status raisedOn dueOn overdue returns handlerUnit { __typename id shortName } } } }")
export const OneNeedDocument = /* @__PURE__ */ typedDocument<OneNeedQuery, OneNeedQueryVariables>('3b7825bb472baa45d96e192b8812013495e27a99de584f735c1a23176b0d0124', "query OneNeed($id: UUID!) { need(id: $id) { __typename id talentName kindName content status allowedSteps raisedOn routedOn dueOn overdue result finishedOn settledOn returnReason returns handlerUnit { __typename id name } talent { __typename id name levelName employerName } log { __typename id occurredOn titleThen } } }")
export const NeedsByKindDocument = /* @__PURE__ */ typedDocument<NeedsByKindQuery, NeedsByKindQueryVariables>('4f009e6b0c0e01a345466a704f4d73c926e0d18123f299e12933293227db37ca', "query NeedsByKind($since: Date!, $until: Date!) { needsByKind(since: $since, until: $until) { __typename kind collected solved settledThen overdue } }")
export const RouteNeedDocument = /* @__PURE__ */ typedDocument<RouteNeedMutation, RouteNeedMutationVariables>('1b3d15b32ff1024b4e3b50ca03bfa673a616c0543821dfae339504ff32298a26', "mutation RouteNeed($needId: UUID!, $handlerUnitId: UUID!) { routeNeed(needId: $needId, handlerUnitId: $handlerUnitId) { __typename id dueOn } }")
export const AcceptNeedDocument = /* @__PURE__ */ typedDocument<AcceptNeedMutation, AcceptNeedMutationVariables>('f10385cda79c220c5777d1cad4062a8a0b63d6c01d51904f886640ddbddc9dae', "mutation AcceptNeed($needId: UUID!) { acceptNeed(needId: $needId) { __typename id } }")
export const DeclineNeedDocument = /* @__PURE__ */ typedDocument<DeclineNeedMutation, DeclineNeedMutationVariables>('117a4017fc440cd9e89a95cee06802cd0f409265e118a3e957dbdd6f0bde0880', "mutation DeclineNeed($needId: UUID!, $reason: String!) { declineNeed(needId: $needId, reason: $reason) { __typename id } }")
export const FinishNeedDocument = /* @__PURE__ */ typedDocument<FinishNeedMutation, FinishNeedMutationVariables>('ab047475d52f922f0725886827266d104e84db3d7f5985f64dee6a40c20dff9f', "mutation FinishNeed($needId: UUID!, $result: String!) { finishNeed(needId: $needId, result: $result) { __typename id } }")
export const ConfirmNeedSolvedDocument = /* @__PURE__ */ typedDocument<ConfirmNeedSolvedMutation, ConfirmNeedSolvedMutationVariables>('ee32037cd6a51e1f807c81b86757e2869693917f9c245b2fe5dde33010b26520', "mutation ConfirmNeedSolved($needId: UUID!) { confirmNeed(needId: $needId) { __typename id } }")
export const SendNeedBackDocument = /* @__PURE__ */ typedDocument<SendNeedBackMutation, SendNeedBackMutationVariables>('96bf74e1cda82c8b017a8e566773613b52789d513ecf29644605d3c4ab649c55', "mutation SendNeedBack($needId: UUID!, $reason: String!) { sendBackNeed(needId: $needId, reason: $reason) { __typename id } }")
