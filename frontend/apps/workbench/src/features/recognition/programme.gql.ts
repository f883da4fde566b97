// Written by tools/codegen.ts from programme.graphql. Do not edit.
import { typedDocument } from '@kit/graphql/document'
import type * as Types from '../../../../../kit/graphql/schema.gql'
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };


export type BatchLineFragment = { readonly __typename: 'ProgrammeBatch', readonly id: string, readonly version: number, readonly programme: string, readonly name: string, readonly year: number, readonly quota: number, readonly selected: number, readonly status: Types.ProgrammeStatus, readonly criteria: string, readonly termFrom: string, readonly termUntil: string, readonly funding: string, readonly demo: boolean, readonly allowedSteps: ReadonlyArray<string>, readonly unit: { readonly __typename: 'Unit', readonly id: string, readonly shortName: string } };

export type ProgrammeBatchesQueryVariables = Exact<{
  year?: number | null | undefined;
  status?: Types.ProgrammeStatus | null | undefined;
  first: number;
  after?: string | null | undefined;
}>;


export type ProgrammeBatchesQuery = { readonly __typename: 'Query', readonly programmeBatches: { readonly __typename: 'ProgrammeBatchPage', readonly totalCount: number, readonly pageInfo: { readonly __typename: 'PageInfo', readonly hasNextPage: boolean, readonly endCursor: string | null }, readonly nodes: ReadonlyArray<{ readonly __typename: 'ProgrammeBatch', readonly id: string, readonly version: number, readonly programme: string, readonly name: string, readonly year: number, readonly quota: number, readonly selected: number, readonly status: Types.ProgrammeStatus, readonly criteria: string, readonly termFrom: string, readonly termUntil: string, readonly funding: string, readonly demo: boolean, readonly allowedSteps: ReadonlyArray<string>, readonly unit: { readonly __typename: 'Unit', readonly id: string, readonly shortName: string } }> } };

export type ProgrammeBatchQueryVariables = Exact<{
  id: string;
}>;


export type ProgrammeBatchQuery = { readonly __typename: 'Query', readonly programmeBatch: { readonly __typename: 'ProgrammeBatch', readonly id: string, readonly version: number, readonly programme: string, readonly name: string, readonly year: number, readonly quota: number, readonly selected: number, readonly status: Types.ProgrammeStatus, readonly criteria: string, readonly termFrom: string, readonly termUntil: string, readonly funding: string, readonly demo: boolean, readonly allowedSteps: ReadonlyArray<string>, readonly unit: { readonly __typename: 'Unit', readonly id: string, readonly shortName: string } } | null };

export type ProgrammeMembersQueryVariables = Exact<{
  batchId: string;
  first: number;
  after?: string | null | undefined;
}>;


export type ProgrammeMembersQuery = { readonly __typename: 'Query', readonly programmeMembers: { readonly __typename: 'ProgrammeMemberPage', readonly totalCount: number, readonly pageInfo: { readonly __typename: 'PageInfo', readonly hasNextPage: boolean, readonly endCursor: string | null }, readonly nodes: ReadonlyArray<{ readonly __typename: 'ProgrammeMember', readonly id: string, readonly basis: string, readonly selectedOn: string, readonly selectedName: string, readonly talent: { readonly __typename: 'Talent', readonly id: string, readonly name: string, readonly levelName: string | null, readonly employerName: string | null } | null }> } };

export type ProgrammesQueryVariables = Exact<{ [key: string]: never; }>;


export type ProgrammesQuery = { readonly __typename: 'Query', readonly entries: ReadonlyArray<{ readonly __typename: 'CatalogueEntry', readonly id: string, readonly code: string, readonly name: string, readonly body: unknown }> };

export type OpenProgrammeBatchMutationVariables = Exact<{
  programme: string;
  year: number;
  quota: number;
  termFrom: string;
  name?: string | null | undefined;
}>;


export type OpenProgrammeBatchMutation = { readonly __typename: 'Mutation', readonly openProgrammeBatch: { readonly __typename: 'ProgrammeBatch', readonly id: string, readonly version: number, readonly programme: string, readonly name: string, readonly year: number, readonly quota: number, readonly selected: number, readonly status: Types.ProgrammeStatus, readonly criteria: string, readonly termFrom: string, readonly termUntil: string, readonly funding: string, readonly demo: boolean, readonly allowedSteps: ReadonlyArray<string>, readonly unit: { readonly __typename: 'Unit', readonly id: string, readonly shortName: string } } };

