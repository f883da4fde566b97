// Written by tools/codegen.ts from rights.graphql. Do not edit.
import { typedDocument } from '@kit/graphql/document'
import type * as Types from '../../../../kit/graphql/schema.gql'
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };


export type MyRightsQueryVariables = Exact<{ [key: string]: never; }>;


export type MyRightsQuery = { readonly __typename: 'Query', readonly myCards: ReadonlyArray<{ readonly __typename: 'Card', readonly id: string, readonly tier: string, readonly tierName: string, readonly scheme: string, readonly status: Types.CardStatus }>, readonly myEntitlements: ReadonlyArray<{ readonly __typename: 'Entitlement', readonly id: string, readonly serviceCode: string, readonly serviceName: string, readonly serviceClass: string, readonly period: Types.Period, readonly endsOn: string | null, readonly stage: string, readonly quota: number | null, readonly used: number, readonly reserved: number, readonly remaining: number | null, readonly pooled: boolean }>, readonly services: ReadonlyArray<{ readonly __typename: 'CatalogueEntry', readonly id: string, readonly code: string, readonly name: string, readonly body: unknown, readonly isDemo: boolean }>, readonly schemes: ReadonlyArray<{ readonly __typename: 'CatalogueEntry', readonly id: string, readonly code: string, readonly body: unknown }> };

export type MyUsesQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
}>;


export type MyUsesQuery = { readonly __typename: 'Query', readonly myRedemptions: { readonly __typename: 'RedemptionPage', readonly totalCount: number, readonly pageInfo: { readonly __typename: 'PageInfo', readonly hasNextPage: boolean, readonly endCursor: string | null }, readonly nodes: ReadonlyArray<{ readonly __typename: 'Redemption', readonly id: string, readonly serviceName: string, readonly day: string, readonly occurredAt: string, readonly amount: number, readonly status: Types.RedemptionStatus, readonly stage: string, readonly reason: string, readonly needsDecision: boolean, readonly providerName: string | null }> } };
export const MyRightsDocument = /* @__PURE__ */ typedDocument<MyRightsQuery, MyRightsQueryVariables>('9abe2a49672b1cf3c0733cb5a8810b8124e1d8970ded4a3623e6f1b140f5f818', "query MyRights { myCards { __typename id tier tierName scheme status } myEntitlements { __typename id serviceCode serviceName serviceClass period endsOn stage quota used reserved remaining pooled } services: entries(kind: \"card_service\") { __typename id code name body isDemo } schemes: entries(kind: \"card_scheme\") { __typename id code body } }")
export const MyUsesDocument = /* @__PURE__ */ typedDocument<MyUsesQuery, MyUsesQueryVariables>('8094ebc3f6acad4e6d14d5448aab68e94d61945e9957173c39adcd276d395234', "query MyUses($first: Int!, $after: String) { myRedemptions(first: $first, after: $after) { __typename totalCount pageInfo { __typename hasNextPage endCursor } nodes { __typename id serviceName day occurredAt amount status stage reason needsDecision providerName } } }")
