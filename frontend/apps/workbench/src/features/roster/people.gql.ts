// Written by tools/codegen.ts from people.graphql. Do not edit.
import { typedDocument } from '@kit/graphql/document'
import type * as Types from '../../../../../kit/graphql/schema.gql'
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };


export type MyPeopleQueryVariables = Exact<{
  search?: string | null | undefined;
  first: number;
  after?: string | null | undefined;
}>;


export type MyPeopleQuery = { readonly __typename: 'Query', readonly myPeople: { readonly __typename: 'TalentPage', readonly totalCount: number, readonly pageInfo: { readonly __typename: 'PageInfo', readonly hasNextPage: boolean, readonly endCursor: string | null }, readonly nodes: ReadonlyArray<{ readonly __typename: 'Talent', readonly id: string, readonly version: number, readonly unitId: string, readonly name: string, readonly gender: Types.Gender, readonly status: Types.TalentStatus, readonly levelName: string | null, readonly employerName: string | null, readonly position: string | null, readonly specialty: string | null, readonly residence: string | null, readonly highestDegree: Types.Degree | null, readonly highestTitle: string | null, readonly phoneMasked: string | null, readonly emailMasked: string | null, readonly unit: { readonly __typename: 'Unit', readonly id: string, readonly shortName: string } }> } };

export type PersonProposalsQueryVariables = Exact<{
  talentId: string;
  first: number;
}>;


export type PersonProposalsQuery = { readonly __typename: 'Query', readonly proposedChanges: { readonly __typename: 'ProposedChangePage', readonly nodes: ReadonlyArray<{ readonly __typename: 'ProposedChange', readonly id: string, readonly field: string, readonly value: string | null, readonly valueTaken: string | null, readonly raisedOn: string, readonly status: Types.ChangeStatus, readonly allowedSteps: ReadonlyArray<string>, readonly decisionNote: string | null }> } };

export type ProposeEmployeeChangeMutationVariables = Exact<{
  talentId: string;
  proposal: Types.ProposalIn;
}>;


export type ProposeEmployeeChangeMutation = { readonly __typename: 'Mutation', readonly proposeEmployeeChange: { readonly __typename: 'ProposedChange', readonly id: string } };

export type ReportDepartureMutationVariables = Exact<{
  talentId: string;
  departure: Types.DepartureReportIn;
}>;


export type ReportDepartureMutation = { readonly __typename: 'Mutation', readonly reportDeparture: { readonly __typename: 'ProposedChange', readonly id: string } };

export type WithdrawChangeMutationVariables = Exact<{
  changeId: string;
}>;


export type WithdrawChangeMutation = { readonly __typename: 'Mutation', readonly withdrawChange: { readonly __typename: 'ProposedChange', readonly id: string } };
export const MyPeopleDocument = /* @__PURE__ */ typedDocument<MyPeopleQuery, MyPeopleQueryVariables>('1651ad84931387090d48cf8a448ca5d7a6baa922990956a8ba439c04f8d5b16b', "query MyPeople($search: String, $first: Int!, $after: String) { myPeople(search: $search, first: $first, after: $after) { __typename totalCount pageInfo { __typename hasNextPage endCursor } nodes { __typename id version unitId name gender status levelName employerName position specialty residence highestDegree highestTitle phoneMasked emailMasked unit { __typename id shortName } } } }")
export const PersonProposalsDocument = /* @__PURE__ */ typedDocument<PersonProposalsQuery, PersonProposalsQueryVariables>('c88fccb65824421cfa97df8bc8078063525add8b8f242166ccad5403ceea20ff', "query PersonProposals($talentId: UUID!, $first: Int!) { proposedChanges(talentId: $talentId, first: $first) { __typename nodes { __typename id field value valueTaken raisedOn status allowedSteps decisionNote } } }")
export const ProposeEmployeeChangeDocument = /* @__PURE__ */ typedDocument<ProposeEmployeeChangeMutation, ProposeEmployeeChangeMutationVariables>('9032ef5dd4a04617ab4ced563508ce652f74527827ed22d15ce530d780d7f6fd', "mutation ProposeEmployeeChange($talentId: UUID!, $proposal: ProposalIn!) { proposeEmployeeChange(talentId: $talentId, proposal: $proposal) { __typename id } }")
export const ReportDepartureDocument = /* @__PURE__ */ typedDocument<ReportDepartureMutation, ReportDepartureMutationVariables>('1a7c60f4cbb4e7801d89aa9f430c8e84e5f7f0c95351ac3b12f4c2e5eadacc1d', "mutation ReportDeparture($talentId: UUID!, $departure: DepartureReportIn!) { reportDeparture(talentId: $talentId, departure: $departure) { __typename id } }")
export const WithdrawChangeDocument = /* @__PURE__ */ typedDocument<WithdrawChangeMutation, WithdrawChangeMutationVariables>('6bdd32ef021d7a4d62a6324bba9f1338082ae1182b1993d2b0a7909ee41e29c7', "mutation WithdrawChange($changeId: UUID!) { withdrawChange(changeId: $changeId) { __typename id } }")
