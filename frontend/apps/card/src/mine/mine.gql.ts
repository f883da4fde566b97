// Written by tools/codegen.ts from mine.graphql. Do not edit.
import { typedDocument } from '@kit/graphql/document'
import type * as Types from '../../../../kit/graphql/schema.gql'
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };


export type UnreadCountQueryVariables = Exact<{ [key: string]: never; }>;


export type UnreadCountQuery = { readonly __typename: 'Query', readonly notices: { readonly __typename: 'NoticePage', readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly __typename: 'Notice', readonly id: string }> } };

export type MyNoticesQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
}>;


export type MyNoticesQuery = { readonly __typename: 'Query', readonly notices: { readonly __typename: 'NoticePage', readonly totalCount: number, readonly pageInfo: { readonly __typename: 'PageInfo', readonly hasNextPage: boolean, readonly endCursor: string | null }, readonly nodes: ReadonlyArray<{ readonly __typename: 'Notice', readonly id: string, readonly createdAt: string, readonly title: string, readonly body: string, readonly about: string, readonly aboutId: string | null, readonly readAt: string | null }> } };

export type MarkReadMutationVariables = Exact<{
  ids: ReadonlyArray<string> | string;
}>;


export type MarkReadMutation = { readonly __typename: 'Mutation', readonly markNoticesRead: ReadonlyArray<{ readonly __typename: 'Notice', readonly id: string, readonly readAt: string | null }> };

export type MyProfileQueryVariables = Exact<{ [key: string]: never; }>;


export type MyProfileQuery = { readonly __typename: 'Query', readonly myProfile: { readonly __typename: 'Talent', readonly id: string, readonly name: string, readonly gender: Types.Gender, readonly birthDate: string | null, readonly nationality: string, readonly levelName: string | null, readonly levelSince: string | null, readonly talentTypeName: string | null, readonly specialty: string | null, readonly residence: string | null, readonly phoneMasked: string | null, readonly emailMasked: string | null, readonly employerName: string | null, readonly position: string | null, readonly highestDegree: Types.Degree | null, readonly highestTitle: string | null, readonly changedAt: string, readonly unit: { readonly __typename: 'Unit', readonly id: string, readonly name: string }, readonly documents: ReadonlyArray<{ readonly __typename: 'IdentityDocument', readonly id: string, readonly kind: Types.DocumentKind, readonly numberMasked: string, readonly validUntil: string | null, readonly active: boolean }> } | null };

export type ReadsOfMeQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
}>;


export type ReadsOfMeQuery = { readonly __typename: 'Query', readonly readsOfMe: { readonly __typename: 'SensitiveReadPage', readonly totalCount: number, readonly pageInfo: { readonly __typename: 'PageInfo', readonly hasNextPage: boolean, readonly endCursor: string | null }, readonly nodes: ReadonlyArray<{ readonly __typename: 'SensitiveRead', readonly id: string, readonly field: Types.SecretField, readonly purpose: string, readonly reason: string, readonly actorName: string, readonly readAt: string }> } };

export type ConsentShownFragment = { readonly __typename: 'ConsentState', readonly purpose: string, readonly name: string, readonly version: number, readonly isDemo: boolean, readonly given: boolean, readonly outdated: boolean, readonly givenAt: string | null, readonly withdrawnAt: string | null, readonly body: { readonly __typename: 'ConsentWords', readonly what: string, readonly toWhom: string, readonly why: string, readonly ground: string, readonly afterwards: string } | null };

export type MyConsentsQueryVariables = Exact<{ [key: string]: never; }>;


export type MyConsentsQuery = { readonly __typename: 'Query', readonly myConsents: ReadonlyArray<{ readonly __typename: 'ConsentState', readonly purpose: string, readonly name: string, readonly version: number, readonly isDemo: boolean, readonly given: boolean, readonly outdated: boolean, readonly givenAt: string | null, readonly withdrawnAt: string | null, readonly body: { readonly __typename: 'ConsentWords', readonly what: string, readonly toWhom: string, readonly why: string, readonly ground: string, readonly afterwards: string } | null }> };

