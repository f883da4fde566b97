// Written by tools/codegen.ts from expert.graphql. Do not edit.
import { typedDocument } from '@kit/graphql/document'
import type * as Types from '../../../../../kit/graphql/schema.gql'
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };


export type MySheetFragment = { readonly __typename: 'MyScoreSheet', readonly id: string, readonly code: string, readonly status: Types.ScoreSheetStatus, readonly invitedOn: string, readonly dueOn: string, readonly overdue: boolean, readonly total: number | null, readonly answeredAt: string | null, readonly allowedSteps: ReadonlyArray<string> };

export type MyScoreSheetsQueryVariables = Exact<{
  status?: Types.ScoreSheetStatus | null | undefined;
  first: number;
  after?: string | null | undefined;
}>;


export type MyScoreSheetsQuery = { readonly __typename: 'Query', readonly myScoreSheets: { readonly __typename: 'MyScoreSheetPage', readonly totalCount: number, readonly pageInfo: { readonly __typename: 'PageInfo', readonly hasNextPage: boolean, readonly endCursor: string | null }, readonly nodes: ReadonlyArray<{ readonly __typename: 'MyScoreSheet', readonly id: string, readonly code: string, readonly status: Types.ScoreSheetStatus, readonly invitedOn: string, readonly dueOn: string, readonly overdue: boolean, readonly total: number | null, readonly answeredAt: string | null, readonly allowedSteps: ReadonlyArray<string> }> } };

export type MyScoreSheetQueryVariables = Exact<{
  id: string;
}>;


export type MyScoreSheetQuery = { readonly __typename: 'Query', readonly myScoreSheet: { readonly __typename: 'MyScoreSheet', readonly material: unknown, readonly items: unknown, readonly scores: unknown, readonly comment: string | null, readonly recusal: string | null, readonly id: string, readonly code: string, readonly status: Types.ScoreSheetStatus, readonly invitedOn: string, readonly dueOn: string, readonly overdue: boolean, readonly total: number | null, readonly answeredAt: string | null, readonly allowedSteps: ReadonlyArray<string> } | null };

export type AcceptScoreSheetMutationVariables = Exact<{
  sheetId: string;
}>;


export type AcceptScoreSheetMutation = { readonly __typename: 'Mutation', readonly acceptScoreSheet: { readonly __typename: 'MyScoreSheet', readonly material: unknown, readonly id: string, readonly code: string, readonly status: Types.ScoreSheetStatus, readonly invitedOn: string, readonly dueOn: string, readonly overdue: boolean, readonly total: number | null, readonly answeredAt: string | null, readonly allowedSteps: ReadonlyArray<string> } };

export type RecuseScoreSheetMutationVariables = Exact<{
  sheetId: string;
  reason: string;
}>;


export type RecuseScoreSheetMutation = { readonly __typename: 'Mutation', readonly recuseScoreSheet: { readonly __typename: 'MyScoreSheet', readonly recusal: string | null, readonly id: string, readonly code: string, readonly status: Types.ScoreSheetStatus, readonly invitedOn: string, readonly dueOn: string, readonly overdue: boolean, readonly total: number | null, readonly answeredAt: string | null, readonly allowedSteps: ReadonlyArray<string> } };

export type SubmitScoreSheetMutationVariables = Exact<{
  sheetId: string;
  scores: ReadonlyArray<Types.ScoreIn> | Types.ScoreIn;
  comment?: string | null | undefined;
}>;


export type SubmitScoreSheetMutation = { readonly __typename: 'Mutation', readonly submitScoreSheet: { readonly __typename: 'MyScoreSheet', readonly scores: unknown, readonly comment: string | null, readonly id: string, readonly code: string, readonly status: Types.ScoreSheetStatus, readonly invitedOn: string, readonly dueOn: string, readonly overdue: boolean, readonly total: number | null, readonly answeredAt: string | null, readonly allowedSteps: ReadonlyArray<string> } };

export type RecognitionExpertsQueryVariables = Exact<{
  activeOnly: boolean;
  first: number;
  after?: string | null | undefined;
}>;


export type RecognitionExpertsQuery = { readonly __typename: 'Query', readonly recognitionExperts: { readonly __typename: 'ExpertPage', readonly totalCount: number, readonly pageInfo: { readonly __typename: 'PageInfo', readonly hasNextPage: boolean, readonly endCursor: string | null }, readonly nodes: ReadonlyArray<{ readonly __typename: 'Expert', readonly id: string, readonly name: string, readonly employerName: string, readonly types: unknown, readonly specialty: string | null, readonly active: boolean }> } };

export type ExpertCandidatesQueryVariables = Exact<{ [key: string]: never; }>;


export type ExpertCandidatesQuery = { readonly __typename: 'Query', readonly expertCandidates: ReadonlyArray<{ readonly __typename: 'ExpertCandidate', readonly id: string, readonly name: string, readonly login: string }>, readonly types: ReadonlyArray<{ readonly __typename: 'CatalogueEntry', readonly id: string, readonly code: string, readonly name: string }> };

export type EnrolExpertMutationVariables = Exact<{
  accountId: string;
  employerName: string;
  types?: ReadonlyArray<string> | string | null | undefined;
  specialty?: string | null | undefined;
}>;


