// Written by tools/codegen.ts from use.graphql. Do not edit.
import { typedDocument } from '@kit/graphql/document'
import type * as Types from '../../../../../kit/graphql/schema.gql'
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };


export type CardUseFragment = { readonly __typename: 'Redemption', readonly id: string, readonly serviceName: string, readonly stage: string, readonly day: string, readonly occurredAt: string, readonly amount: number, readonly status: Types.RedemptionStatus, readonly reason: string, readonly needsDecision: boolean, readonly providerId: string, readonly providerName: string | null, readonly byName: string | null, readonly allowedSteps: ReadonlyArray<string>, readonly reverses: { readonly __typename: 'Redemption', readonly id: string, readonly day: string } | null };

export type CardUsesQueryVariables = Exact<{
  providerId?: string | null | undefined;
  service?: string | null | undefined;
  talentId?: string | null | undefined;
  status?: Types.RedemptionStatus | null | undefined;
  dayFrom?: string | null | undefined;
  dayTo?: string | null | undefined;
  undecided?: boolean | null | undefined;
  first: number;
  after?: string | null | undefined;
}>;


export type CardUsesQuery = { readonly __typename: 'Query', readonly redemptions: { readonly __typename: 'RedemptionPage', readonly totalCount: number, readonly pageInfo: { readonly __typename: 'PageInfo', readonly hasNextPage: boolean, readonly endCursor: string | null }, readonly nodes: ReadonlyArray<{ readonly __typename: 'Redemption', readonly id: string, readonly serviceName: string, readonly stage: string, readonly day: string, readonly occurredAt: string, readonly amount: number, readonly status: Types.RedemptionStatus, readonly reason: string, readonly needsDecision: boolean, readonly providerId: string, readonly providerName: string | null, readonly byName: string | null, readonly allowedSteps: ReadonlyArray<string>, readonly card: { readonly __typename: 'Card', readonly id: string, readonly number: string, readonly tierName: string, readonly talent: { readonly __typename: 'Talent', readonly id: string, readonly name: string } }, readonly reverses: { readonly __typename: 'Redemption', readonly id: string, readonly day: string } | null }> } };

export type CardUsesUndecidedQueryVariables = Exact<{ [key: string]: never; }>;


export type CardUsesUndecidedQuery = { readonly __typename: 'Query', readonly redemptions: { readonly __typename: 'RedemptionPage', readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly __typename: 'Redemption', readonly id: string }> } };

export type ConfirmCardUseMutationVariables = Exact<{
  redemptionId: string;
}>;


export type ConfirmCardUseMutation = { readonly __typename: 'Mutation', readonly confirmReservation: { readonly __typename: 'Redemption', readonly id: string, readonly serviceName: string, readonly stage: string, readonly day: string, readonly occurredAt: string, readonly amount: number, readonly status: Types.RedemptionStatus, readonly reason: string, readonly needsDecision: boolean, readonly providerId: string, readonly providerName: string | null, readonly byName: string | null, readonly allowedSteps: ReadonlyArray<string>, readonly reverses: { readonly __typename: 'Redemption', readonly id: string, readonly day: string } | null } };

export type CancelCardUseMutationVariables = Exact<{
  redemptionId: string;
  reason: string;
}>;


export type CancelCardUseMutation = { readonly __typename: 'Mutation', readonly cancelReservation: { readonly __typename: 'Redemption', readonly id: string, readonly serviceName: string, readonly stage: string, readonly day: string, readonly occurredAt: string, readonly amount: number, readonly status: Types.RedemptionStatus, readonly reason: string, readonly needsDecision: boolean, readonly providerId: string, readonly providerName: string | null, readonly byName: string | null, readonly allowedSteps: ReadonlyArray<string>, readonly reverses: { readonly __typename: 'Redemption', readonly id: string, readonly day: string } | null } };

export type ReverseCardUseMutationVariables = Exact<{
  redemptionId: string;
  key: string;
  reason: string;
}>;


