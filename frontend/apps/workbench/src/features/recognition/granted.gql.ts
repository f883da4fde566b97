// Written by tools/codegen.ts from granted.graphql. Do not edit.
import { typedDocument } from '@kit/graphql/document'
import type * as Types from '../../../../../kit/graphql/schema.gql'
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };


export type GrantedLineFragment = { readonly __typename: 'Recognition', readonly id: string, readonly version: number, readonly talentId: string, readonly applicationId: string | null, readonly status: Types.RecognitionStatus, readonly certificateNumber: string, readonly verifyCode: string, readonly name: string, readonly level: string, readonly levelName: string, readonly typeName: string, readonly issuer: string, readonly issuedOn: string, readonly validFrom: string, readonly validUntil: string, readonly inForce: boolean, readonly endedOn: string | null, readonly endReason: string | null, readonly allowedSteps: ReadonlyArray<string> };

export type RecognitionsQueryVariables = Exact<{
  status?: Types.RecognitionStatus | null | undefined;
  level?: string | null | undefined;
  talentId?: string | null | undefined;
  endsBefore?: string | null | undefined;
  number?: string | null | undefined;
  first: number;
  after?: string | null | undefined;
}>;


export type RecognitionsQuery = { readonly __typename: 'Query', readonly recognitions: { readonly __typename: 'RecognitionPage', readonly totalCount: number, readonly pageInfo: { readonly __typename: 'PageInfo', readonly hasNextPage: boolean, readonly endCursor: string | null }, readonly nodes: ReadonlyArray<{ readonly __typename: 'Recognition', readonly id: string, readonly version: number, readonly talentId: string, readonly applicationId: string | null, readonly status: Types.RecognitionStatus, readonly certificateNumber: string, readonly verifyCode: string, readonly name: string, readonly level: string, readonly levelName: string, readonly typeName: string, readonly issuer: string, readonly issuedOn: string, readonly validFrom: string, readonly validUntil: string, readonly inForce: boolean, readonly endedOn: string | null, readonly endReason: string | null, readonly allowedSteps: ReadonlyArray<string> }> } };

export type RecognitionQueryVariables = Exact<{
  id: string;
}>;


export type RecognitionQuery = { readonly __typename: 'Query', readonly recognition: { readonly __typename: 'Recognition', readonly id: string, readonly version: number, readonly talentId: string, readonly applicationId: string | null, readonly status: Types.RecognitionStatus, readonly certificateNumber: string, readonly verifyCode: string, readonly name: string, readonly level: string, readonly levelName: string, readonly typeName: string, readonly issuer: string, readonly issuedOn: string, readonly validFrom: string, readonly validUntil: string, readonly inForce: boolean, readonly endedOn: string | null, readonly endReason: string | null, readonly allowedSteps: ReadonlyArray<string>, readonly talent: { readonly __typename: 'Talent', readonly id: string, readonly name: string, readonly employerName: string | null, readonly level: string | null, readonly levelName: string | null, readonly recognitions: ReadonlyArray<{ readonly __typename: 'Recognition', readonly id: string, readonly status: Types.RecognitionStatus, readonly levelName: string, readonly certificateNumber: string, readonly validFrom: string, readonly validUntil: string, readonly endedOn: string | null }> } | null, readonly checks: ReadonlyArray<{ readonly __typename: 'RecognitionCheck', readonly id: string, readonly outcome: Types.RecognitionCheckOutcome, readonly opinion: string, readonly checkedOn: string, readonly accountName: string }> } | null };

export type RecognitionBansQueryVariables = Exact<{
  nowOnly: boolean;
  first: number;
  after?: string | null | undefined;
}>;


export type RecognitionBansQuery = { readonly __typename: 'Query', readonly recognitionBans: { readonly __typename: 'RecognitionBanPage', readonly totalCount: number, readonly pageInfo: { readonly __typename: 'PageInfo', readonly hasNextPage: boolean, readonly endCursor: string | null }, readonly nodes: ReadonlyArray<{ readonly __typename: 'RecognitionBan', readonly id: string, readonly validFrom: string, readonly validUntil: string, readonly reason: string, readonly accountName: string, readonly talent: { readonly __typename: 'Talent', readonly id: string, readonly name: string, readonly employerName: string | null } | null }> } };

export type CheckRecognitionMutationVariables = Exact<{
  recognitionId: string;
  outcome: Types.RecognitionCheckOutcome;
  opinion: string;
  level?: string | null | undefined;
}>;


export type CheckRecognitionMutation = { readonly __typename: 'Mutation', readonly checkRecognition: { readonly __typename: 'Recognition', readonly id: string, readonly version: number, readonly talentId: string, readonly applicationId: string | null, readonly status: Types.RecognitionStatus, readonly certificateNumber: string, readonly verifyCode: string, readonly name: string, readonly level: string, readonly levelName: string, readonly typeName: string, readonly issuer: string, readonly issuedOn: string, readonly validFrom: string, readonly validUntil: string, readonly inForce: boolean, readonly endedOn: string | null, readonly endReason: string | null, readonly allowedSteps: ReadonlyArray<string> } };

export type ExitRecognitionMutationVariables = Exact<{
  recognitionId: string;
  reason: string;
}>;


