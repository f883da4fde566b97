// Written by tools/codegen.ts from privacy.graphql. Do not edit.
import { typedDocument } from '@kit/graphql/document'
import type * as Types from '../../../../../kit/graphql/schema.gql'
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };


export type RequestShownFragment = { readonly __typename: 'DataRequest', readonly id: string, readonly talentId: string, readonly talentName: string | null, readonly keeperName: string | null, readonly kind: Types.RequestKind, readonly content: string, readonly purpose: string | null, readonly asker: Types.Asker, readonly askerName: string | null, readonly raisedOn: string, readonly dueOn: string, readonly dueWords: string, readonly overdue: boolean, readonly status: Types.RequestStatus, readonly allowedSteps: ReadonlyArray<string>, readonly handledByName: string | null, readonly answer: string | null, readonly closedOn: string | null };

export type DataRequestsQueryVariables = Exact<{
  status?: Types.RequestStatus | null | undefined;
  kind?: Types.RequestKind | null | undefined;
  openOnly: boolean;
  first: number;
  after?: string | null | undefined;
}>;


export type DataRequestsQuery = { readonly __typename: 'Query', readonly dataRequests: { readonly __typename: 'DataRequestPage', readonly totalCount: number, readonly pageInfo: { readonly __typename: 'PageInfo', readonly hasNextPage: boolean, readonly endCursor: string | null }, readonly nodes: ReadonlyArray<{ readonly __typename: 'DataRequest', readonly id: string, readonly talentId: string, readonly talentName: string | null, readonly keeperName: string | null, readonly kind: Types.RequestKind, readonly content: string, readonly purpose: string | null, readonly asker: Types.Asker, readonly askerName: string | null, readonly raisedOn: string, readonly dueOn: string, readonly dueWords: string, readonly overdue: boolean, readonly status: Types.RequestStatus, readonly allowedSteps: ReadonlyArray<string>, readonly handledByName: string | null, readonly answer: string | null, readonly closedOn: string | null }> } };

export type DataRequestQueryVariables = Exact<{
  id: string;
}>;


export type DataRequestQuery = { readonly __typename: 'Query', readonly dataRequest: { readonly __typename: 'DataRequest', readonly id: string, readonly talentId: string, readonly talentName: string | null, readonly keeperName: string | null, readonly kind: Types.RequestKind, readonly content: string, readonly purpose: string | null, readonly asker: Types.Asker, readonly askerName: string | null, readonly raisedOn: string, readonly dueOn: string, readonly dueWords: string, readonly overdue: boolean, readonly status: Types.RequestStatus, readonly allowedSteps: ReadonlyArray<string>, readonly handledByName: string | null, readonly answer: string | null, readonly closedOn: string | null } | null };

export type ConsentPurposesQueryVariables = Exact<{ [key: string]: never; }>;


export type ConsentPurposesQuery = { readonly __typename: 'Query', readonly entries: ReadonlyArray<{ readonly __typename: 'CatalogueEntry', readonly id: string, readonly code: string, readonly name: string }> };

export type FindConcernedQueryVariables = Exact<{
  text: string;
}>;


export type FindConcernedQuery = { readonly __typename: 'Query', readonly talents: { readonly __typename: 'TalentPage', readonly nodes: ReadonlyArray<{ readonly __typename: 'Talent', readonly id: string, readonly name: string, readonly levelName: string | null, readonly employerName: string | null }> } };

export type RecordDataRequestMutationVariables = Exact<{
  talentId: string;
  kind: Types.RequestKind;
  content: string;
  asker: Types.Asker;
  askerName?: string | null | undefined;
  purpose?: string | null | undefined;
}>;


export type RecordDataRequestMutation = { readonly __typename: 'Mutation', readonly recordDataRequest: { readonly __typename: 'DataRequest', readonly id: string, readonly talentId: string, readonly talentName: string | null, readonly keeperName: string | null, readonly kind: Types.RequestKind, readonly content: string, readonly purpose: string | null, readonly asker: Types.Asker, readonly askerName: string | null, readonly raisedOn: string, readonly dueOn: string, readonly dueWords: string, readonly overdue: boolean, readonly status: Types.RequestStatus, readonly allowedSteps: ReadonlyArray<string>, readonly handledByName: string | null, readonly answer: string | null, readonly closedOn: string | null } };

export type ErasurePlanQueryVariables = Exact<{
  requestId: string;
}>;


export type ErasurePlanQuery = { readonly __typename: 'Query', readonly erasurePlan: { readonly __typename: 'ErasurePlanView', readonly digest: string, readonly lines: ReadonlyArray<{ readonly __typename: 'PlanLineView', readonly code: string, readonly title: string, readonly rows: number, readonly fate: Types.Fate, readonly why: string, readonly until: string | null }> } };

export type AcceptDataRequestMutationVariables = Exact<{
  requestId: string;
}>;


export type AcceptDataRequestMutation = { readonly __typename: 'Mutation', readonly acceptDataRequest: { readonly __typename: 'DataRequest', readonly id: string, readonly status: Types.RequestStatus } };

export type AnswerDataRequestMutationVariables = Exact<{
  requestId: string;
  answer: string;
}>;