export type ReverseCardUseMutation = { readonly __typename: 'Mutation', readonly reverseRedemption: { readonly __typename: 'Redemption', readonly id: string, readonly serviceName: string, readonly stage: string, readonly day: string, readonly occurredAt: string, readonly amount: number, readonly status: Types.RedemptionStatus, readonly reason: string, readonly needsDecision: boolean, readonly providerId: string, readonly providerName: string | null, readonly byName: string | null, readonly allowedSteps: ReadonlyArray<string>, readonly reverses: { readonly __typename: 'Redemption', readonly id: string, readonly day: string } | null } };

export type CardPoolsQueryVariables = Exact<{
  service?: string | null | undefined;
  day?: string | null | undefined;
  first: number;
  after?: string | null | undefined;
}>;


export type CardPoolsQuery = { readonly __typename: 'Query', readonly cityPools: { readonly __typename: 'CityPoolPage', readonly totalCount: number, readonly pageInfo: { readonly __typename: 'PageInfo', readonly hasNextPage: boolean, readonly endCursor: string | null }, readonly nodes: ReadonlyArray<{ readonly __typename: 'CityPool', readonly id: string, readonly serviceName: string, readonly period: Types.Period, readonly startsOn: string, readonly endsOn: string | null, readonly quota: number, readonly used: number, readonly reserved: number, readonly held: number, readonly waiting: number, readonly remaining: number }> } };

export type CardPoolLineQueryVariables = Exact<{
  poolId: string;
  status?: Types.WaitStatus | null | undefined;
  first: number;
  after?: string | null | undefined;
}>;


export type CardPoolLineQuery = { readonly __typename: 'Query', readonly poolWaits: { readonly __typename: 'PoolWaitPage', readonly totalCount: number, readonly pageInfo: { readonly __typename: 'PageInfo', readonly hasNextPage: boolean, readonly endCursor: string | null }, readonly nodes: ReadonlyArray<{ readonly __typename: 'PoolWait', readonly id: string, readonly day: string, readonly status: Types.WaitStatus, readonly reason: string, readonly createdAt: string, readonly allowedSteps: ReadonlyArray<string>, readonly card: { readonly __typename: 'Card', readonly id: string, readonly number: string, readonly talent: { readonly __typename: 'Talent', readonly id: string, readonly name: string } } }> } };

export type SetPoolQuotaMutationVariables = Exact<{
  poolId: string;
  quota: number;
  reason: string;
}>;


export type SetPoolQuotaMutation = { readonly __typename: 'Mutation', readonly setPoolQuota: { readonly __typename: 'CityPool', readonly id: string, readonly quota: number, readonly waiting: number } };

export type LeavePoolLineMutationVariables = Exact<{
  waitId: string;
  reason: string;
}>;