export type SetProgrammeQuotaMutationVariables = Exact<{
  batchId: string;
  quota: number;
}>;


export type SetProgrammeQuotaMutation = { readonly __typename: 'Mutation', readonly setProgrammeQuota: { readonly __typename: 'ProgrammeBatch', readonly id: string, readonly version: number, readonly programme: string, readonly name: string, readonly year: number, readonly quota: number, readonly selected: number, readonly status: Types.ProgrammeStatus, readonly criteria: string, readonly termFrom: string, readonly termUntil: string, readonly funding: string, readonly demo: boolean, readonly allowedSteps: ReadonlyArray<string>, readonly unit: { readonly __typename: 'Unit', readonly id: string, readonly shortName: string } } };

export type SelectProgrammeMemberMutationVariables = Exact<{
  batchId: string;
  talentId: string;
  basis: string;
}>;


export type SelectProgrammeMemberMutation = { readonly __typename: 'Mutation', readonly selectProgrammeMember: { readonly __typename: 'ProgrammeBatch', readonly id: string, readonly version: number, readonly programme: string, readonly name: string, readonly year: number, readonly quota: number, readonly selected: number, readonly status: Types.ProgrammeStatus, readonly criteria: string, readonly termFrom: string, readonly termUntil: string, readonly funding: string, readonly demo: boolean, readonly allowedSteps: ReadonlyArray<string>, readonly unit: { readonly __typename: 'Unit', readonly id: string, readonly shortName: string } } };

export type RemoveProgrammeMemberMutationVariables = Exact<{
  memberId: string;
}>;


export type RemoveProgrammeMemberMutation = { readonly __typename: 'Mutation', readonly removeProgrammeMember: { readonly __typename: 'ProgrammeBatch', readonly id: string, readonly version: number, readonly programme: string, readonly name: string, readonly year: number, readonly quota: number, readonly selected: number, readonly status: Types.ProgrammeStatus, readonly criteria: string, readonly termFrom: string, readonly termUntil: string, readonly funding: string, readonly demo: boolean, readonly allowedSteps: ReadonlyArray<string>, readonly unit: { readonly __typename: 'Unit', readonly id: string, readonly shortName: string } } };

export type AnnounceProgrammeMutationVariables = Exact<{
  batchId: string;
}>;


