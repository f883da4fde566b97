// Written by tools/codegen.ts from day.graphql. Do not edit.
import { typedDocument } from '@kit/graphql/light'
import type * as Types from '../../../../kit/graphql/schema.gql'
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };


export type CounterDayQueryVariables = Exact<{
  day: string;
  after?: string | null | undefined;
}>;


export type CounterDayQuery = { readonly __typename: 'Query', readonly counterRedemptions: { readonly __typename: 'RedemptionPage', readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly __typename: 'Redemption', readonly cardTail: string, readonly byName: string | null, readonly presented: boolean, readonly needsDecision: boolean, readonly allowedSteps: ReadonlyArray<string>, readonly id: string, readonly serviceCode: string, readonly serviceName: string, readonly day: string, readonly occurredAt: string, readonly amount: number, readonly status: Types.RedemptionStatus, readonly reason: string, readonly reversibleUntil: string | null }>, readonly pageInfo: { readonly __typename: 'PageInfo', readonly hasNextPage: boolean, readonly endCursor: string | null } } };

export type ConfirmBookingMutationVariables = Exact<{
  id: string;
}>;


export type ConfirmBookingMutation = { readonly __typename: 'Mutation', readonly confirmReservation: { readonly __typename: 'Redemption', readonly id: string, readonly serviceCode: string, readonly serviceName: string, readonly day: string, readonly occurredAt: string, readonly amount: number, readonly status: Types.RedemptionStatus, readonly reason: string, readonly reversibleUntil: string | null } };

export type CancelBookingMutationVariables = Exact<{
  id: string;
  reason: string;
}>;


export type CancelBookingMutation = { readonly __typename: 'Mutation', readonly cancelReservation: { readonly __typename: 'Redemption', readonly id: string, readonly serviceCode: string, readonly serviceName: string, readonly day: string, readonly occurredAt: string, readonly amount: number, readonly status: Types.RedemptionStatus, readonly reason: string, readonly reversibleUntil: string | null } };
export const CounterDayDocument = /* @__PURE__ */ typedDocument<CounterDayQuery, CounterDayQueryVariables>('74e1a1acb139275f792f48767e3e7d57893a9f1eed1784126fe1483baffd3f3c', '')
export const ConfirmBookingDocument = /* @__PURE__ */ typedDocument<ConfirmBookingMutation, ConfirmBookingMutationVariables>('e7c440013c35bf090eac5095f1a7ae33e022a6006cb788a56c99b15019987d1d', '')
export const CancelBookingDocument = /* @__PURE__ */ typedDocument<CancelBookingMutation, CancelBookingMutationVariables>('b7050d303893f8c259fc021e263c3e6c79b5b309d0a795ea694eb014c3c1d451', '')
