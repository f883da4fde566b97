// Written by tools/codegen.ts from office.graphql. Do not edit.
import { typedDocument } from '@kit/graphql/document'
import type * as Types from '../../../../../kit/graphql/schema.gql'
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };


export type CoverageQueryVariables = Exact<{ [key: string]: never; }>;


export type CoverageQuery = { readonly __typename: 'Query', readonly contactCoverage: { readonly __typename: 'ContactCoverage', readonly on: string, readonly talents: number, readonly covered: number, readonly rate: number | null, readonly interimCounts: boolean, readonly levels: ReadonlyArray<{ readonly __typename: 'LevelCoverage', readonly level: string, readonly talents: number, readonly covered: number, readonly rate: number | null }>, readonly units: ReadonlyArray<{ readonly __typename: 'UnitCoverage', readonly unitId: string, readonly unit: string, readonly talents: number, readonly covered: number, readonly rate: number | null }> }, readonly contactLoad: ReadonlyArray<{ readonly __typename: 'PostLoad', readonly postId: string, readonly post: string, readonly unit: string, readonly leader: string | null, readonly talents: number, readonly waiting: number, readonly overdue: number, readonly earliestDue: string }>, readonly entries: ReadonlyArray<{ readonly __typename: 'CatalogueEntry', readonly id: string, readonly code: string, readonly name: string }> };

export type AssignmentsOfQueryVariables = Exact<{
  postId?: string | null | undefined;
  first: number;
  after?: string | null | undefined;
}>;


export type AssignmentsOfQuery = { readonly __typename: 'Query', readonly contactAssignments: { readonly __typename: 'ContactAssignmentPage', readonly totalCount: number, readonly pageInfo: { readonly __typename: 'PageInfo', readonly hasNextPage: boolean, readonly endCursor: string | null }, readonly nodes: ReadonlyArray<{ readonly __typename: 'ContactAssignment', readonly id: string, readonly status: Types.AssignmentStatus, readonly allowedSteps: ReadonlyArray<string>, readonly validFrom: string, readonly validUntil: string | null, readonly personal: boolean, readonly lastContactOn: string | null, readonly nextDueOn: string, readonly overdue: boolean, readonly talent: { readonly __typename: 'Talent', readonly id: string, readonly name: string, readonly levelName: string | null } | null, readonly post: { readonly __typename: 'Post', readonly id: string, readonly name: string }, readonly appointment: { readonly __typename: 'Appointment', readonly id: string, readonly personName: string } | null }> } };

export type TalentsToAssignQueryVariables = Exact<{
  text: string;
}>;


export type TalentsToAssignQuery = { readonly __typename: 'Query', readonly talents: { readonly __typename: 'TalentPage', readonly nodes: ReadonlyArray<{ readonly __typename: 'Talent', readonly id: string, readonly name: string, readonly levelName: string | null, readonly employerName: string | null }> } };

export type LeaderPostsQueryVariables = Exact<{
  text?: string | null | undefined;
}>;


export type LeaderPostsQuery = { readonly __typename: 'Query', readonly posts: { readonly __typename: 'PostPage', readonly nodes: ReadonlyArray<{ readonly __typename: 'Post', readonly id: string, readonly name: string, readonly unit: { readonly __typename: 'Unit', readonly id: string, readonly shortName: string }, readonly appointments: ReadonlyArray<{ readonly __typename: 'Appointment', readonly id: string, readonly personName: string, readonly validFrom: string, readonly validUntil: string | null }> }> } };

export type HandoversQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
}>;


export type HandoversQuery = { readonly __typename: 'Query', readonly contactHandovers: { readonly __typename: 'ContactHandoverPage', readonly totalCount: number, readonly pageInfo: { readonly __typename: 'PageInfo', readonly hasNextPage: boolean, readonly endCursor: string | null }, readonly nodes: ReadonlyArray<{ readonly __typename: 'ContactHandover', readonly id: string, readonly vacatedOn: string, readonly assignment: { readonly __typename: 'ContactAssignment', readonly id: string, readonly nextDueOn: string, readonly talent: { readonly __typename: 'Talent', readonly id: string, readonly name: string, readonly levelName: string | null } | null, readonly post: { readonly __typename: 'Post', readonly id: string, readonly name: string } }, readonly leftAppointment: { readonly __typename: 'Appointment', readonly id: string, readonly personName: string }, readonly proposedAppointment: { readonly __typename: 'Appointment', readonly id: string, readonly personName: string, readonly post: { readonly __typename: 'Post', readonly id: string, readonly name: string } } | null, readonly interimUnit: { readonly __typename: 'Unit', readonly id: string, readonly shortName: string } | null }> } };

export type AssignContactMutationVariables = Exact<{
  talentId: string;
  postId: string;
  reason?: string | null | undefined;
  kinshipChecked?: string | null | undefined;
}>;


export type AssignContactMutation = { readonly __typename: 'Mutation', readonly assignContact: { readonly __typename: 'ContactAssignment', readonly id: string, readonly nextDueOn: string } };

export type EndContactMutationVariables = Exact<{
  assignmentId: string;
  reason: string;
}>;


export type EndContactMutation = { readonly __typename: 'Mutation', readonly endContact: { readonly __typename: 'ContactAssignment', readonly id: string } };

