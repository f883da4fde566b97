// Written by tools/codegen.ts from introduction.graphql. Do not edit.
import { typedDocument } from '@kit/graphql/document'
import type * as Types from '../../../../../kit/graphql/schema.gql'
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };


export type IntroductionsQueryVariables = Exact<{
  quarter?: string | null | undefined;
  asOf?: string | null | undefined;
}>;


export type IntroductionsQuery = { readonly __typename: 'Query', readonly introductions: { readonly __typename: 'Introductions', readonly quarter: string, readonly asOf: string, readonly locked: boolean, readonly total: string, readonly units: ReadonlyArray<{ readonly __typename: 'UnitIntroductions', readonly unitId: string, readonly unit: string, readonly credited: string, readonly frozen: string, readonly pending: number }> } };

export type ClaimToldFragment = { readonly __typename: 'IntroductionClaim', readonly id: string, readonly talentId: string, readonly talentName: string, readonly arrivedOn: string, readonly kind: Types.ArrivalKind, readonly quarter: string, readonly status: Types.ClaimStatus, readonly share: string, readonly claimedBy: string, readonly claimedOn: string, readonly note: string | null, readonly withdrawnReason: string | null, readonly allowedSteps: ReadonlyArray<string>, readonly unit: { readonly __typename: 'Unit', readonly id: string, readonly shortName: string } };

export type IntroductionClaimsQueryVariables = Exact<{
  status?: Types.ClaimStatus | null | undefined;
  quarter?: string | null | undefined;
  first: number;
  after?: string | null | undefined;
}>;


export type IntroductionClaimsQuery = { readonly __typename: 'Query', readonly introductionClaims: { readonly __typename: 'IntroductionClaimPage', readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly __typename: 'IntroductionClaim', readonly id: string, readonly talentId: string, readonly talentName: string, readonly arrivedOn: string, readonly kind: Types.ArrivalKind, readonly quarter: string, readonly status: Types.ClaimStatus, readonly share: string, readonly claimedBy: string, readonly claimedOn: string, readonly note: string | null, readonly withdrawnReason: string | null, readonly allowedSteps: ReadonlyArray<string>, readonly unit: { readonly __typename: 'Unit', readonly id: string, readonly shortName: string } }>, readonly pageInfo: { readonly __typename: 'PageInfo', readonly hasNextPage: boolean, readonly endCursor: string | null } } };

export type AttributionCasesQueryVariables = Exact<{
  status?: Types.AttributionStatus | null | undefined;
  first: number;
  after?: string | null | undefined;
}>;


export type AttributionCasesQuery = { readonly __typename: 'Query', readonly attributionCases: { readonly __typename: 'AttributionCasePage', readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly __typename: 'AttributionCase', readonly id: string, readonly talentId: string, readonly talentName: string, readonly periodFrom: string, readonly openedOn: string, readonly status: Types.AttributionStatus, readonly outcome: Types.AttributionOutcome | null, readonly reason: string | null, readonly decidedBy: string | null, readonly decidedAt: string | null, readonly suggestedId: string | null, readonly claims: ReadonlyArray<{ readonly __typename: 'IntroductionClaim', readonly id: string, readonly talentId: string, readonly talentName: string, readonly arrivedOn: string, readonly kind: Types.ArrivalKind, readonly quarter: string, readonly status: Types.ClaimStatus, readonly share: string, readonly claimedBy: string, readonly claimedOn: string, readonly note: string | null, readonly withdrawnReason: string | null, readonly allowedSteps: ReadonlyArray<string>, readonly unit: { readonly __typename: 'Unit', readonly id: string, readonly shortName: string } }> }>, readonly pageInfo: { readonly __typename: 'PageInfo', readonly hasNextPage: boolean, readonly endCursor: string | null } } };

export type ClaimIntroductionMutationVariables = Exact<{
  talentId: string;
  unitId: string;
  arrivedOn: string;
  kind: Types.ArrivalKind;
  note?: string | null | undefined;
}>;


export type ClaimIntroductionMutation = { readonly __typename: 'Mutation', readonly claimIntroduction: { readonly __typename: 'IntroductionClaim', readonly id: string, readonly talentId: string, readonly talentName: string, readonly arrivedOn: string, readonly kind: Types.ArrivalKind, readonly quarter: string, readonly status: Types.ClaimStatus, readonly share: string, readonly claimedBy: string, readonly claimedOn: string, readonly note: string | null, readonly withdrawnReason: string | null, readonly allowedSteps: ReadonlyArray<string>, readonly unit: { readonly __typename: 'Unit', readonly id: string, readonly shortName: string } } };

export type WithdrawIntroductionMutationVariables = Exact<{
  claimId: string;
  reason: string;
}>;


export type WithdrawIntroductionMutation = { readonly __typename: 'Mutation', readonly withdrawIntroduction: { readonly __typename: 'IntroductionClaim', readonly id: string, readonly talentId: string, readonly talentName: string, readonly arrivedOn: string, readonly kind: Types.ArrivalKind, readonly quarter: string, readonly status: Types.ClaimStatus, readonly share: string, readonly claimedBy: string, readonly claimedOn: string, readonly note: string | null, readonly withdrawnReason: string | null, readonly allowedSteps: ReadonlyArray<string>, readonly unit: { readonly __typename: 'Unit', readonly id: string, readonly shortName: string } } };

export type DecideAttributionMutationVariables = Exact<{
  caseId: string;
  outcome: Types.AttributionOutcome;
  reason: string;
  shares?: ReadonlyArray<Types.ShareIn> | Types.ShareIn | null | undefined;
}>;


