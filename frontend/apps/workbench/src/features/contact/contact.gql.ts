// Written by tools/codegen.ts from contact.graphql. Do not edit.
import { typedDocument } from '@kit/graphql/document'
import type * as Types from '../../../../../kit/graphql/schema.gql'
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };


export type ContactsDueQueryVariables = Exact<{
  by: string;
  first: number;
  after?: string | null | undefined;
}>;


export type ContactsDueQuery = { readonly __typename: 'Query', readonly contactsDue: { readonly __typename: 'ContactAssignmentPage', readonly totalCount: number, readonly pageInfo: { readonly __typename: 'PageInfo', readonly hasNextPage: boolean, readonly endCursor: string | null }, readonly nodes: ReadonlyArray<{ readonly __typename: 'ContactAssignment', readonly id: string, readonly nextDueOn: string, readonly lastContactOn: string | null, readonly cadenceMonths: number, readonly talent: { readonly __typename: 'Talent', readonly id: string, readonly name: string, readonly levelName: string | null, readonly employerName: string | null } | null, readonly post: { readonly __typename: 'Post', readonly id: string, readonly name: string }, readonly appointment: { readonly __typename: 'Appointment', readonly id: string, readonly personName: string } | null }> } };

export type BeforeVisitQueryVariables = Exact<{
  id: string;
}>;


export type BeforeVisitQuery = { readonly __typename: 'Query', readonly talent: { readonly __typename: 'Talent', readonly id: string, readonly name: string, readonly levelName: string | null, readonly employerName: string | null, readonly position: string | null, readonly specialty: string | null, readonly lastContact: { readonly __typename: 'ContactLog', readonly id: string, readonly occurredOn: string, readonly leaderThen: string, readonly condition: string | null, readonly need: string | null, readonly advice: string | null } | null, readonly openNeeds: ReadonlyArray<{ readonly __typename: 'Need', readonly id: string, readonly content: string, readonly kindName: string | null, readonly status: Types.NeedStatus, readonly dueOn: string | null }> } | null };

export type RecordContactMutationVariables = Exact<{
  talentId: string;
  postId?: string | null | undefined;
  contact: Types.ContactIn;
}>;


export type RecordContactMutation = { readonly __typename: 'Mutation', readonly recordContact: { readonly __typename: 'ContactLog', readonly id: string, readonly occurredOn: string, readonly needs: ReadonlyArray<{ readonly __typename: 'Need', readonly id: string, readonly content: string }>, readonly suggestions: ReadonlyArray<{ readonly __typename: 'Suggestion', readonly id: string, readonly content: string }>, readonly proposedChanges: ReadonlyArray<{ readonly __typename: 'ProposedChange', readonly id: string, readonly field: string }> } };
export const ContactsDueDocument = /* @__PURE__ */ typedDocument<ContactsDueQuery, ContactsDueQueryVariables>('c6cd92d160141db0ad3600689d13a4359cf7e9ec79b130ac28439b5868041f2f', "query ContactsDue($by: Date!, $first: Int!, $after: String) { contactsDue(by: $by, first: $first, after: $after) { __typename totalCount pageInfo { __typename hasNextPage endCursor } nodes { __typename id nextDueOn lastContactOn cadenceMonths talent { __typename id name levelName employerName } post { __typename id name } appointment { __typename id personName } } } }")
export const BeforeVisitDocument = /* @__PURE__ */ typedDocument<BeforeVisitQuery, BeforeVisitQueryVariables>('f35b5bf572f3ad090631469590512c6aa098cd7a5066e07e15cc4264515f8f87', "query BeforeVisit($id: UUID!) { talent(id: $id) { __typename id name levelName employerName position specialty lastContact { __typename id occurredOn leaderThen condition need advice } openNeeds { __typename id content kindName status dueOn } } }")
export const RecordContactDocument = /* @__PURE__ */ typedDocument<RecordContactMutation, RecordContactMutationVariables>('5f9fba297b6aeab48e4210bd084bb9dd6f7a50494cd54e627789d3c8c63e3d2c', "mutation RecordContact($talentId: UUID!, $postId: UUID, $contact: ContactIn!) { recordContact(talentId: $talentId, postId: $postId, contact: $contact) { __typename id occurredOn needs { __typename id content } suggestions { __typename id content } proposedChanges { __typename id field } } }")