export type GiveConsentMutationVariables = Exact<{
  purpose: string;
  version: number;
}>;


export type GiveConsentMutation = { readonly __typename: 'Mutation', readonly giveConsent: { readonly __typename: 'ConsentState', readonly purpose: string, readonly name: string, readonly version: number, readonly isDemo: boolean, readonly given: boolean, readonly outdated: boolean, readonly givenAt: string | null, readonly withdrawnAt: string | null, readonly body: { readonly __typename: 'ConsentWords', readonly what: string, readonly toWhom: string, readonly why: string, readonly ground: string, readonly afterwards: string } | null } };

export type WithdrawConsentMutationVariables = Exact<{
  purpose: string;
}>;


export type WithdrawConsentMutation = { readonly __typename: 'Mutation', readonly withdrawConsent: { readonly __typename: 'ConsentState', readonly purpose: string, readonly name: string, readonly version: number, readonly isDemo: boolean, readonly given: boolean, readonly outdated: boolean, readonly givenAt: string | null, readonly withdrawnAt: string | null, readonly body: { readonly __typename: 'ConsentWords', readonly what: string, readonly toWhom: string, readonly why: string, readonly ground: string, readonly afterwards: string } | null } };

export type ChangePasswordMutationVariables = Exact<{
  old: string;
  new: string;
}>;


export type ChangePasswordMutation = { readonly __typename: 'Mutation', readonly changePassword: boolean };

export type MyProposalsQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
}>;


export type MyProposalsQuery = { readonly __typename: 'Query', readonly myProposals: { readonly __typename: 'ProposedChangePage', readonly totalCount: number, readonly pageInfo: { readonly __typename: 'PageInfo', readonly hasNextPage: boolean, readonly endCursor: string | null }, readonly nodes: ReadonlyArray<{ readonly __typename: 'ProposedChange', readonly id: string, readonly field: string, readonly value: string | null, readonly valueTaken: string | null, readonly reason: string | null, readonly evidenceName: string | null, readonly raisedOn: string, readonly status: Types.ChangeStatus, readonly allowedSteps: ReadonlyArray<string>, readonly decidedOn: string | null, readonly decidedByName: string | null, readonly decisionNote: string | null }> } };

export type ProposeOwnChangeMutationVariables = Exact<{
  proposal: Types.ProposalIn;
}>;


export type ProposeOwnChangeMutation = { readonly __typename: 'Mutation', readonly proposeOwnChange: { readonly __typename: 'ProposedChange', readonly id: string } };

export type WithdrawProposalMutationVariables = Exact<{
  changeId: string;
}>;


export type WithdrawProposalMutation = { readonly __typename: 'Mutation', readonly withdrawChange: { readonly __typename: 'ProposedChange', readonly id: string } };

export type MyDataRequestsQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
}>;


export type MyDataRequestsQuery = { readonly __typename: 'Query', readonly myDataRequests: { readonly __typename: 'DataRequestPage', readonly totalCount: number, readonly pageInfo: { readonly __typename: 'PageInfo', readonly hasNextPage: boolean, readonly endCursor: string | null }, readonly nodes: ReadonlyArray<{ readonly __typename: 'DataRequest', readonly id: string, readonly kind: Types.RequestKind, readonly content: string, readonly raisedOn: string, readonly dueOn: string, readonly dueWords: string, readonly overdue: boolean, readonly status: Types.RequestStatus, readonly allowedSteps: ReadonlyArray<string>, readonly answer: string | null, readonly closedOn: string | null }> } };

export type DataGroundsQueryVariables = Exact<{ [key: string]: never; }>;


