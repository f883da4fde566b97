// Written by tools/codegen.ts from card.graphql. Do not edit.
import { typedDocument } from '@kit/graphql/document'
import type * as Types from '../../../../../kit/graphql/schema.gql'
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };


export type CardsPageQueryVariables = Exact<{
  number?: string | null | undefined;
  tier?: string | null | undefined;
  status?: Types.CardStatus | null | undefined;
  unitId?: string | null | undefined;
  batchId?: string | null | undefined;
  endsBefore?: string | null | undefined;
  first: number;
  after?: string | null | undefined;
}>;


export type CardsPageQuery = { readonly __typename: 'Query', readonly cards: { readonly __typename: 'CardPage', readonly totalCount: number, readonly pageInfo: { readonly __typename: 'PageInfo', readonly hasNextPage: boolean, readonly endCursor: string | null }, readonly nodes: ReadonlyArray<{ readonly __typename: 'Card', readonly id: string, readonly number: string, readonly tierName: string, readonly status: Types.CardStatus, readonly statusReason: string, readonly validFrom: string, readonly validUntil: string, readonly talent: { readonly __typename: 'Talent', readonly id: string, readonly name: string, readonly employerName: string | null, readonly unit: { readonly __typename: 'Unit', readonly id: string, readonly shortName: string } } }> } };

export type CardTiersQueryVariables = Exact<{
  unitId?: string | null | undefined;
}>;


export type CardTiersQuery = { readonly __typename: 'Query', readonly cardTierDistribution: ReadonlyArray<{ readonly __typename: 'TierCount', readonly tier: string, readonly tierName: string, readonly active: number, readonly pending: number, readonly frozen: number, readonly lost: number }> };

export type CardTermsQueryVariables = Exact<{ [key: string]: never; }>;


export type CardTermsQuery = { readonly __typename: 'Query', readonly schemes: ReadonlyArray<{ readonly __typename: 'CatalogueEntry', readonly id: string, readonly code: string, readonly name: string, readonly body: unknown }>, readonly tiers: ReadonlyArray<{ readonly __typename: 'CatalogueEntry', readonly id: string, readonly code: string, readonly name: string, readonly body: unknown }>, readonly levels: ReadonlyArray<{ readonly __typename: 'CatalogueEntry', readonly id: string, readonly code: string, readonly name: string }> };

export type CardServicesQueryVariables = Exact<{ [key: string]: never; }>;


export type CardServicesQuery = { readonly __typename: 'Query', readonly entries: ReadonlyArray<{ readonly __typename: 'CatalogueEntry', readonly id: string, readonly code: string, readonly name: string }> };

export type CardPageQueryVariables = Exact<{
  id: string;
}>;


export type CardPageQuery = { readonly __typename: 'Query', readonly card: { readonly __typename: 'Card', readonly id: string, readonly number: string, readonly tierName: string, readonly level: string, readonly validFrom: string, readonly validUntil: string, readonly status: Types.CardStatus, readonly statusReason: string, readonly statusSince: string, readonly succession: Types.Succession | null, readonly succeededOn: string | null, readonly allowedSteps: ReadonlyArray<string>, readonly talent: { readonly __typename: 'Talent', readonly id: string, readonly name: string, readonly employerName: string | null, readonly position: string | null, readonly unit: { readonly __typename: 'Unit', readonly id: string, readonly name: string } }, readonly predecessor: { readonly __typename: 'Card', readonly id: string, readonly number: string, readonly tierName: string, readonly status: Types.CardStatus, readonly succession: Types.Succession | null, readonly succeededOn: string | null, readonly statusReason: string } | null, readonly successor: { readonly __typename: 'Card', readonly id: string, readonly number: string, readonly tierName: string, readonly status: Types.CardStatus } | null, readonly entitlements: ReadonlyArray<{ readonly __typename: 'Entitlement', readonly id: string, readonly serviceName: string, readonly serviceClass: string, readonly period: Types.Period, readonly startsOn: string, readonly endsOn: string | null, readonly stage: string, readonly quota: number | null, readonly carried: number, readonly used: number, readonly reserved: number, readonly lapsed: number, readonly remaining: number | null, readonly pooled: boolean }>, readonly redemptions: ReadonlyArray<{ readonly __typename: 'Redemption', readonly id: string, readonly serviceName: string, readonly stage: string, readonly day: string, readonly occurredAt: string, readonly amount: number, readonly status: Types.RedemptionStatus, readonly reason: string, readonly needsDecision: boolean, readonly providerId: string, readonly providerName: string | null, readonly byName: string | null, readonly allowedSteps: ReadonlyArray<string>, readonly reverses: { readonly __typename: 'Redemption', readonly id: string, readonly day: string } | null }> } | null };