export type HandOverContactsMutationVariables = Exact<{
  moves: ReadonlyArray<Types.HandoverMoveIn> | Types.HandoverMoveIn;
  reason?: string | null | undefined;
}>;


export type HandOverContactsMutation = { readonly __typename: 'Mutation', readonly handOverContacts: ReadonlyArray<{ readonly __typename: 'ContactAssignment', readonly id: string, readonly status: Types.AssignmentStatus }> };

export type KeepContactPersonallyMutationVariables = Exact<{
  assignmentId: string;
  postId: string;
  reason: string;
}>;


export type KeepContactPersonallyMutation = { readonly __typename: 'Mutation', readonly keepContactPersonally: { readonly __typename: 'ContactAssignment', readonly id: string } };
export const CoverageDocument = /* @__PURE__ */ typedDocument<CoverageQuery, CoverageQueryVariables>('e2a3144cdd4901c1e1ec58d173f0ed9e2a4c34008fce56c1d37d4667f286f002', "query Coverage { contactCoverage { __typename on talents covered rate interimCounts levels { __typename level talents covered rate } units { __typename unitId unit talents covered rate } } contactLoad { __typename postId post unit leader talents waiting overdue earliestDue } entries(kind: \"level\") { __typename id code name } }")
export const AssignmentsOfDocument = /* @__PURE__ */ typedDocument<AssignmentsOfQuery, AssignmentsOfQueryVariables>('511ebcde6d836db042f4f43e5b54c90de22171fd207b262b16615b0bb90adeb2', "query AssignmentsOf($postId: UUID, $first: Int!, $after: String) { contactAssignments(postId: $postId, first: $first, after: $after) { __typename totalCount pageInfo { __typename hasNextPage endCursor } nodes { __typename id status allowedSteps validFrom validUntil personal lastContactOn nextDueOn overdue talent { __typename id name levelName } post { __typename id name } appointment { __typename id personName } } } }")
export const TalentsToAssignDocument = /* @__PURE__ */ typedDocument<TalentsToAssignQuery, TalentsToAssignQueryVariables>('cb0cc43b2eed88a03c39b1baa2b3b1ef4bc2bf085b160d438e385801acf7ac5d', "query TalentsToAssign($text: String!) { talents(search: $text, first: 8) { __typename nodes { __typename id name levelName employerName } } }")
export const LeaderPostsDocument = /* @__PURE__ */ typedDocument<LeaderPostsQuery, LeaderPostsQueryVariables>('d2adfcacb0b80237fec3366a4d65fed593b87c5107f2d9e609714c8f26c0c1fd', "query LeaderPosts($text: String) { posts(text: $text, leaders: true, vacant: false, first: 20) { __typename nodes { __typename id name unit { __typename id shortName } appointments(first: 3) { __typename id personName validFrom validUntil } } } }")
export const HandoversDocument = /* @__PURE__ */ typedDocument<HandoversQuery, HandoversQueryVariables>('db25a643764e91407311f1d2c7507d5f39ad5e049b690bd5bcaca0bc78b2e9fc', "query Handovers($first: Int!, $after: String) { contactHandovers(first: $first, after: $after) { __typename totalCount pageInfo { __typename hasNextPage endCursor } nodes { __typename id vacatedOn assignment { __typename id nextDueOn talent { __typename id name levelName } post { __typename id name } } leftAppointment { __typename id personName } proposedAppointment { __typename id personName post { __typename id name } } interimUnit { __typename id shortName } } } }")
export const AssignContactDocument = /* @__PURE__ */ typedDocument<AssignContactMutation, AssignContactMutationVariables>('0e330db042e1ffd458a98cf1576885aed75bc1f019639e709587166b1d3ff8dc', "mutation AssignContact($talentId: UUID!, $postId: UUID!, $reason: String, $kinshipChecked: String) { assignContact( talentId: $talentId postId: $postId reason: $reason kinshipChecked: $kinshipChecked ) { __typename id nextDueOn } }")
export const EndContactDocument = /* @__PURE__ */ typedDocument<EndContactMutation, EndContactMutationVariables>('a2d105f3f5d2e1bd95b60895bdfb57e9ce0d8467b732df5e66de415f90a60b36', "mutation EndContact($assignmentId: UUID!, $reason: String!) { endContact(assignmentId: $assignmentId, reason: $reason) { __typename id } }")
export const HandOverContactsDocument = /* @__PURE__ */ typedDocument<HandOverContactsMutation, HandOverContactsMutationVariables>('52cfd21406c7295b86b2407abbc3ebb7e9022b9d4b9d92e5e116999ad0d8e325', "mutation HandOverContacts($moves: [HandoverMoveIn!]!, $reason: String) { handOverContacts(moves: $moves, reason: $reason) { __typename id status } }")
export const KeepContactPersonallyDocument = /* @__PURE__ */ typedDocument<KeepContactPersonallyMutation, KeepContactPersonallyMutationVariables>('0ab052dd4943bdc678d7114850972d7d5fde360d3ab9d8e39b47d686ec9fe476', "mutation KeepContactPersonally($assignmentId: UUID!, $postId: UUID!, $reason: String!) { keepContactPersonally( assignmentId: $assignmentId postId: $postId reason: $reason ) { __typename id } }")