export type DataGroundsQuery = { readonly __typename: 'Query', readonly dataGrounds: ReadonlyArray<{ readonly __typename: 'CatalogueEntry', readonly id: string, readonly name: string, readonly body: unknown }> };

export type RaiseDataRequestMutationVariables = Exact<{
  kind: Types.RequestKind;
  content: string;
}>;


export type RaiseDataRequestMutation = { readonly __typename: 'Mutation', readonly raiseDataRequest: { readonly __typename: 'DataRequest', readonly id: string } };

export type WithdrawDataRequestMutationVariables = Exact<{
  requestId: string;
}>;


export type WithdrawDataRequestMutation = { readonly __typename: 'Mutation', readonly withdrawDataRequest: { readonly __typename: 'DataRequest', readonly id: string } };
export const UnreadCountDocument = /* @__PURE__ */ typedDocument<UnreadCountQuery, UnreadCountQueryVariables>('c610545a3b82904d5ec6a1fc12846fa23f8e0676421469b9d383ffe17c827565', "query UnreadCount { notices(unread: true, first: 1) { __typename totalCount nodes { __typename id } } }")
export const MyNoticesDocument = /* @__PURE__ */ typedDocument<MyNoticesQuery, MyNoticesQueryVariables>('e3b0fe79d4d3b03505d5c46516dedf5e856164eaa159f00abe729b67b9d8143c', "query MyNotices($first: Int!, $after: String) { notices(first: $first, after: $after) { __typename totalCount pageInfo { __typename hasNextPage endCursor } nodes { __typename id createdAt title body about aboutId readAt } } }")
export const MarkReadDocument = /* @__PURE__ */ typedDocument<MarkReadMutation, MarkReadMutationVariables>('ec79a04a88467171153dee9f628093062590c3a85b2ebf77b6543747587b6647', "mutation MarkRead($ids: [UUID!]!) { markNoticesRead(ids: $ids) { __typename id readAt } }")
export const MyProfileDocument = /* @__PURE__ */ typedDocument<MyProfileQuery, MyProfileQueryVariables>('27f921c3706b4e3b7b1ad77bbe423e96ead6209bef6e64b8d5fb49475cf8fec8', "query MyProfile { myProfile { __typename id name gender birthDate nationality levelName levelSince talentTypeName specialty residence phoneMasked emailMasked employerName position highestDegree highestTitle changedAt unit { __typename id name } documents { __typename id kind numberMasked validUntil active } } }")
export const ReadsOfMeDocument = /* @__PURE__ */ typedDocument<ReadsOfMeQuery, ReadsOfMeQueryVariables>('18ab8529126494cdbceef4f756f22c7b2185eb3394ae2653bfc9aaa05ed4cbe9', "query ReadsOfMe($first: Int!, $after: String) { readsOfMe(first: $first, after: $after) { __typename totalCount pageInfo { __typename hasNextPage endCursor } nodes { __typename id field purpose reason actorName readAt } } }")
export const MyConsentsDocument = /* @__PURE__ */ typedDocument<MyConsentsQuery, MyConsentsQueryVariables>('219e588071f62d555ba37417ffc47eeea6f14d6b5d493060d14aa57825aef4fb', "query MyConsents { myConsents { __typename ...ConsentShown } } fragment ConsentShown on ConsentState { __typename purpose name version isDemo given outdated givenAt withdrawnAt body { __typename what toWhom why ground afterwards } }")
export const GiveConsentDocument = /* @__PURE__ */ typedDocument<GiveConsentMutation, GiveConsentMutationVariables>('984e1438b57e25ffc58aac79a4bf0ae1ad146293e50bdb330a8a77796ab29e33', "mutation GiveConsent($purpose: String!, $version: Int!) { giveConsent(purpose: $purpose, version: $version) { __typename ...ConsentShown } } fragment ConsentShown on ConsentState { __typename purpose name version isDemo given outdated givenAt withdrawnAt body { __typename what toWhom why ground afterwards } }")
export const WithdrawConsentDocument = /* @__PURE__ */ typedDocument<WithdrawConsentMutation, WithdrawConsentMutationVariables>('2f8ed3b9965eec94fd84935347b334c5fbb6d7dbb3df0c024218fc5c94818c25', "mutation WithdrawConsent($purpose: String!) { withdrawConsent(purpose: $purpose) { __typename ...ConsentShown } } fragment ConsentShown on ConsentState { __typename purpose name version isDemo given outdated givenAt withdrawnAt body { __typename what toWhom why ground afterwards } }")
export const ChangePasswordDocument = /* @__PURE__ */ typedDocument<ChangePasswordMutation, ChangePasswordMutationVariables>('673edc6cce0993f37d3d861163ea49667be2d99e0083d237c313112f821075d6', "mutation ChangePassword($old: String!, $new: String!) { changePassword(old: $old, new: $new) }")
export const MyProposalsDocument = /* @__PURE__ */ typedDocument<MyProposalsQuery, MyProposalsQueryVariables>('d078d45cf60494ce081fc0e48877250920fe32b5ef20add9625db35948c99729', "query MyProposals($first: Int!, $after: String) { myProposals(first: $first, after: $after) { __typename totalCount pageInfo { __typename hasNextPage endCursor } nodes { __typename id field value valueTaken reason evidenceName raisedOn status allowedSteps decidedOn decidedByName decisionNote } } }")
export const ProposeOwnChangeDocument = /* @__PURE__ */ typedDocument<ProposeOwnChangeMutation, ProposeOwnChangeMutationVariables>('3ce51b1cdcee7cdd5ec7d0e51de0e07ad5b30b913ebd1a511d45f5c6ceac16e4', "mutation ProposeOwnChange($proposal: ProposalIn!) { proposeOwnChange(proposal: $proposal) { __typename id } }")
export const WithdrawProposalDocument = /* @__PURE__ */ typedDocument<WithdrawProposalMutation, WithdrawProposalMutationVariables>('39b79967cfe119cec5c217f85c6576456a01f4121e0f304e1ae9e8320fbfb161', "mutation WithdrawProposal($changeId: UUID!) { withdrawChange(changeId: $changeId) { __typename id } }")
export const MyDataRequestsDocument = /* @__PURE__ */ typedDocument<MyDataRequestsQuery, MyDataRequestsQueryVariables>('603b861c95ef286984645f3fb8af823174a6a110d23bb425b95a7e8e48b02d1a', "query MyDataRequests($first: Int!, $after: String) { myDataRequests(first: $first, after: $after) { __typename totalCount pageInfo { __typename hasNextPage endCursor } nodes { __typename id kind content raisedOn dueOn dueWords overdue status allowedSteps answer closedOn } } }")
export const DataGroundsDocument = /* @__PURE__ */ typedDocument<DataGroundsQuery, DataGroundsQueryVariables>('4fc767c39aaa4c3aac126b6efd1bd053b47626283ae11fe593beb0a534d4ea29', "query DataGrounds { dataGrounds { __typename id name body } }")
export const RaiseDataRequestDocument = /* @__PURE__ */ typedDocument<RaiseDataRequestMutation, RaiseDataRequestMutationVariables>('8d2ef86c06fcefff19041870db46ea65dd7ff107577b1babdf54e258588b872b', "mutation RaiseDataRequest($kind: RequestKind!, $content: String!) { raiseDataRequest(kind: $kind, content: $content) { __typename id } }")
export const WithdrawDataRequestDocument = /* @__PURE__ */ typedDocument<WithdrawDataRequestMutation, WithdrawDataRequestMutationVariables>('a0070c24220df3e44840490cec209b0ff97aac7fa3568b00cff0a0d238a85a85', "mutation WithdrawDataRequest($requestId: UUID!) { withdrawDataRequest(requestId: $requestId) { __typename id } }")
