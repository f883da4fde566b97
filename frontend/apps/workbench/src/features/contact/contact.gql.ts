// Written by tools/codegen.ts from contact.graphql. Do not edit.
import { typedDocument } from '@kit/graphql/document'
import type * as Types from '../../../../../kit/graphql/schema.gql'
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };


export type DueContactFragment = { readonly __typename: 'ContactAssignment', readonly id: string, readonly nextDueOn: string, readonly lastContactOn: string | null, readonly status: Types.AssignmentStatus, readonly talent: { readonly __typename: 'Talent', readonly id: string, readonly name: string, readonly levelName: string | null, readonly employerName: string | null } | null, readonly post: { readonly __typename: 'Post', readonly id: string, readonly name: string }, readonly appointment: { readonly __typename: 'Appointment', readonly id: string, readonly personName: string } | null };

export type ContactsDueQueryVariables = Exact<{
  by: string;
  since?: string | null | undefined;
  first: number;
  after?: string | null | undefined;
}>;


export type ContactsDueQuery = { readonly __typename: 'Query', readonly contactsDue: { readonly __typename: 'ContactAssignmentPage', readonly totalCount: number, readonly pageInfo: { readonly __typename: 'PageInfo', readonly hasNextPage: boolean, readonly endCursor: string | null }, readonly nodes: ReadonlyArray<{ readonly __typename: 'ContactAssignment', readonly id: string, readonly nextDueOn: string, readonly lastContactOn: string | null, readonly status: Types.AssignmentStatus, readonly talent: { readonly __typename: 'Talent', readonly id: string, readonly name: string, readonly levelName: string | null, readonly employerName: string | null } | null, readonly post: { readonly __typename: 'Post', readonly id: string, readonly name: string }, readonly appointment: { readonly __typename: 'Appointment', readonly id: string, readonly personName: string } | null }> } };

export type OneContactQueryVariables = Exact<{
  id: string;
}>;


export type OneContactQuery = { readonly __typename: 'Query', readonly contactAssignment: { readonly __typename: 'ContactAssignment', readonly id: string, readonly nextDueOn: string, readonly lastContactOn: string | null, readonly status: Types.AssignmentStatus, readonly talent: { readonly __typename: 'Talent', readonly id: string, readonly name: string, readonly levelName: string | null, readonly employerName: string | null } | null, readonly post: { readonly __typename: 'Post', readonly id: string, readonly name: string }, readonly appointment: { readonly __typename: 'Appointment', readonly id: string, readonly personName: string } | null } | null };

export type BeforeVisitQueryVariables = Exact<{
  id: string;
}>;


export type BeforeVisitQuery = { readonly __typename: 'Query', readonly talent: { readonly __typename: 'Talent', readonly id: string, readonly name: string, readonly levelName: string | null, readonly employerName: string | null, readonly position: string | null, readonly specialty: string | null, readonly residence: string | null, readonly lastContact: { readonly __typename: 'ContactLog', readonly id: string, readonly occurredOn: string, readonly leaderThen: string, readonly mode: Types.ContactMode, readonly condition: string | null, readonly need: string | null, readonly advice: string | null } | null, readonly openNeeds: ReadonlyArray<{ readonly __typename: 'Need', readonly id: string, readonly content: string, readonly kindName: string | null, readonly status: Types.NeedStatus, readonly dueOn: string | null, readonly overdue: boolean, readonly handlerUnit: { readonly __typename: 'Unit', readonly id: string, readonly shortName: string } | null }>, readonly suggestions: ReadonlyArray<{ readonly __typename: 'Suggestion', readonly id: string, readonly content: string, readonly status: Types.SuggestionStatus, readonly reply: string | null }> } | null };

export type NeedKindsTodayQueryVariables = Exact<{ [key: string]: never; }>;


export type NeedKindsTodayQuery = { readonly __typename: 'Query', readonly entries: ReadonlyArray<{ readonly __typename: 'CatalogueEntry', readonly id: string, readonly body: unknown }> };

export type RecordContactMutationVariables = Exact<{
  talentId: string;
  postId?: string | null | undefined;
  contact: Types.ContactIn;
}>;


export type RecordContactMutation = { readonly __typename: 'Mutation', readonly recordContact: { readonly __typename: 'ContactLog', readonly id: string, readonly needs: ReadonlyArray<{ readonly __typename: 'Need', readonly id: string, readonly content: string, readonly kindName: string | null, readonly status: Types.NeedStatus }>, readonly suggestions: ReadonlyArray<{ readonly __typename: 'Suggestion', readonly id: string, readonly content: string, readonly status: Types.SuggestionStatus, readonly reply: string | null }>, readonly proposedChanges: ReadonlyArray<{ readonly __typename: 'ProposedChange', readonly id: string, readonly field: string, readonly value: string | null, readonly status: Types.ChangeStatus }> } };

export type CompleteContactMutationVariables = Exact<{
  logId: string;
  contact: Types.ContactIn;
}>;