export type DecideAttributionMutation = { readonly __typename: 'Mutation', readonly decideAttribution: { readonly __typename: 'AttributionCase', readonly id: string, readonly status: Types.AttributionStatus, readonly outcome: Types.AttributionOutcome | null, readonly reason: string | null, readonly decidedBy: string | null, readonly decidedAt: string | null, readonly claims: ReadonlyArray<{ readonly __typename: 'IntroductionClaim', readonly id: string, readonly talentId: string, readonly talentName: string, readonly arrivedOn: string, readonly kind: Types.ArrivalKind, readonly quarter: string, readonly status: Types.ClaimStatus, readonly share: string, readonly claimedBy: string, readonly claimedOn: string, readonly note: string | null, readonly withdrawnReason: string | null, readonly allowedSteps: ReadonlyArray<string>, readonly unit: { readonly __typename: 'Unit', readonly id: string, readonly shortName: string } }> } };

export type TalentsToClaimQueryVariables = Exact<{
  text?: string | null | undefined;
}>;


export type TalentsToClaimQuery = { readonly __typename: 'Query', readonly talents: { readonly __typename: 'TalentPage', readonly nodes: ReadonlyArray<{ readonly __typename: 'Talent', readonly id: string, readonly name: string, readonly employerName: string | null }> } };
export const IntroductionsDocument = /* @__PURE__ */ typedDocument<IntroductionsQuery, IntroductionsQueryVariables>('aa4bea35e99dbdb5292e2c697a9a2ae123b216eeeed1b920f335ce0683d4e4f3', "query Introductions($quarter: String, $asOf: Date) { introductions(quarter: $quarter, asOf: $asOf) { __typename quarter asOf locked total units { __typename unitId unit credited frozen pending } } }")
export const IntroductionClaimsDocument = /* @__PURE__ */ typedDocument<IntroductionClaimsQuery, IntroductionClaimsQueryVariables>('17250408df96a12cdf793ced9ac1026774dbe9959aa6166256215038b657619d', "query IntroductionClaims($status: ClaimStatus, $quarter: String, $first: Int!, $after: String) { introductionClaims( status: $status quarter: $quarter first: $first after: $after ) { __typename nodes { __typename ...ClaimTold } pageInfo { __typename hasNextPage endCursor } totalCount } } fragment ClaimTold on IntroductionClaim { __typename id talentId talentName arrivedOn kind quarter status share claimedBy claimedOn note withdrawnReason allowedSteps unit { __typename id shortName } }")
export const AttributionCasesDocument = /* @__PURE__ */ typedDocument<AttributionCasesQuery, AttributionCasesQueryVariables>('e074141318c39c7733ff81f27e00b52138cb8b1c3b846d1c16bd6ad76348ccb2', "query AttributionCases($status: AttributionStatus, $first: Int!, $after: String) { attributionCases(status: $status, first: $first, after: $after) { __typename nodes { __typename id talentId talentName periodFrom openedOn status outcome reason decidedBy decidedAt suggestedId claims(first: 10) { __typename ...ClaimTold } } pageInfo { __typename hasNextPage endCursor } totalCount } } fragment ClaimTold on IntroductionClaim { __typename id talentId talentName arrivedOn kind quarter status share claimedBy claimedOn note withdrawnReason allowedSteps unit { __typename id shortName } }")
export const ClaimIntroductionDocument = /* @__PURE__ */ typedDocument<ClaimIntroductionMutation, ClaimIntroductionMutationVariables>('1ee37e32066a9e0999ff9082c62f7970d02383c5564e9966b351af817caa6dbb', "mutation ClaimIntroduction($talentId: UUID!, $unitId: UUID!, $arrivedOn: Date!, $kind: ArrivalKind!, $note: String) { claimIntroduction( talentId: $talentId unitId: $unitId arrivedOn: $arrivedOn kind: $kind note: $note ) { __typename ...ClaimTold } } fragment ClaimTold on IntroductionClaim { __typename id talentId talentName arrivedOn kind quarter status share claimedBy claimedOn note withdrawnReason allowedSteps unit { __typename id shortName } }")
export const WithdrawIntroductionDocument = /* @__PURE__ */ typedDocument<WithdrawIntroductionMutation, WithdrawIntroductionMutationVariables>('0fa84d367160ee3540d0b1378ebf29524139f45fddc0a2598074220c3c249c3d', "mutation WithdrawIntroduction($claimId: UUID!, $reason: String!) { withdrawIntroduction(claimId: $claimId, reason: $reason) { __typename ...ClaimTold } } fragment ClaimTold on IntroductionClaim { __typename id talentId talentName arrivedOn kind quarter status share claimedBy claimedOn note withdrawnReason allowedSteps unit { __typename id shortName } }")
export const DecideAttributionDocument = /* @__PURE__ */ typedDocument<DecideAttributionMutation, DecideAttributionMutationVariables>('43631c75aef9e8a3d0f5b01f933f2b6d5568ad624578afa5bf8265940efb5e6a', "mutation DecideAttribution($caseId: UUID!, $outcome: AttributionOutcome!, $reason: String!, $shares: [ShareIn!]) { decideAttribution( caseId: $caseId outcome: $outcome reason: $reason shares: $shares ) { __typename id status outcome reason decidedBy decidedAt claims(first: 10) { __typename ...ClaimTold } } } fragment ClaimTold on IntroductionClaim { __typename id talentId talentName arrivedOn kind quarter status share claimedBy claimedOn note withdrawnReason allowedSteps unit { __typename id shortName } }")
export const TalentsToClaimDocument = /* @__PURE__ */ typedDocument<TalentsToClaimQuery, TalentsToClaimQueryVariables>('8a56bd9db624a378107e963a4e2097cfd7247274bb44652754ead6af92a66e1d', "query TalentsToClaim($text: String) { talents(search: $text, first: 20) { __typename nodes { __typename id name employerName } } }")