export type AnswerDataRequestMutation = { readonly __typename: 'Mutation', readonly answerDataRequest: { readonly __typename: 'DataRequest', readonly id: string, readonly status: Types.RequestStatus } };

export type RefuseDataRequestMutationVariables = Exact<{
  requestId: string;
  reason: string;
}>;


export type RefuseDataRequestMutation = { readonly __typename: 'Mutation', readonly refuseDataRequest: { readonly __typename: 'DataRequest', readonly id: string, readonly status: Types.RequestStatus } };

export type CarryOutErasureMutationVariables = Exact<{
  requestId: string;
  digest: string;
}>;


export type CarryOutErasureMutation = { readonly __typename: 'Mutation', readonly carryOutErasure: { readonly __typename: 'DataRequest', readonly id: string, readonly status: Types.RequestStatus } };

export type DeletionNoticesQueryVariables = Exact<{
  status?: Types.NoticeStatus | null | undefined;
  first: number;
  after?: string | null | undefined;
}>;


export type DeletionNoticesQuery = { readonly __typename: 'Query', readonly deletionNotices: { readonly __typename: 'DeletionNoticePage', readonly totalCount: number, readonly pageInfo: { readonly __typename: 'PageInfo', readonly hasNextPage: boolean, readonly endCursor: string | null }, readonly nodes: ReadonlyArray<{ readonly __typename: 'DeletionNotice', readonly id: string, readonly partnerName: string, readonly reason: Types.NoticeReason, readonly received: string, readonly cards: ReadonlyArray<string>, readonly askedOn: string, readonly dueOn: string, readonly late: boolean, readonly status: Types.NoticeStatus, readonly fetchedAt: string | null, readonly acknowledgedAt: string | null, readonly receipt: string | null, readonly toldTimes: number }> } };

export type ReadAnomaliesQueryVariables = Exact<{
  status?: Types.AnomalyStatus | null | undefined;
  first: number;
  after?: string | null | undefined;
}>;


export type ReadAnomaliesQuery = { readonly __typename: 'Query', readonly readAnomalies: { readonly __typename: 'ReadAnomalyPage', readonly totalCount: number, readonly pageInfo: { readonly __typename: 'PageInfo', readonly hasNextPage: boolean, readonly endCursor: string | null }, readonly nodes: ReadonlyArray<{ readonly __typename: 'ReadAnomaly', readonly id: string, readonly ruleName: string, readonly actorId: string, readonly actorName: string, readonly day: string, readonly since: string, readonly until: string, readonly reads: number, readonly persons: number, readonly words: string, readonly status: Types.AnomalyStatus, readonly allowedSteps: ReadonlyArray<string>, readonly review: string | null, readonly reviewedByName: string | null, readonly reviewedOn: string | null }> } };

export type LookForAnomaliesMutationVariables = Exact<{
  since: string;
  until: string;
}>;


export type LookForAnomaliesMutation = { readonly __typename: 'Mutation', readonly lookForAnomalies: number };

export type ReviewAnomalyMutationVariables = Exact<{
  anomalyId: string;
  verdict: Types.Verdict;
  review: string;
}>;


