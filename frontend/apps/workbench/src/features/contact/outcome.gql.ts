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
  source?: Types.ProposalSource | null | undefined;
  contacts: boolean;
  first: number;
  after?: string | null | undefined;
}>;


export type ProposedChangesQuery = { readonly __typename: 'Query', readonly proposedChanges: { readonly __typename: 'ProposedChangePage', readonly totalCount: number, readonly pageInfo: { readonly __typename: 'PageInfo', readonly hasNextPage: boolean, readonly endCursor: string | null }, readonly nodes: ReadonlyArray<{ readonly __typename: 'ProposedChange', readonly id: string, readonly source: Types.ProposalSource, readonly proposedByName: string | null, readonly proposerUnitName: string | null, readonly field: string, readonly value: string | null, readonly valueNow: string | null, readonly valueTaken: string | null, readonly reason: string | null, readonly evidenceName: string | null, readonly raisedOn: string, readonly status: Types.ChangeStatus, readonly allowedSteps: ReadonlyArray<string>, readonly valueBefore: string | null, readonly decidedOn: string | null, readonly decidedByName: string | null, readonly decisionNote: string | null, readonly talent: { readonly __typename: 'Talent', readonly id: string, readonly name: string }, readonly log?: { readonly __typename: 'ContactLog', readonly id: string, readonly titleThen: string } | null }> } };

export type AnswerSuggestionMutationVariables = Exact<{
  suggestionId: string;
  answer: Types.Answer;
  reply: string;
}>;


export type AnswerSuggestionMutation = { readonly __typename: 'Mutation', readonly answerSuggestion: { readonly __typename: 'Suggestion', readonly id: string } };

export type AcceptChangeMutationVariables = Exact<{
  changeId: string;
  note?: string | null | undefined;
  value?: string | null | undefined;
}>;


export type AcceptChangeMutation = { readonly __typename: 'Mutation', readonly acceptChange: { readonly __typename: 'ProposedChange', readonly id: string, readonly talent: { readonly __typename: 'Talent', readonly id: string } } };

export type RejectChangeMutationVariables = Exact<{
  changeId: string;
  reason: string;
}>;


export type RejectChangeMutation = { readonly __typename: 'Mutation', readonly rejectChange: { readonly __typename: 'ProposedChange', readonly id: string } };
export const SuggestionsDocument = /* @__PURE__ */ typedDocument<SuggestionsQuery, SuggestionsQueryVariables>('86ad2f442d70ae8a15553b57372c4d278c4b6b7cb2375dcfc0a18ea83a5d78d4', "query Suggestions($status: SuggestionStatus, $first: Int!, $after: String) { suggestions(status: $status, first: $first, after: $after) { __typename totalCount pageInfo { __typename hasNextPage endCursor } nodes { __typename id content raisedOn status allowedSteps reply decidedOn decidedByName talent { __typename id name levelName } log { __typename id titleThen } } } }")
export const ProposedChangesDocument = /* @__PURE__ */ typedDocument<ProposedChangesQuery, ProposedChangesQueryVariables>('6f30030be8c4a54995d69cec005598871343eaf2adca5ef070be98e1eda069cb', "query ProposedChanges($status: ChangeStatus, $source: ProposalSource, $contacts: Boolean!, $first: Int!, $after: String) { proposedChanges(status: $status, source: $source, first: $first, after: $after) { __typename totalCount pageInfo { __typename hasNextPage endCursor } nodes { __typename id source proposedByName proposerUnitName field value valueNow valueTaken reason evidenceName raisedOn status allowedSteps valueBefore decidedOn decidedByName decisionNote talent { __typename id name } log @include(if: $contacts) { __typename id titleThen } } } }")
export const AnswerSuggestionDocument = /* @__PURE__ */ typedDocument<AnswerSuggestionMutation, AnswerSuggestionMutationVariables>('d657c9a49214328a5730ee3cbf0b7399c4f5bd0d8657f139cb2cfbdaeec76602', "mutation AnswerSuggestion($suggestionId: UUID!, $answer: Answer!, $reply: String!) { answerSuggestion(suggestionId: $suggestionId, answer: $answer, reply: $reply) { __typename id } }")
export const AcceptChangeDocument = /* @__PURE__ */ typedDocument<AcceptChangeMutation, AcceptChangeMutationVariables>('f4bc109097948b6a510d4c6b032502d73962522e7be1ece0eb3e577c6213012b', "mutation AcceptChange($changeId: UUID!, $note: String, $value: String) { acceptChange(changeId: $changeId, note: $note, value: $value) { __typename id talent { __typename id } } }")
export const RejectChangeDocument = /* @__PURE__ */ typedDocument<RejectChangeMutation, RejectChangeMutationVariables>('7cdeb7171338cd460018657031d3976114cd4e9c93a4a2d59128fc349ba4877d', "mutation RejectChange($changeId: UUID!, $reason: String!) { rejectChange(changeId: $changeId, reason: $reason) { __typename id } }")