export type CardLedgerQueryVariables = Exact<{
  id: string;
  first: number;
  after?: string | null | undefined;
}>;


export type CardLedgerQuery = { readonly __typename: 'Query', readonly entitlementLedger: { readonly __typename: 'LedgerEntryPage', readonly totalCount: number, readonly pageInfo: { readonly __typename: 'PageInfo', readonly hasNextPage: boolean, readonly endCursor: string | null }, readonly nodes: ReadonlyArray<{ readonly __typename: 'LedgerEntry', readonly id: string, readonly entry: Types.Entry, readonly amount: number, readonly note: string, readonly createdAt: string }> } };

export type CardStepFragment = { readonly __typename: 'Card', readonly id: string, readonly status: Types.CardStatus, readonly allowedSteps: ReadonlyArray<string> };

export type ActivateCardMutationVariables = Exact<{
  cardId: string;
}>;


export type ActivateCardMutation = { readonly __typename: 'Mutation', readonly activateCard: { readonly __typename: 'Card', readonly id: string, readonly status: Types.CardStatus, readonly allowedSteps: ReadonlyArray<string> } };

export type FreezeCardMutationVariables = Exact<{
  cardId: string;
  reason: string;
}>;


export type FreezeCardMutation = { readonly __typename: 'Mutation', readonly freezeCard: { readonly __typename: 'Card', readonly id: string, readonly status: Types.CardStatus, readonly allowedSteps: ReadonlyArray<string> } };

export type ThawCardMutationVariables = Exact<{
  cardId: string;
}>;


export type ThawCardMutation = { readonly __typename: 'Mutation', readonly thawCard: { readonly __typename: 'Card', readonly id: string, readonly status: Types.CardStatus, readonly allowedSteps: ReadonlyArray<string> } };

export type ReportCardLostMutationVariables = Exact<{
  cardId: string;
  reason: string;
}>;


export type ReportCardLostMutation = { readonly __typename: 'Mutation', readonly reportCardLost: { readonly __typename: 'Card', readonly id: string, readonly status: Types.CardStatus, readonly allowedSteps: ReadonlyArray<string> } };

export type FindCardMutationVariables = Exact<{
  cardId: string;
}>;


export type FindCardMutation = { readonly __typename: 'Mutation', readonly findCard: { readonly __typename: 'Card', readonly id: string, readonly status: Types.CardStatus, readonly allowedSteps: ReadonlyArray<string> } };

export type ReplaceCardMutationVariables = Exact<{
  cardId: string;
  reason: string;
}>;


export type ReplaceCardMutation = { readonly __typename: 'Mutation', readonly replaceCard: { readonly __typename: 'Card', readonly number: string, readonly id: string, readonly status: Types.CardStatus, readonly allowedSteps: ReadonlyArray<string> } };

export type CancelCardMutationVariables = Exact<{
  cardId: string;
  reason: string;
}>;