export type AnnounceProgrammeMutation = { readonly __typename: 'Mutation', readonly announceProgramme: { readonly __typename: 'ProgrammeBatch', readonly id: string, readonly version: number, readonly programme: string, readonly name: string, readonly year: number, readonly quota: number, readonly selected: number, readonly status: Types.ProgrammeStatus, readonly criteria: string, readonly termFrom: string, readonly termUntil: string, readonly funding: string, readonly demo: boolean, readonly allowedSteps: ReadonlyArray<string>, readonly unit: { readonly __typename: 'Unit', readonly id: string, readonly shortName: string } } };
export const ProgrammeBatchesDocument = /* @__PURE__ */ typedDocument<ProgrammeBatchesQuery, ProgrammeBatchesQueryVariables>('3c570b0f0a2015865d42cf70f19349443d25a247dac436055e56b8b1c556e997', "query ProgrammeBatches($year: Int, $status: ProgrammeStatus, $first: Int!, $after: String) { programmeBatches(year: $year, status: $status, first: $first, after: $after) { __typename totalCount pageInfo { __typename hasNextPage endCursor } nodes { __typename ...BatchLine } } } fragment BatchLine on ProgrammeBatch { __typename id version programme name year quota selected status criteria termFrom termUntil funding demo allowedSteps unit { __typename id shortName } }")
export const ProgrammeBatchDocument = /* @__PURE__ */ typedDocument<ProgrammeBatchQuery, ProgrammeBatchQueryVariables>('d33dca4c02168591db269911c8e2237fde0c6f13637262f82443faf5cc1febeb', "query ProgrammeBatch($id: UUID!) { programmeBatch(id: $id) { __typename ...BatchLine } } fragment BatchLine on ProgrammeBatch { __typename id version programme name year quota selected status criteria termFrom termUntil funding demo allowedSteps unit { __typename id shortName } }")
export const ProgrammeMembersDocument = /* @__PURE__ */ typedDocument<ProgrammeMembersQuery, ProgrammeMembersQueryVariables>('7d6bf2bc2811a044f8692b48bf6e7dbc4e6ea5a194acb539d43118920eb2bb52', "query ProgrammeMembers($batchId: UUID!, $first: Int!, $after: String) { programmeMembers(batchId: $batchId, first: $first, after: $after) { __typename totalCount pageInfo { __typename hasNextPage endCursor } nodes { __typename id basis selectedOn selectedName talent { __typename id name levelName employerName } } } }")
export const ProgrammesDocument = /* @__PURE__ */ typedDocument<ProgrammesQuery, ProgrammesQueryVariables>('6329a0ce79cfffdc910f350dfc9190d0d8cb1f939ca9b0680fb2f2c6db3f8ab0', "query Programmes { entries(kind: \"talent_programme\") { __typename id code name body } }")
export const OpenProgrammeBatchDocument = /* @__PURE__ */ typedDocument<OpenProgrammeBatchMutation, OpenProgrammeBatchMutationVariables>('0f23116c604e4bc7e926b76a7cc704bb7b082d87953f7a8dd581cf3d0242ed86', "mutation OpenProgrammeBatch($programme: String!, $year: Int!, $quota: Int!, $termFrom: Date!, $name: String) { openProgrammeBatch( programme: $programme year: $year quota: $quota termFrom: $termFrom name: $name ) { __typename ...BatchLine } } fragment BatchLine on ProgrammeBatch { __typename id version programme name year quota selected status criteria termFrom termUntil funding demo allowedSteps unit { __typename id shortName } }")
export const SetProgrammeQuotaDocument = /* @__PURE__ */ typedDocument<SetProgrammeQuotaMutation, SetProgrammeQuotaMutationVariables>('bbe0f883c0f884e899adb8247e4321a2ee547268fbd96fa0fc204f54234a99cb', "mutation SetProgrammeQuota($batchId: UUID!, $quota: Int!) { setProgrammeQuota(batchId: $batchId, quota: $quota) { __typename ...BatchLine } } fragment BatchLine on ProgrammeBatch { __typename id version programme name year quota selected status criteria termFrom termUntil funding demo allowedSteps unit { __typename id shortName } }")
export const SelectProgrammeMemberDocument = /* @__PURE__ */ typedDocument<SelectProgrammeMemberMutation, SelectProgrammeMemberMutationVariables>('3a1798d2fe6511195d48cbd479d7bc03967aa9754584bcb28faa7ec8a35d3cf6', "mutation SelectProgrammeMember($batchId: UUID!, $talentId: UUID!, $basis: String!) { selectProgrammeMember(batchId: $batchId, talentId: $talentId, basis: $basis) { __typename ...BatchLine } } fragment BatchLine on ProgrammeBatch { __typename id version programme name year quota selected status criteria termFrom termUntil funding demo allowedSteps unit { __typename id shortName } }")
export const RemoveProgrammeMemberDocument = /* @__PURE__ */ typedDocument<RemoveProgrammeMemberMutation, RemoveProgrammeMemberMutationVariables>('eaaca23834211680958b08c6b9612526ea75ca66057ec3ec8c7fa32933304da4', "mutation RemoveProgrammeMember($memberId: UUID!) { removeProgrammeMember(memberId: $memberId) { __typename ...BatchLine } } fragment BatchLine on ProgrammeBatch { __typename id version programme name year quota selected status criteria termFrom termUntil funding demo allowedSteps unit { __typename id shortName } }")
export const AnnounceProgrammeDocument = /* @__PURE__ */ typedDocument<AnnounceProgrammeMutation, AnnounceProgrammeMutationVariables>('41d76342690dcd175a680be51aefbbe1d911036c3f5fe8a28cc7c519204a34d3', "mutation AnnounceProgramme($batchId: UUID!) { announceProgramme(batchId: $batchId) { __typename ...BatchLine } } fragment BatchLine on ProgrammeBatch { __typename id version programme name year quota selected status criteria termFrom termUntil funding demo allowedSteps unit { __typename id shortName } }")