export type ReviewAnomalyMutation = { readonly __typename: 'Mutation', readonly reviewAnomaly: { readonly __typename: 'ReadAnomaly', readonly id: string, readonly status: Types.AnomalyStatus } };
export const DataRequestsDocument = /* @__PURE__ */ typedDocument<DataRequestsQuery, DataRequestsQueryVariables>('212cfa7e2e60e0d78cec5368a98abf18b9c7bdfd167cd6b8e845f404f58ffe66', "query DataRequests($status: RequestStatus, $kind: RequestKind, $openOnly: Boolean!, $first: Int!, $after: String) { dataRequests( status: $status kind: $kind openOnly: $openOnly first: $first after: $after ) { __typename totalCount pageInfo { __typename hasNextPage endCursor } nodes { __typename ...RequestShown } } } fragment RequestShown on DataRequest { __typename id talentId talentName keeperName kind content purpose asker askerName raisedOn dueOn dueWords overdue status allowedSteps handledByName answer closedOn }")
export const DataRequestDocument = /* @__PURE__ */ typedDocument<DataRequestQuery, DataRequestQueryVariables>('a7bdd2a314c2a0a6117e753dd353d0d81e2634ba2881fab67679e962e52cc92b', "query DataRequest($id: UUID!) { dataRequest(id: $id) { __typename ...RequestShown } } fragment RequestShown on DataRequest { __typename id talentId talentName keeperName kind content purpose asker askerName raisedOn dueOn dueWords overdue status allowedSteps handledByName answer closedOn }")
export const ConsentPurposesDocument = /* @__PURE__ */ typedDocument<ConsentPurposesQuery, ConsentPurposesQueryVariables>('f490a565ca7f461315fcfe5be90133a46afed62593a2e9d80c20743641f51559', "query ConsentPurposes { entries(kind: \"consent_purpose\") { __typename id code name } }")
export const FindConcernedDocument = /* @__PURE__ */ typedDocument<FindConcernedQuery, FindConcernedQueryVariables>('607edf509a12854fa673a2ea3de7fbfc3d5856d3787d06ade695127f5b275bb4', "query FindConcerned($text: String!) { talents(search: $text, first: 12) { __typename nodes { __typename id name levelName employerName } } }")
export const RecordDataRequestDocument = /* @__PURE__ */ typedDocument<RecordDataRequestMutation, RecordDataRequestMutationVariables>('6221749b31606b94b20db88423c2be29af2bf389abeb75b1b9e186089205f704', "mutation RecordDataRequest($talentId: UUID!, $kind: RequestKind!, $content: String!, $asker: Asker!, $askerName: String, $purpose: String) { recordDataRequest( talentId: $talentId kind: $kind content: $content asker: $asker askerName: $askerName purpose: $purpose ) { __typename ...RequestShown } } fragment RequestShown on DataRequest { __typename id talentId talentName keeperName kind content purpose asker askerName raisedOn dueOn dueWords overdue status allowedSteps handledByName answer closedOn }")
export const ErasurePlanDocument = /* @__PURE__ */ typedDocument<ErasurePlanQuery, ErasurePlanQueryVariables>('a47c4217a1fcbfcad519c7a80cd9ea8b1e2003a6277edb5aac1662765cb06c85', "query ErasurePlan($requestId: UUID!) { erasurePlan(requestId: $requestId) { __typename digest lines { __typename code title rows fate why until } } }")
export const AcceptDataRequestDocument = /* @__PURE__ */ typedDocument<AcceptDataRequestMutation, AcceptDataRequestMutationVariables>('d4a8a8c5bba00ce6f6f43a4ebbd99c3c6d7918d981362636806396faff655113', "mutation AcceptDataRequest($requestId: UUID!) { acceptDataRequest(requestId: $requestId) { __typename id status } }")
export const AnswerDataRequestDocument = /* @__PURE__ */ typedDocument<AnswerDataRequestMutation, AnswerDataRequestMutationVariables>('ce1b2e87da4f7fec9df7431a826db867e4ae1fb925864292d349cbbe179034fc', "mutation AnswerDataRequest($requestId: UUID!, $answer: String!) { answerDataRequest(requestId: $requestId, answer: $answer) { __typename id status } }")
export const RefuseDataRequestDocument = /* @__PURE__ */ typedDocument<RefuseDataRequestMutation, RefuseDataRequestMutationVariables>('7d6e1b09ec0c56cab2fc0838eff47eb3d91dda63ab932b11be96f3ce5b5ebe18', "mutation RefuseDataRequest($requestId: UUID!, $reason: String!) { refuseDataRequest(requestId: $requestId, reason: $reason) { __typename id status } }")
export const CarryOutErasureDocument = /* @__PURE__ */ typedDocument<CarryOutErasureMutation, CarryOutErasureMutationVariables>('582aadccbd82881e9f7945cd9401e7d3c328dcf278242d12935bfd7214de01ff', "mutation CarryOutErasure($requestId: UUID!, $digest: String!) { carryOutErasure(requestId: $requestId, digest: $digest) { __typename id status } }")
export const DeletionNoticesDocument = /* @__PURE__ */ typedDocument<DeletionNoticesQuery, DeletionNoticesQueryVariables>('5595a98fb4f5ec4a30b0aee704665e6155f447f493752dc273d4ceb7e1fe3905', "query DeletionNotices($status: NoticeStatus, $first: Int!, $after: String) { deletionNotices(status: $status, first: $first, after: $after) { __typename totalCount pageInfo { __typename hasNextPage endCursor } nodes { __typename id partnerName reason received cards askedOn dueOn late status fetchedAt acknowledgedAt receipt toldTimes } } }")
export const ReadAnomaliesDocument = /* @__PURE__ */ typedDocument<ReadAnomaliesQuery, ReadAnomaliesQueryVariables>('bf6aa93e742ebad577632025497f9dfb649e5ca91c93f624ca1def6380bd08cc', "query ReadAnomalies($status: AnomalyStatus, $first: Int!, $after: String) { readAnomalies(status: $status, first: $first, after: $after) { __typename totalCount pageInfo { __typename hasNextPage endCursor } nodes { __typename id ruleName actorId actorName day since until reads persons words status allowedSteps review reviewedByName reviewedOn } } }")
export const LookForAnomaliesDocument = /* @__PURE__ */ typedDocument<LookForAnomaliesMutation, LookForAnomaliesMutationVariables>('5dd0822259d95dfb36285a17241c4bd95838bd09bf226bd47bd3fead55060abc', "mutation LookForAnomalies($since: Date!, $until: Date!) { lookForAnomalies(since: $since, until: $until) }")
export const ReviewAnomalyDocument = /* @__PURE__ */ typedDocument<ReviewAnomalyMutation, ReviewAnomalyMutationVariables>('0e5fb0b4c6323f0065c4be10f80beb6318f7439d483077d76ea9d14b781e5e43', "mutation ReviewAnomaly($anomalyId: UUID!, $verdict: Verdict!, $review: String!) { reviewAnomaly(anomalyId: $anomalyId, verdict: $verdict, review: $review) { __typename id status } }")