export type ExitRecognitionMutation = { readonly __typename: 'Mutation', readonly exitRecognition: { readonly __typename: 'Recognition', readonly id: string, readonly version: number, readonly talentId: string, readonly applicationId: string | null, readonly status: Types.RecognitionStatus, readonly certificateNumber: string, readonly verifyCode: string, readonly name: string, readonly level: string, readonly levelName: string, readonly typeName: string, readonly issuer: string, readonly issuedOn: string, readonly validFrom: string, readonly validUntil: string, readonly inForce: boolean, readonly endedOn: string | null, readonly endReason: string | null, readonly allowedSteps: ReadonlyArray<string> } };

export type CancelRecognitionMutationVariables = Exact<{
  recognitionId: string;
  reason: string;
  fraud: boolean;
}>;


export type CancelRecognitionMutation = { readonly __typename: 'Mutation', readonly cancelRecognition: { readonly __typename: 'Recognition', readonly id: string, readonly version: number, readonly talentId: string, readonly applicationId: string | null, readonly status: Types.RecognitionStatus, readonly certificateNumber: string, readonly verifyCode: string, readonly name: string, readonly level: string, readonly levelName: string, readonly typeName: string, readonly issuer: string, readonly issuedOn: string, readonly validFrom: string, readonly validUntil: string, readonly inForce: boolean, readonly endedOn: string | null, readonly endReason: string | null, readonly allowedSteps: ReadonlyArray<string> } };
export const RecognitionsDocument = /* @__PURE__ */ typedDocument<RecognitionsQuery, RecognitionsQueryVariables>('3d67055f064ea15c9d4e7965cd7897aefb8e39f9f63c3e6fca6a96641138671f', "query Recognitions($status: RecognitionStatus, $level: String, $talentId: UUID, $endsBefore: Date, $number: String, $first: Int!, $after: String) { recognitions( status: $status level: $level talentId: $talentId endsBefore: $endsBefore number: $number first: $first after: $after ) { __typename totalCount pageInfo { __typename hasNextPage endCursor } nodes { __typename ...GrantedLine } } } fragment GrantedLine on Recognition { __typename id version talentId applicationId status certificateNumber verifyCode name level levelName typeName issuer issuedOn validFrom validUntil inForce endedOn endReason allowedSteps }")
export const RecognitionDocument = /* @__PURE__ */ typedDocument<RecognitionQuery, RecognitionQueryVariables>('435a4b204f2e689fb5c99861896189e5e9b4135cf89e386e6a70e21715faedd2', "query Recognition($id: UUID!) { recognition(id: $id) { __typename ...GrantedLine talent { __typename id name employerName level levelName recognitions { __typename id status levelName certificateNumber validFrom validUntil endedOn } } checks { __typename id outcome opinion checkedOn accountName } } } fragment GrantedLine on Recognition { __typename id version talentId applicationId status certificateNumber verifyCode name level levelName typeName issuer issuedOn validFrom validUntil inForce endedOn endReason allowedSteps }")
export const RecognitionBansDocument = /* @__PURE__ */ typedDocument<RecognitionBansQuery, RecognitionBansQueryVariables>('6baf29b578f6389e3aabdd5f347878b3ad14e762c3a7bea2cc73751cfe8ff49f', "query RecognitionBans($nowOnly: Boolean!, $first: Int!, $after: String) { recognitionBans(nowOnly: $nowOnly, first: $first, after: $after) { __typename totalCount pageInfo { __typename hasNextPage endCursor } nodes { __typename id validFrom validUntil reason accountName talent { __typename id name employerName } } } }")
export const CheckRecognitionDocument = /* @__PURE__ */ typedDocument<CheckRecognitionMutation, CheckRecognitionMutationVariables>('fe6a3bf6d147a7443888d94fb9f426de5eb03d78162b8e785ffdb69b0fcd4ad3', "mutation CheckRecognition($recognitionId: UUID!, $outcome: RecognitionCheckOutcome!, $opinion: String!, $level: String) { checkRecognition( recognitionId: $recognitionId outcome: $outcome opinion: $opinion level: $level ) { __typename ...GrantedLine } } fragment GrantedLine on Recognition { __typename id version talentId applicationId status certificateNumber verifyCode name level levelName typeName issuer issuedOn validFrom validUntil inForce endedOn endReason allowedSteps }")
export const ExitRecognitionDocument = /* @__PURE__ */ typedDocument<ExitRecognitionMutation, ExitRecognitionMutationVariables>('80b219576daabab2cf136b74b7025113fc42c11fadb6fceb700ff20a2590d617', "mutation ExitRecognition($recognitionId: UUID!, $reason: String!) { exitRecognition(recognitionId: $recognitionId, reason: $reason) { __typename ...GrantedLine } } fragment GrantedLine on Recognition { __typename id version talentId applicationId status certificateNumber verifyCode name level levelName typeName issuer issuedOn validFrom validUntil inForce endedOn endReason allowedSteps }")
export const CancelRecognitionDocument = /* @__PURE__ */ typedDocument<CancelRecognitionMutation, CancelRecognitionMutationVariables>('0c6ed30ee9c5123bdcd2fdb5c33ba9e43028f3a2ba93414a38dc1460ec565198', "mutation CancelRecognition($recognitionId: UUID!, $reason: String!, $fraud: Boolean!) { cancelRecognition(recognitionId: $recognitionId, reason: $reason, fraud: $fraud) { __typename ...GrantedLine } } fragment GrantedLine on Recognition { __typename id version talentId applicationId status certificateNumber verifyCode name level levelName typeName issuer issuedOn validFrom validUntil inForce endedOn endReason allowedSteps }")