export type LeavePoolLineMutation = { readonly __typename: 'Mutation', readonly leavePoolLine: { readonly __typename: 'PoolWait', readonly id: string, readonly status: Types.WaitStatus, readonly pool: { readonly __typename: 'CityPool', readonly id: string, readonly waiting: number } } };
export const CardUsesDocument = /* @__PURE__ */ typedDocument<CardUsesQuery, CardUsesQueryVariables>('b85d22331ad7d87c1f643051e58efbbe9a65f37f2e3e254d0aa2636eb522d463', "query CardUses($providerId: UUID, $service: String, $talentId: UUID, $status: RedemptionStatus, $dayFrom: Date, $dayTo: Date, $undecided: Boolean, $first: Int!, $after: String) { redemptions( providerId: $providerId service: $service talentId: $talentId status: $status dayFrom: $dayFrom dayTo: $dayTo undecided: $undecided first: $first after: $after ) { __typename totalCount pageInfo { __typename hasNextPage endCursor } nodes { __typename ...CardUse card { __typename id number tierName talent { __typename id name } } } } } fragment CardUse on Redemption { __typename id serviceName stage day occurredAt amount status reason needsDecision providerId providerName byName allowedSteps reverses { __typename id day } }")
export const CardUsesUndecidedDocument = /* @__PURE__ */ typedDocument<CardUsesUndecidedQuery, CardUsesUndecidedQueryVariables>('fb7e954e2cc1854e6e7427e42850d62366a1c1e31646b86d5ae13ab618c9f8bf', "query CardUsesUndecided { redemptions(undecided: true, first: 1) { __typename totalCount nodes { __typename id } } }")
export const ConfirmCardUseDocument = /* @__PURE__ */ typedDocument<ConfirmCardUseMutation, ConfirmCardUseMutationVariables>('7ef439fa8bb2d55d9de46a36a6f7efb52a93182ad8ad942362defd61fe9374f2', "mutation ConfirmCardUse($redemptionId: UUID!) { confirmReservation(redemptionId: $redemptionId) { __typename ...CardUse } } fragment CardUse on Redemption { __typename id serviceName stage day occurredAt amount status reason needsDecision providerId providerName byName allowedSteps reverses { __typename id day } }")
export const CancelCardUseDocument = /* @__PURE__ */ typedDocument<CancelCardUseMutation, CancelCardUseMutationVariables>('42d2c2f9633fdf494a5ba38a6e3384e7df689f7fca4af2f873e422fd5f6ed877', "mutation CancelCardUse($redemptionId: UUID!, $reason: String!) { cancelReservation(redemptionId: $redemptionId, reason: $reason) { __typename ...CardUse } } fragment CardUse on Redemption { __typename id serviceName stage day occurredAt amount status reason needsDecision providerId providerName byName allowedSteps reverses { __typename id day } }")
export const ReverseCardUseDocument = /* @__PURE__ */ typedDocument<ReverseCardUseMutation, ReverseCardUseMutationVariables>('af9e6f3ebcf0302bdca576d6e2c1c20ed94fe6bb41f1afe981ce8b5989986e28', "mutation ReverseCardUse($redemptionId: UUID!, $key: String!, $reason: String!) { reverseRedemption(redemptionId: $redemptionId, key: $key, reason: $reason) { __typename ...CardUse } } fragment CardUse on Redemption { __typename id serviceName stage day occurredAt amount status reason needsDecision providerId providerName byName allowedSteps reverses { __typename id day } }")
export const CardPoolsDocument = /* @__PURE__ */ typedDocument<CardPoolsQuery, CardPoolsQueryVariables>('e4d7a460940562d27e3fe1c83c00e8a7fd34621c5970f71ea871ff9a6c5aea24', "query CardPools($service: String, $day: Date, $first: Int!, $after: String) { cityPools(service: $service, day: $day, first: $first, after: $after) { __typename totalCount pageInfo { __typename hasNextPage endCursor } nodes { __typename id serviceName period startsOn endsOn quota used reserved held waiting remaining } } }")
export const CardPoolLineDocument = /* @__PURE__ */ typedDocument<CardPoolLineQuery, CardPoolLineQueryVariables>('e34bc10fe028c15d296c342ca5f9373ea2705d6c5e2347bb4a257a715eb6d336', "query CardPoolLine($poolId: UUID!, $status: WaitStatus, $first: Int!, $after: String) { poolWaits(poolId: $poolId, status: $status, first: $first, after: $after) { __typename totalCount pageInfo { __typename hasNextPage endCursor } nodes { __typename id day status reason createdAt allowedSteps card { __typename id number talent { __typename id name } } } } }")
export const SetPoolQuotaDocument = /* @__PURE__ */ typedDocument<SetPoolQuotaMutation, SetPoolQuotaMutationVariables>('a80bfd99a50fdb8c732a3931c1e7b578f64e16e4190ce9fcabc4c52b0f59d4e4', "mutation SetPoolQuota($poolId: UUID!, $quota: Int!, $reason: String!) { setPoolQuota(poolId: $poolId, quota: $quota, reason: $reason) { __typename id quota waiting } }")
export const LeavePoolLineDocument = /* @__PURE__ */ typedDocument<LeavePoolLineMutation, LeavePoolLineMutationVariables>('9f5bd93cf1b6755be434fbfbbe08ec6556c9fb86c1cb43bbde339b772d09bd2c', "mutation LeavePoolLine($waitId: UUID!, $reason: String!) { leavePoolLine(waitId: $waitId, reason: $reason) { __typename id status pool { __typename id waiting } } }")