export type CancelCardMutation = { readonly __typename: 'Mutation', readonly cancelCard: { readonly __typename: 'Card', readonly id: string, readonly status: Types.CardStatus, readonly allowedSteps: ReadonlyArray<string> } };
export const CardsPageDocument = /* @__PURE__ */ typedDocument<CardsPageQuery, CardsPageQueryVariables>('d2456ddfc53ffc42cc59ba52728482959cd78a086982ffd35ef416bec07395bd', "query CardsPage($number: String, $tier: String, $status: CardStatus, $unitId: UUID, $batchId: UUID, $endsBefore: Date, $first: Int!, $after: String) { cards( number: $number tier: $tier status: $status unitId: $unitId batchId: $batchId endsBefore: $endsBefore first: $first after: $after ) { __typename totalCount pageInfo { __typename hasNextPage endCursor } nodes { __typename id number tierName status statusReason validFrom validUntil talent { __typename id name employerName unit { __typename id shortName } } } } }")
export const CardTiersDocument = /* @__PURE__ */ typedDocument<CardTiersQuery, CardTiersQueryVariables>('70912344c5c612d273adb824ae7d4f02ae4d16d002f0afb6c176a38c52766af2', "query CardTiers($unitId: UUID) { cardTierDistribution(unitId: $unitId) { __typename tier tierName active pending frozen lost } }")
export const CardTermsDocument = /* @__PURE__ */ typedDocument<CardTermsQuery, CardTermsQueryVariables>('b777e5a30237d949d08b3218e63040820b69c56ec1c4d53a73699ca56c7d3041', "query CardTerms { schemes: entries(kind: \"card_scheme\") { __typename id code name body } tiers: entries(kind: \"card_tier\") { __typename id code name body } levels: entries(kind: \"level\") { __typename id code name } }")
export const CardServicesDocument = /* @__PURE__ */ typedDocument<CardServicesQuery, CardServicesQueryVariables>('50b6f5d7a91b4b56e5bc76f73061903edd55e2640c4db62b842d3af6d5d2ae48', "query CardServices { entries(kind: \"card_service\") { __typename id code name } }")
export const CardPageDocument = /* @__PURE__ */ typedDocument<CardPageQuery, CardPageQueryVariables>('4f46fc9a4fbfd7dd7f327f6728fb0dfadc59a862db881ed4f66d9d78430eb650', "query CardPage($id: UUID!) { card(id: $id) { __typename id number tierName level validFrom validUntil status statusReason statusSince succession succeededOn allowedSteps talent { __typename id name employerName position unit { __typename id name } } predecessor { __typename id number tierName status succession succeededOn statusReason } successor { __typename id number tierName status } entitlements(first: 100) { __typename id serviceName serviceClass period startsOn endsOn stage quota carried used reserved lapsed remaining pooled } redemptions(first: 50) { __typename ...CardUse } } } fragment CardUse on Redemption { __typename id serviceName stage day occurredAt amount status reason needsDecision providerId providerName byName allowedSteps reverses { __typename id day } }")
export const CardLedgerDocument = /* @__PURE__ */ typedDocument<CardLedgerQuery, CardLedgerQueryVariables>('817ebc45cb270c9b5da5518bff02f87b76de1746b221b95ae9078aa59b0122b4', "query CardLedger($id: UUID!, $first: Int!, $after: String) { entitlementLedger(entitlementId: $id, first: $first, after: $after) { __typename totalCount pageInfo { __typename hasNextPage endCursor } nodes { __typename id entry amount note createdAt } } }")
export const ActivateCardDocument = /* @__PURE__ */ typedDocument<ActivateCardMutation, ActivateCardMutationVariables>('159963d29b3e9bb33f99b40a0c561aab2b0431d264581659475a56a932607cf5', "mutation ActivateCard($cardId: UUID!) { activateCard(cardId: $cardId) { __typename ...CardStep } } fragment CardStep on Card { __typename id status allowedSteps }")
export const FreezeCardDocument = /* @__PURE__ */ typedDocument<FreezeCardMutation, FreezeCardMutationVariables>('33048a1a96fc7f78ac92dda77bd5e0a7bdd30e4f12719cba3a5d91a12a2996be', "mutation FreezeCard($cardId: UUID!, $reason: String!) { freezeCard(cardId: $cardId, reason: $reason) { __typename ...CardStep } } fragment CardStep on Card { __typename id status allowedSteps }")
export const ThawCardDocument = /* @__PURE__ */ typedDocument<ThawCardMutation, ThawCardMutationVariables>('9cbec26d14a23ad349de7a16ff2aab09a8712ebf9ddb6ba4c1d0acde3d9c3a7b', "mutation ThawCard($cardId: UUID!) { thawCard(cardId: $cardId) { __typename ...CardStep } } fragment CardStep on Card { __typename id status allowedSteps }")
export const ReportCardLostDocument = /* @__PURE__ */ typedDocument<ReportCardLostMutation, ReportCardLostMutationVariables>('27f7e4d96ac3d2588a1a0e51870d07f7fc3a9b6e27f6f9c855e4fff83c9bf5e3', "mutation ReportCardLost($cardId: UUID!, $reason: String!) { reportCardLost(cardId: $cardId, reason: $reason) { __typename ...CardStep } } fragment CardStep on Card { __typename id status allowedSteps }")
export const FindCardDocument = /* @__PURE__ */ typedDocument<FindCardMutation, FindCardMutationVariables>('4594ce80d41e901665d21e84a84ed4741a68c4719000d21b9d68041b167d37c1', "mutation FindCard($cardId: UUID!) { findCard(cardId: $cardId) { __typename ...CardStep } } fragment CardStep on Card { __typename id status allowedSteps }")
export const ReplaceCardDocument = /* @__PURE__ */ typedDocument<ReplaceCardMutation, ReplaceCardMutationVariables>('6eec207f6cab66625ed0e2f7cf8411c29d02a2f3f5a0ee4ddaac505def345ad4', "mutation ReplaceCard($cardId: UUID!, $reason: String!) { replaceCard(cardId: $cardId, reason: $reason) { __typename ...CardStep number } } fragment CardStep on Card { __typename id status allowedSteps }")
export const CancelCardDocument = /* @__PURE__ */ typedDocument<CancelCardMutation, CancelCardMutationVariables>('f2242e6b5341ab992870a078b34a97990ea8e4f95714a0d980e16a5d380ee5fe', "mutation CancelCard($cardId: UUID!, $reason: String!) { cancelCard(cardId: $cardId, reason: $reason) { __typename ...CardStep } } fragment CardStep on Card { __typename id status allowedSteps }")
