// Written by tools/codegen.ts from card.graphql. Do not edit.
import { typedDocument } from '@kit/graphql/document'
import type * as Types from '../../../../kit/graphql/schema.gql'
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };


export type MyCardQueryVariables = Exact<{ [key: string]: never; }>;


export type MyCardQuery = { readonly __typename: 'Query', readonly myCards: ReadonlyArray<{ readonly __typename: 'Card', readonly id: string, readonly number: string, readonly tier: string, readonly tierName: string, readonly level: string, readonly validFrom: string, readonly validUntil: string, readonly status: Types.CardStatus, readonly statusReason: string, readonly statusSince: string, readonly successor: { readonly __typename: 'Card', readonly id: string, readonly number: string } | null }>, readonly myProfile: { readonly __typename: 'Talent', readonly id: string, readonly name: string, readonly unit: { readonly __typename: 'Unit', readonly id: string, readonly name: string } } | null, readonly tiers: ReadonlyArray<{ readonly __typename: 'CatalogueEntry', readonly id: string, readonly code: string, readonly body: unknown }>, readonly levels: ReadonlyArray<{ readonly __typename: 'CatalogueEntry', readonly id: string, readonly code: string, readonly name: string }> };

export type FetchCodesMutationVariables = Exact<{
  cardId: string;
}>;


export type FetchCodesMutation = { readonly __typename: 'Mutation', readonly issueCardCodes: { readonly __typename: 'CardCodes', readonly serverTime: string, readonly windows: ReadonlyArray<{ readonly __typename: 'CodeWindow', readonly startsAt: string, readonly endsAt: string, readonly digits: string, readonly qr: string }> } };
export const MyCardDocument = /* @__PURE__ */ typedDocument<MyCardQuery, MyCardQueryVariables>('33b912841f1b7a26bc885d517622ef0268e2a438262ae594e536332b91d782f3', "query MyCard { myCards { __typename id number tier tierName level validFrom validUntil status statusReason statusSince successor { __typename id number } } myProfile { __typename id name unit { __typename id name } } tiers: entries(kind: \"card_tier\") { __typename id code body } levels: entries(kind: \"level\") { __typename id code name } }")
export const FetchCodesDocument = /* @__PURE__ */ typedDocument<FetchCodesMutation, FetchCodesMutationVariables>('31fd2120ac573bea08831b77c26eac1f912dfcf61f0e5d86913ac3aaeddcdf80', "mutation FetchCodes($cardId: UUID!) { issueCardCodes(cardId: $cardId) { __typename serverTime windows { __typename startsAt endsAt digits qr } } }")
