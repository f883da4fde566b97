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
  status?: Types.TalentStatus | null | undefined;
  dueBefore?: string | null | undefined;
  first: number;
  after?: string | null | undefined;
}>;


export type RosterPageQuery = { readonly __typename: 'Query', readonly talents: { readonly __typename: 'TalentPage', readonly totalCount: number, readonly pageInfo: { readonly __typename: 'PageInfo', readonly hasNextPage: boolean, readonly endCursor: string | null }, readonly nodes: ReadonlyArray<{ readonly __typename: 'Talent', readonly id: string, readonly name: string, readonly status: Types.TalentStatus, readonly levelName: string | null, readonly talentTypeName: string | null, readonly employerName: string | null, readonly position: string | null, readonly lastContactOn: string | null, readonly nextContactDue: string | null, readonly unit: { readonly __typename: 'Unit', readonly id: string, readonly shortName: string } }> } };

export type LevelsQueryVariables = Exact<{ [key: string]: never; }>;


export type LevelsQuery = { readonly __typename: 'Query', readonly entries: ReadonlyArray<{ readonly __typename: 'CatalogueEntry', readonly id: string, readonly code: string, readonly name: string }> };

export type TalentPageQueryVariables = Exact<{
  id: string;
  contacts: boolean;
  cards: boolean;
}>;


export type TalentPageQuery = { readonly __typename: 'Query', readonly talent: { readonly __typename: 'Talent', readonly id: string, readonly name: string, readonly gender: Types.Gender, readonly birthDate: string | null, readonly status: Types.TalentStatus, readonly levelName: string | null, readonly levelSince: string | null, readonly talentTypeName: string | null, readonly specialty: string | null, readonly residence: string | null, readonly phoneMasked: string | null, readonly emailMasked: string | null, readonly employerName: string | null, readonly position: string | null, readonly lastContactOn: string | null, readonly nextContactDue: string | null, readonly unit: { readonly __typename: 'Unit', readonly id: string, readonly name: string }, readonly names: ReadonlyArray<{ readonly __typename: 'TalentName', readonly kind: Types.NameKind, readonly name: string }>, readonly documents: ReadonlyArray<{ readonly __typename: 'IdentityDocument', readonly kind: Types.DocumentKind, readonly numberMasked: string }>, readonly employments: ReadonlyArray<{ readonly __typename: 'Employment', readonly id: string, readonly employerName: string, readonly position: string | null, readonly startedOn: string | null, readonly endedOn: string | null }>, readonly educations: ReadonlyArray<{ readonly __typename: 'Education', readonly id: string, readonly degree: Types.Degree, readonly school: string | null, readonly major: string | null, readonly graduatedOn: string | null }>, readonly titles: ReadonlyArray<{ readonly __typename: 'Title', readonly id: string, readonly name: string, readonly rank: Types.TitleRank }>, readonly honours: ReadonlyArray<{ readonly __typename: 'Honour', readonly id: string, readonly name: string, readonly grade: Types.HonourGrade, readonly grantedOn: string | null }>, readonly contactLogs?: ReadonlyArray<{ readonly __typename: 'ContactLog', readonly id: string, readonly occurredOn: string, readonly mode: Types.ContactMode, readonly postThen: string, readonly leaderThen: string, readonly greeting: string | null, readonly condition: string | null, readonly need: string | null, readonly advice: string | null }>, readonly cards?: ReadonlyArray<{ readonly __typename: 'Card', readonly id: string, readonly number: string, readonly tierName: string, readonly status: Types.CardStatus, readonly validFrom: string, readonly validUntil: string }> } | null };
export const RosterPageDocument = /* @__PURE__ */ typedDocument<RosterPageQuery, RosterPageQueryVariables>('a2f8f6fee56a9c2c763cd7cca888c952156963da018051250287d62827df386c', "query RosterPage($search: String, $level: String, $status: TalentStatus, $dueBefore: Date, $first: Int!, $after: String) { talents( search: $search level: $level status: $status dueBefore: $dueBefore first: $first after: $after ) { __typename totalCount pageInfo { __typename hasNextPage endCursor } nodes { __typename id name status levelName talentTypeName employerName position lastContactOn nextContactDue unit { __typename id shortName } } } }")
export const LevelsDocument = /* @__PURE__ */ typedDocument<LevelsQuery, LevelsQueryVariables>('cce0e45db426a52600889857114efc763ce632bbbd20b3f961353dfb49edfe93', "query Levels { entries(kind: \"level\") { __typename id code name } }")
export const TalentPageDocument = /* @__PURE__ */ typedDocument<TalentPageQuery, TalentPageQueryVariables>('32d8322870ea93494302c55c4adedb2eb75473c22d0aef42f147cb2af4765983', "query TalentPage($id: UUID!, $contacts: Boolean!, $cards: Boolean!) { talent(id: $id) { __typename id name gender birthDate status levelName levelSince talentTypeName specialty residence phoneMasked emailMasked employerName position lastContactOn nextContactDue unit { __typename id name } names { __typename kind name } documents { __typename kind numberMasked } employments { __typename id employerName position startedOn endedOn } educations { __typename id degree school major graduatedOn } titles { __typename id name rank } honours { __typename id name grade grantedOn } contactLogs(first: 20) @include(if: $contacts) { __typename id occurredOn mode postThen leaderThen greeting condition need advice } cards @include(if: $cards) { __typename id number tierName status validFrom validUntil } } }")
