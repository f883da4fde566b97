// Written by tools/codegen.ts from outcome.graphql. Do not edit.
import { typedDocument } from '@kit/graphql/document'
import type * as Types from '../../../../../kit/graphql/schema.gql'
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };


export type SuggestionsQueryVariables = Exact<{
  status?: Types.SuggestionStatus | null | undefined;
  first: number;
  after?: string | null | undefined;
}>;


export type SuggestionsQuery = { readonly __typename: 'Query', readonly suggestions: { readonly __typename: 'SuggestionPage', readonly totalCount: number, readonly pageInfo: { readonly __typename: 'PageInfo', readonly hasNextPage: boolean, readonly endCursor: string | null }, readonly nodes: ReadonlyArray<{ readonly __typename: 'Suggestion', readonly id: string, readonly content: string, readonly raisedOn: string, readonly status: Types.SuggestionStatus, readonly allowedSteps: ReadonlyArray<string>, readonly reply: string | null, readonly decidedOn: string | null, readonly decidedByName: string | null, readonly talent: { readonly __typename: 'Talent', readonly id: string, readonly name: string, readonly levelName: string | null }, readonly log: { readonly __typename: 'ContactLog', readonly id: string, readonly titleThen: string } | null }> } };

export type ProposedChangesQueryVariables = Exact<{
  status?: Types.ChangeStatus | null | undefined;
  first: number;
  after?: string | null | undefined;
}>;


export type ProposedChangesQuery = { readonly __typename: 'Query', readonly proposedChanges: { readonly __typename: 'ProposedChangePage', readonly totalCount: number, readonly pageInfo: { readonly __typename: 'PageInfo', readonly hasNextPage: boolean, readonly endCursor: string | null }, readonly nodes: ReadonlyArray<{ readonly __typename: 'ProposedChange', readonly id: string, readonly field: string, readonly value: string | null, readonly raisedOn: string, readonly status: Types.ChangeStatus, readonly allowedSteps: ReadonlyArray<string>, readonly valueBefore: string | null, readonly decidedOn: string | null, readonly decidedByName: string | null, readonly decisionNote: string | null, readonly talent: { readonly __typename: 'Talent', readonly id: string, readonly name: string, readonly specialty: string | null, readonly residence: string | null, readonly phoneMasked: string | null, readonly emailMasked: string | null }, readonly log: { readonly __typename: 'ContactLog', readonly id: string, readonly titleThen: string } | null }> } };

export type AnswerSuggestionMutationVariables = Exact<{
  suggestionId: string;
  answer: Types.Answer;
  reply: string;
}>;


export type AnswerSuggestionMutation = { readonly __typename: 'Mutation', readonly answerSuggestion: { readonly __typename: 'Suggestion', readonly id: string } };

export type AcceptChangeMutationVariables = Exact<{
  changeId: string;
  note?: string | null | undefined;
}>;


export type AcceptChangeMutation = { readonly __typename: 'Mutation', readonly acceptChange: { readonly __typename: 'ProposedChange', readonly id: string, readonly talent: { readonly __typename: 'Talent', readonly id: string } } };

export type RejectChangeMutationVariables = Exact<{
  changeId: string;
  reason: string;
}>;


export type RejectChangeMutation = { readonly __typename: 'Mutation', readonly rejectChange: { readonly __typename: 'ProposedChange', readonly id: string } };
export const SuggestionsDocument = /* @__PURE__ */ typedDocument<SuggestionsQuery, SuggestionsQueryVariables>('86ad2f442d70ae8a15553b57372c4d278c4b6b7cb2375dcfc0a18ea83a5d78d4', "query Suggestions($status: SuggestionStatus, $first: Int!, $after: String) { suggestions(status: $status, first: $first, after: $after) { __typename totalCount pageInfo { __typename hasNextPage endCursor } nodes { __typename id content raisedOn status allowedSteps reply decidedOn decidedByName talent { __typename id name levelName } log { __typename id titleThen } } } }")
export const ProposedChangesDocument = /* @__PURE__ */ typedDocument<ProposedChangesQuery, ProposedChangesQueryVariables>('564d308b08f54240d078b994b5b89959b166a8aecf0fb8abb1e714542825e1a0', "query ProposedChanges($status: ChangeStatus, $first: Int!, $after: String) { proposedChanges(status: $status, first: $first, after: $after) { __typename totalCount pageInfo { __typename hasNextPage endCursor } nodes { __typename id field value raisedOn status allowedSteps valueBefore decidedOn decidedByName decisionNote talent { __typename id name specialty residence phoneMasked emailMasked } log { __typename id titleThen } } } }")
export const AnswerSuggestionDocument = /* @__PURE__ */ typedDocument<AnswerSuggestionMutation, AnswerSuggestionMutationVariables>('d657c9a49214328a5730ee3cbf0b7399c4f5bd0d8657f139cb2cfbdaeec76602', "mutation AnswerSuggestion($suggestionId: UUID!, $answer: Answer!, $reply: String!) { answerSuggestion(suggestionId: $suggestionId, answer: $answer, reply: $reply) { __typename id } }")
export const AcceptChangeDocument = /* @__PURE__ */ typedDocument<AcceptChangeMutation, AcceptChangeMutationVariables>('5e58d73a0492a914fd079c34a3cdfea5ad171783a69f0cff6f2bc6c26cf462c4', "mutation AcceptChange($changeId: UUID!, $note: String) { acceptChange(changeId: $changeId, note: $note) { __typename id talent { __typename id } } }")
export const RejectChangeDocument = /* @__PURE__ */ typedDocument<RejectChangeMutation, RejectChangeMutationVariables>('7cdeb7171338cd460018657031d3976114cd4e9c93a4a2d59128fc349ba4877d', "mutation RejectChange($changeId: UUID!, $reason: String!) { rejectChange(changeId: $changeId, reason: $reason) { __typename id } }")