export type EnrolExpertMutation = { readonly __typename: 'Mutation', readonly enrolExpert: { readonly __typename: 'Expert', readonly id: string, readonly name: string, readonly active: boolean } };

export type RetireExpertMutationVariables = Exact<{
  expertId: string;
}>;


export type RetireExpertMutation = { readonly __typename: 'Mutation', readonly retireExpert: { readonly __typename: 'Expert', readonly id: string, readonly active: boolean } };
export const MyScoreSheetsDocument = /* @__PURE__ */ typedDocument<MyScoreSheetsQuery, MyScoreSheetsQueryVariables>('39a9deb997659dd05880e57c16677f3d4a28bbe4585b56b3bffec93ad01637b1', "query MyScoreSheets($status: ScoreSheetStatus, $first: Int!, $after: String) { myScoreSheets(status: $status, first: $first, after: $after) { __typename totalCount pageInfo { __typename hasNextPage endCursor } nodes { __typename ...MySheet } } } fragment MySheet on MyScoreSheet { __typename id code status invitedOn dueOn overdue total answeredAt allowedSteps }")
export const MyScoreSheetDocument = /* @__PURE__ */ typedDocument<MyScoreSheetQuery, MyScoreSheetQueryVariables>('5836c0046bd5d154abb1b7f4c19a72af4d847865bf7b17ae7316d969ade2e0be', "query MyScoreSheet($id: UUID!) { myScoreSheet(id: $id) { __typename ...MySheet material items scores comment recusal } } fragment MySheet on MyScoreSheet { __typename id code status invitedOn dueOn overdue total answeredAt allowedSteps }")
export const AcceptScoreSheetDocument = /* @__PURE__ */ typedDocument<AcceptScoreSheetMutation, AcceptScoreSheetMutationVariables>('649e37798d6ddc8572f460fe2c79433fb64b15f7965843fc917388f951706d62', "mutation AcceptScoreSheet($sheetId: UUID!) { acceptScoreSheet(sheetId: $sheetId) { __typename ...MySheet material } } fragment MySheet on MyScoreSheet { __typename id code status invitedOn dueOn overdue total answeredAt allowedSteps }")
export const RecuseScoreSheetDocument = /* @__PURE__ */ typedDocument<RecuseScoreSheetMutation, RecuseScoreSheetMutationVariables>('3e449d8f35a8765c0bad4a39edfc4e35e252b4f9f9cd08eaac2cf306fe862df4', "mutation RecuseScoreSheet($sheetId: UUID!, $reason: String!) { recuseScoreSheet(sheetId: $sheetId, reason: $reason) { __typename ...MySheet recusal } } fragment MySheet on MyScoreSheet { __typename id code status invitedOn dueOn overdue total answeredAt allowedSteps }")
export const SubmitScoreSheetDocument = /* @__PURE__ */ typedDocument<SubmitScoreSheetMutation, SubmitScoreSheetMutationVariables>('bc38a2baf80c9907ea538d95e31c12a741f9c57da1d69ba85179e48ef3b93f34', "mutation SubmitScoreSheet($sheetId: UUID!, $scores: [ScoreIn!]!, $comment: String) { submitScoreSheet(sheetId: $sheetId, scores: $scores, comment: $comment) { __typename ...MySheet scores comment } } fragment MySheet on MyScoreSheet { __typename id code status invitedOn dueOn overdue total answeredAt allowedSteps }")
export const RecognitionExpertsDocument = /* @__PURE__ */ typedDocument<RecognitionExpertsQuery, RecognitionExpertsQueryVariables>('0a6db922aacf26a74e852969ccc37bd552dfbde6ebb2b6a73c8ce7715981008f', "query RecognitionExperts($activeOnly: Boolean!, $first: Int!, $after: String) { recognitionExperts(activeOnly: $activeOnly, first: $first, after: $after) { __typename totalCount pageInfo { __typename hasNextPage endCursor } nodes { __typename id name employerName types specialty active } } }")
export const ExpertCandidatesDocument = /* @__PURE__ */ typedDocument<ExpertCandidatesQuery, ExpertCandidatesQueryVariables>('ca32c8b98ba8fb9bf7500e48b4ae6e21073798b16da86d0ae4957d37998babe9', "query ExpertCandidates { expertCandidates { __typename id name login } types: entries(kind: \"talent_type\") { __typename id code name } }")
export const EnrolExpertDocument = /* @__PURE__ */ typedDocument<EnrolExpertMutation, EnrolExpertMutationVariables>('324d26ef5a2cebe6d8a19433b63febe65cc5b6fae53a46431daf4d9a68b8f71a', "mutation EnrolExpert($accountId: UUID!, $employerName: String!, $types: [String!], $specialty: String) { enrolExpert( accountId: $accountId employerName: $employerName types: $types specialty: $specialty ) { __typename id name active } }")
export const RetireExpertDocument = /* @__PURE__ */ typedDocument<RetireExpertMutation, RetireExpertMutationVariables>('16c8ab9213bdd296d5db61cb046618f6cefa6ed9c07705a9452e1af47f2db2f2', "mutation RetireExpert($expertId: UUID!) { retireExpert(expertId: $expertId) { __typename id active } }")