export type CompleteContactMutation = { readonly __typename: 'Mutation', readonly completeContact: { readonly __typename: 'ContactLog', readonly id: string, readonly needs: ReadonlyArray<{ readonly __typename: 'Need', readonly id: string, readonly content: string, readonly kindName: string | null, readonly status: Types.NeedStatus }>, readonly suggestions: ReadonlyArray<{ readonly __typename: 'Suggestion', readonly id: string, readonly content: string, readonly status: Types.SuggestionStatus, readonly reply: string | null }>, readonly proposedChanges: ReadonlyArray<{ readonly __typename: 'ProposedChange', readonly id: string, readonly field: string, readonly value: string | null, readonly status: Types.ChangeStatus }> } };

export type PlanContactMutationVariables = Exact<{
  talentId: string;
  postId?: string | null | undefined;
  plan: Types.PlanIn;
}>;


export type PlanContactMutation = { readonly __typename: 'Mutation', readonly planContact: { readonly __typename: 'ContactLog', readonly id: string, readonly occurredOn: string } };

export type CancelContactMutationVariables = Exact<{
  logId: string;
  reason: string;
}>;


export type CancelContactMutation = { readonly __typename: 'Mutation', readonly cancelContact: { readonly __typename: 'ContactLog', readonly id: string, readonly status: Types.LogStatus } };
export const ContactsDueDocument = /* @__PURE__ */ typedDocument<ContactsDueQuery, ContactsDueQueryVariables>('4f2fc29e38e0344b198d94219c942fc9cc81b0498da8109bcd30db04245745a5', "query ContactsDue($by: Date!, $since: Date, $first: Int!, $after: String) { contactsDue(by: $by, since: $since, first: $first, after: $after) { __typename totalCount pageInfo { __typename hasNextPage endCursor } nodes { __typename ...DueContact } } } fragment DueContact on ContactAssignment { __typename id nextDueOn lastContactOn status talent { __typename id name levelName employerName } post { __typename id name } appointment { __typename id personName } }")
export const OneContactDocument = /* @__PURE__ */ typedDocument<OneContactQuery, OneContactQueryVariables>('63fae9f70a0e23e11af209e2f763431fb77086a0b723f6f6987b2d2efd97bbfc', "query OneContact($id: UUID!) { contactAssignment(id: $id) { __typename ...DueContact } } fragment DueContact on ContactAssignment { __typename id nextDueOn lastContactOn status talent { __typename id name levelName employerName } post { __typename id name } appointment { __typename id personName } }")
export const BeforeVisitDocument = /* @__PURE__ */ typedDocument<BeforeVisitQuery, BeforeVisitQueryVariables>('81c5f52ac8c5fb172fe8748b6289d6778336243d9d216a071b0e44646a85d145', "query BeforeVisit($id: UUID!) { talent(id: $id) { __typename id name levelName employerName position specialty residence lastContact { __typename id occurredOn leaderThen mode condition need advice } openNeeds { __typename id content kindName status dueOn overdue handlerUnit { __typename id shortName } } suggestions(first: 3) { __typename id content status reply } } }")
export const NeedKindsTodayDocument = /* @__PURE__ */ typedDocument<NeedKindsTodayQuery, NeedKindsTodayQueryVariables>('ac1ab5f8af58a0959e526c887e33350d5d171d0fb4e58d208c0df766731ba233', "query NeedKindsToday { entries(kind: \"contact_cadence\", code: \"four-asked\") { __typename id body } }")
export const RecordContactDocument = /* @__PURE__ */ typedDocument<RecordContactMutation, RecordContactMutationVariables>('3152f6515e34a842539b46a84f4d567d6eb40731c5e2b30e1b001b2847200d90', "mutation RecordContact($talentId: UUID!, $postId: UUID, $contact: ContactIn!) { recordContact(talentId: $talentId, postId: $postId, contact: $contact) { __typename id ...Consequences } } fragment Consequences on ContactLog { __typename needs { __typename id content kindName status } suggestions { __typename id content status reply } proposedChanges { __typename id field value status } }")
export const CompleteContactDocument = /* @__PURE__ */ typedDocument<CompleteContactMutation, CompleteContactMutationVariables>('18ab5cc86f15c245eff374845bc9528b0ec60e09e8775975caeab354629c2433', "mutation CompleteContact($logId: UUID!, $contact: ContactIn!) { completeContact(logId: $logId, contact: $contact) { __typename id ...Consequences } } fragment Consequences on ContactLog { __typename needs { __typename id content kindName status } suggestions { __typename id content status reply } proposedChanges { __typename id field value status } }")
export const PlanContactDocument = /* @__PURE__ */ typedDocument<PlanContactMutation, PlanContactMutationVariables>('0b699f5cad39232f4b181250345348c794af083d9e9c99066726095da646d2ac', "mutation PlanContact($talentId: UUID!, $postId: UUID, $plan: PlanIn!) { planContact(talentId: $talentId, postId: $postId, plan: $plan) { __typename id occurredOn } }")
export const CancelContactDocument = /* @__PURE__ */ typedDocument<CancelContactMutation, CancelContactMutationVariables>('96a8f0f7efa76c65d9c16d65b66291f3692b36618830c39990b3f85093659aa4', "mutation CancelContact($logId: UUID!, $reason: String!) { cancelContact(logId: $logId, reason: $reason) { __typename id status } }")
