// Written by tools/codegen.ts from present.graphql. Do not edit.
import { typedDocument } from '@kit/graphql/light'
import type * as Types from '../../../../kit/graphql/schema.gql'
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };


export type PresentCardMutationVariables = Exact<{
  code: string;
}>;


export type PresentCardMutation = { readonly __typename: 'Mutation', readonly presentCard: { readonly __typename: 'CardPresentation', readonly id: string, readonly tierName: string, readonly validFrom: string, readonly validUntil: string, readonly presentedAt: string, readonly lastsUntil: string, readonly services: ReadonlyArray<{ readonly __typename: 'PresentedService', readonly code: string, readonly name: string, readonly shownOnUse: ReadonlyArray<string>, readonly needsChild: boolean, readonly most: number | null }> } };

export type RedeemPresentedMutationVariables = Exact<{
  presentationId: string;
  service: string;
  amount: number;
  key: string;
}>;


export type RedeemPresentedMutation = { readonly __typename: 'Mutation', readonly redeemPresented: { readonly __typename: 'Redemption', readonly id: string, readonly serviceCode: string, readonly serviceName: string, readonly day: string, readonly occurredAt: string, readonly amount: number, readonly status: Types.RedemptionStatus, readonly reason: string, readonly reversibleUntil: string | null } };

export type UndoUseMutationVariables = Exact<{
  id: string;
  reason: string;
  key: string;
}>;


export type UndoUseMutation = { readonly __typename: 'Mutation', readonly reverseRedemption: { readonly __typename: 'Redemption', readonly id: string, readonly day: string, readonly occurredAt: string, readonly reverses: { readonly __typename: 'Redemption', readonly id: string, readonly serviceCode: string, readonly serviceName: string, readonly day: string, readonly occurredAt: string, readonly amount: number, readonly status: Types.RedemptionStatus, readonly reason: string, readonly reversibleUntil: string | null } | null } };

export type Use_RedemptionFragment = { readonly __typename: 'Redemption', readonly id: string, readonly serviceCode: string, readonly serviceName: string, readonly day: string, readonly occurredAt: string, readonly amount: number, readonly status: Types.RedemptionStatus, readonly reason: string, readonly reversibleUntil: string | null };
export const PresentCardDocument = /* @__PURE__ */ typedDocument<PresentCardMutation, PresentCardMutationVariables>('0ee408cbf12a28e6cfb3b2647dc44f34ebf87e84f14cfafa3559bdaa110e0c4a', '')
export const RedeemPresentedDocument = /* @__PURE__ */ typedDocument<RedeemPresentedMutation, RedeemPresentedMutationVariables>('3ca3fd5756e99bfeeeabd72e4c9744954207f988b634635ece588de71e23dc26', '')
export const UndoUseDocument = /* @__PURE__ */ typedDocument<UndoUseMutation, UndoUseMutationVariables>('16b7ff5f84072d137de6f0ba70c016e6be8536d25d43e2b04687a88469eeec1a', '')
