// Written by tools/codegen.ts from roster.graphql. Do not edit.
import { typedDocument } from '@kit/graphql/document'
import type * as Types from '../../../../../kit/graphql/schema.gql'
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };


export type RosterPageQueryVariables = Exact<{
  search?: string | null | undefined;
  level?: string | null | undefined;
  talentType?: string | null | undefined;
  status?: Types.TalentStatus | null | undefined;
  unitId?: string | null | undefined;
  dueBefore?: string | null | undefined;
  asOf?: string | null | undefined;
  qualityBelow?: number | null | undefined;
  order: Types.TalentOrder;
  cards: boolean;
  first: number;
  after?: string | null | undefined;
}>;


export type RosterPageQuery = { readonly __typename: 'Query', readonly talents: { readonly __typename: 'TalentPage', readonly totalCount: number, readonly pageInfo: { readonly __typename: 'PageInfo', readonly hasNextPage: boolean, readonly endCursor: string | null }, readonly nodes: ReadonlyArray<{ readonly __typename: 'Talent', readonly id: string, readonly name: string, readonly gender: Types.Gender, readonly age: number | null, readonly status: Types.TalentStatus, readonly levelName: string | null, readonly levelSince: string | null, readonly talentTypeName: string | null, readonly employerName: string | null, readonly position: string | null, readonly specialty: string | null, readonly highestDegree: Types.Degree | null, readonly highestTitle: string | null, readonly phoneMasked: string | null, readonly lastContactOn: string | null, readonly nextContactDue: string | null, readonly changedAt: string, readonly enteredOn: string, readonly cardTier?: string | null, readonly quality: number, readonly unit: { readonly __typename: 'Unit', readonly id: string, readonly shortName: string } }> } };

export type RosterWordsQueryVariables = Exact<{ [key: string]: never; }>;


export type RosterWordsQuery = { readonly __typename: 'Query', readonly levels: ReadonlyArray<{ readonly __typename: 'CatalogueEntry', readonly id: string, readonly code: string, readonly name: string }>, readonly types: ReadonlyArray<{ readonly __typename: 'CatalogueEntry', readonly id: string, readonly code: string, readonly name: string }> };

export type RosterFiguresQueryVariables = Exact<{
  by: Types.FigureAxis;
  asOf?: string | null | undefined;
  unitId?: string | null | undefined;
}>;


export type RosterFiguresQuery = { readonly __typename: 'Query', readonly rosterFigures: { readonly __typename: 'Figures', readonly asOf: string, readonly by: Types.FigureAxis, readonly talents: number, readonly stale: number, readonly unit: string, readonly definition: string, readonly lines: ReadonlyArray<{ readonly __typename: 'Figure', readonly key: string, readonly label: string, readonly talents: number, readonly stale: number }> } };
export const RosterPageDocument = /* @__PURE__ */ typedDocument<RosterPageQuery, RosterPageQueryVariables>('98f3b88c64d992261710da5a81772ef4b8d72125923b4b302bd305ff37e7f551', "query RosterPage($search: String, $level: String, $talentType: String, $status: TalentStatus, $unitId: UUID, $dueBefore: Date, $asOf: Date, $qualityBelow: Int, $order: TalentOrder!, $cards: Boolean!, $first: Int!, $after: String) { talents( search: $search level: $level talentType: $talentType status: $status unitId: $unitId dueBefore: $dueBefore asOf: $asOf qualityBelow: $qualityBelow order: $order first: $first after: $after ) { __typename totalCount pageInfo { __typename hasNextPage endCursor } nodes { __typename id name gender age status levelName levelSince talentTypeName employerName position specialty highestDegree highestTitle phoneMasked lastContactOn nextContactDue changedAt enteredOn cardTier @include(if: $cards) quality unit { __typename id shortName } } } }")
export const RosterWordsDocument = /* @__PURE__ */ typedDocument<RosterWordsQuery, RosterWordsQueryVariables>('f0713e0220133a281a80f3dc6b78eb1d04bb8aefc3caf859e75827682094238d', "query RosterWords { levels: entries(kind: \"level\") { __typename id code name } types: entries(kind: \"talent_type\") { __typename id code name } }")
export const RosterFiguresDocument = /* @__PURE__ */ typedDocument<RosterFiguresQuery, RosterFiguresQueryVariables>('e9d2f0fefec11605d48307c082155896bda36f988147dbcce938499518a8c991', "query RosterFigures($by: FigureAxis!, $asOf: Date, $unitId: UUID) { rosterFigures(by: $by, asOf: $asOf, unitId: $unitId) { __typename asOf by talents stale unit definition lines { __typename key label talents stale } } }")
