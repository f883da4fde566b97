// Written by tools/codegen.ts from merge.graphql. Do not edit.
import { typedDocument } from '@kit/graphql/document'
import type * as Types from '../../../../../kit/graphql/schema.gql'
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };


export type DuplicatePairsQueryVariables = Exact<{
  status?: Types.PairStatus | null | undefined;
  first: number;
  after?: string | null | undefined;
}>;


export type DuplicatePairsQuery = { readonly __typename: 'Query', readonly duplicatePairs: { readonly __typename: 'DuplicatePairPage', readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly __typename: 'DuplicatePair', readonly id: string, readonly score: number, readonly likelihood: Types.Likelihood, readonly clueWords: ReadonlyArray<string>, readonly foundOn: string, readonly status: Types.PairStatus, readonly askedBefore: boolean, readonly decidedBy: string | null, readonly low: { readonly __typename: 'Talent', readonly id: string, readonly name: string, readonly unit: { readonly __typename: 'Unit', readonly id: string, readonly shortName: string } } | null, readonly high: { readonly __typename: 'Talent', readonly id: string, readonly name: string, readonly unit: { readonly __typename: 'Unit', readonly id: string, readonly shortName: string } } | null }>, readonly pageInfo: { readonly __typename: 'PageInfo', readonly hasNextPage: boolean, readonly endCursor: string | null } } };

export type DuplicateSignsQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
}>;


export type DuplicateSignsQuery = { readonly __typename: 'Query', readonly duplicateSigns: { readonly __typename: 'DuplicateSignPage', readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly __typename: 'DuplicateSign', readonly id: string, readonly since: string, readonly talent: { readonly __typename: 'Talent', readonly id: string, readonly name: string, readonly unit: { readonly __typename: 'Unit', readonly id: string, readonly shortName: string } } | null }>, readonly pageInfo: { readonly __typename: 'PageInfo', readonly hasNextPage: boolean, readonly endCursor: string | null } } };

export type CrowdedKeysQueryVariables = Exact<{ [key: string]: never; }>;


export type CrowdedKeysQuery = { readonly __typename: 'Query', readonly crowdedKeys: ReadonlyArray<{ readonly __typename: 'CrowdedKey', readonly kind: string, readonly shown: string, readonly people: number, readonly sampleId: string, readonly foundOn: string }> };

export type ComparedFragment = { readonly __typename: 'Talent', readonly id: string, readonly name: string, readonly gender: Types.Gender, readonly birthDate: string | null, readonly nationality: string, readonly status: Types.TalentStatus, readonly levelName: string | null, readonly levelSince: string | null, readonly talentTypeName: string | null, readonly specialty: string | null, readonly residence: string | null, readonly phoneMasked: string | null, readonly emailMasked: string | null, readonly employerName: string | null, readonly position: string | null, readonly createdAt: string, readonly unit: { readonly __typename: 'Unit', readonly id: string, readonly name: string }, readonly names: ReadonlyArray<{ readonly __typename: 'TalentName', readonly id: string, readonly kind: Types.NameKind, readonly name: string }>, readonly documents: ReadonlyArray<{ readonly __typename: 'IdentityDocument', readonly id: string, readonly kind: Types.DocumentKind, readonly numberMasked: string, readonly active: boolean }>, readonly introductionClaims: ReadonlyArray<{ readonly __typename: 'IntroductionClaim', readonly id: string, readonly arrivedOn: string, readonly status: Types.ClaimStatus, readonly unit: { readonly __typename: 'Unit', readonly id: string, readonly shortName: string } }> };

export type DuplicatePairQueryVariables = Exact<{
  id: string;
}>;


export type DuplicatePairQuery = { readonly __typename: 'Query', readonly duplicatePair: { readonly __typename: 'DuplicatePair', readonly id: string, readonly score: number, readonly likelihood: Types.Likelihood, readonly clues: ReadonlyArray<string>, readonly clueWords: ReadonlyArray<string>, readonly foundOn: string, readonly status: Types.PairStatus, readonly allowedSteps: ReadonlyArray<string>, readonly askedBefore: boolean, readonly reason: string | null, readonly decidedBy: string | null, readonly decidedAt: string | null, readonly low: { readonly __typename: 'Talent', readonly id: string, readonly name: string, readonly gender: Types.Gender, readonly birthDate: string | null, readonly nationality: string, readonly status: Types.TalentStatus, readonly levelName: string | null, readonly levelSince: string | null, readonly talentTypeName: string | null, readonly specialty: string | null, readonly residence: string | null, readonly phoneMasked: string | null, readonly emailMasked: string | null, readonly employerName: string | null, readonly position: string | null, readonly createdAt: string, readonly unit: { readonly __typename: 'Unit', readonly id: string, readonly name: string }, readonly names: ReadonlyArray<{ readonly __typename: 'TalentName', readonly id: string, readonly kind: Types.NameKind, readonly name: string }>, readonly documents: ReadonlyArray<{ readonly __typename: 'IdentityDocument', readonly id: string, readonly kind: Types.DocumentKind, readonly numberMasked: string, readonly active: boolean }>, readonly introductionClaims: ReadonlyArray<{ readonly __typename: 'IntroductionClaim', readonly id: string, readonly arrivedOn: string, readonly status: Types.ClaimStatus, readonly unit: { readonly __typename: 'Unit', readonly id: string, readonly shortName: string } }> } | null, readonly high: { readonly __typename: 'Talent', readonly id: string, readonly name: string, readonly gender: Types.Gender, readonly birthDate: string | null, readonly nationality: string, readonly status: Types.TalentStatus, readonly levelName: string | null, readonly levelSince: string | null, readonly talentTypeName: string | null, readonly specialty: string | null, readonly residence: string | null, readonly phoneMasked: string | null, readonly emailMasked: string | null, readonly employerName: string | null, readonly position: string | null, readonly createdAt: string, readonly unit: { readonly __typename: 'Unit', readonly id: string, readonly name: string }, readonly names: ReadonlyArray<{ readonly __typename: 'TalentName', readonly id: string, readonly kind: Types.NameKind, readonly name: string }>, readonly documents: ReadonlyArray<{ readonly __typename: 'IdentityDocument', readonly id: string, readonly kind: Types.DocumentKind, readonly numberMasked: string, readonly active: boolean }>, readonly introductionClaims: ReadonlyArray<{ readonly __typename: 'IntroductionClaim', readonly id: string, readonly arrivedOn: string, readonly status: Types.ClaimStatus, readonly unit: { readonly __typename: 'Unit', readonly id: string, readonly shortName: string } }> } | null } | null, readonly mergeRules: ReadonlyArray<{ readonly __typename: 'MergeRule', readonly table: string, readonly word: string, readonly rule: string }> };

export type TellDuplicatesApartMutationVariables = Exact<{
  pairId: string;
  reason: string;
}>;


export type TellDuplicatesApartMutation = { readonly __typename: 'Mutation', readonly tellDuplicatesApart: { readonly __typename: 'DuplicatePair', readonly id: string, readonly status: Types.PairStatus, readonly allowedSteps: ReadonlyArray<string>, readonly reason: string | null, readonly decidedBy: string | null, readonly decidedAt: string | null } };

export type MergeTalentsMutationVariables = Exact<{
  survivorId: string;
  absorbedId: string;
  reason: string;
  choices?: ReadonlyArray<Types.ChoiceIn> | Types.ChoiceIn | null | undefined;
}>;


export type MergeTalentsMutation = { readonly __typename: 'Mutation', readonly mergeTalents: { readonly __typename: 'TalentMerge', readonly id: string, readonly survivorId: string, readonly absorbedId: string, readonly survivorName: string, readonly absorbedName: string, readonly absorbedUnit: string, readonly reason: string, readonly summary: ReadonlyArray<string>, readonly mergedBy: string, readonly mergedAt: string, readonly undoUntil: string, readonly undoneBy: string | null, readonly undoneAt: string | null, readonly imagesGoneOn: string | null, readonly undoReason: string | null } };

export type UndoMergeMutationVariables = Exact<{
  mergeId: string;
  reason: string;
  going?: ReadonlyArray<string> | string | null | undefined;
}>;


export type UndoMergeMutation = { readonly __typename: 'Mutation', readonly undoMerge: { readonly __typename: 'TalentMerge', readonly id: string, readonly survivorId: string, readonly absorbedId: string, readonly survivorName: string, readonly absorbedName: string, readonly absorbedUnit: string, readonly reason: string, readonly summary: ReadonlyArray<string>, readonly mergedBy: string, readonly mergedAt: string, readonly undoUntil: string, readonly undoneBy: string | null, readonly undoneAt: string | null, readonly imagesGoneOn: string | null, readonly undoReason: string | null } };

export type MergeToldFragment = { readonly __typename: 'TalentMerge', readonly id: string, readonly survivorId: string, readonly absorbedId: string, readonly survivorName: string, readonly absorbedName: string, readonly absorbedUnit: string, readonly reason: string, readonly summary: ReadonlyArray<string>, readonly mergedBy: string, readonly mergedAt: string, readonly undoUntil: string, readonly undoneBy: string | null, readonly undoneAt: string | null, readonly imagesGoneOn: string | null, readonly undoReason: string | null };

export type MergesOfQueryVariables = Exact<{
  id: string;
}>;


export type MergesOfQuery = { readonly __typename: 'Query', readonly talent: { readonly __typename: 'Talent', readonly id: string, readonly merges: ReadonlyArray<{ readonly __typename: 'TalentMerge', readonly id: string, readonly survivorId: string, readonly absorbedId: string, readonly survivorName: string, readonly absorbedName: string, readonly absorbedUnit: string, readonly reason: string, readonly summary: ReadonlyArray<string>, readonly mergedBy: string, readonly mergedAt: string, readonly undoUntil: string, readonly undoneBy: string | null, readonly undoneAt: string | null, readonly imagesGoneOn: string | null, readonly undoReason: string | null }>, readonly mergedInto: ReadonlyArray<{ readonly __typename: 'TalentMerge', readonly id: string, readonly survivorId: string, readonly absorbedId: string, readonly survivorName: string, readonly absorbedName: string, readonly absorbedUnit: string, readonly reason: string, readonly summary: ReadonlyArray<string>, readonly mergedBy: string, readonly mergedAt: string, readonly undoUntil: string, readonly undoneBy: string | null, readonly undoneAt: string | null, readonly imagesGoneOn: string | null, readonly undoReason: string | null }>, readonly duplicateSigns: ReadonlyArray<{ readonly __typename: 'DuplicateSign', readonly id: string, readonly since: string }> } | null };

export type LaterThanMergeQueryVariables = Exact<{
  mergeId: string;
}>;


export type LaterThanMergeQuery = { readonly __typename: 'Query', readonly laterThanMerge: ReadonlyArray<{ readonly __typename: 'LaterFact', readonly rowId: string, readonly word: string, readonly told: string, readonly day: string, readonly changed: boolean, readonly mayGo: boolean }> };

export type CheckNewcomerQueryVariables = Exact<{
  name: string;
  phone?: string | null | undefined;
  birthDate?: string | null | undefined;
  documents?: ReadonlyArray<Types.DocumentIn> | Types.DocumentIn | null | undefined;
}>;


export type CheckNewcomerQuery = { readonly __typename: 'Query', readonly checkNewcomer: { readonly __typename: 'NewcomerCheck', readonly elsewhere: number, readonly candidates: ReadonlyArray<{ readonly __typename: 'Candidate', readonly talentId: string, readonly name: string, readonly unit: string, readonly likelihood: Types.Likelihood, readonly clues: ReadonlyArray<string> }> } };
export const DuplicatePairsDocument = /* @__PURE__ */ typedDocument<DuplicatePairsQuery, DuplicatePairsQueryVariables>('3e287f7b8cf21113e9195c753e306a6fc90616e7c69555b6d54eb8137ad0446a', "query DuplicatePairs($status: PairStatus, $first: Int!, $after: String) { duplicatePairs(status: $status, first: $first, after: $after) { __typename nodes { __typename id score likelihood clueWords foundOn status askedBefore decidedBy low { __typename id name unit { __typename id shortName } } high { __typename id name unit { __typename id shortName } } } pageInfo { __typename hasNextPage endCursor } totalCount } }")
export const DuplicateSignsDocument = /* @__PURE__ */ typedDocument<DuplicateSignsQuery, DuplicateSignsQueryVariables>('4d4730eac2ae882546bf4b89689df4630c1c1cdd64a71f52e635b97c4cdc8118', "query DuplicateSigns($first: Int!, $after: String) { duplicateSigns(first: $first, after: $after) { __typename nodes { __typename id since talent { __typename id name unit { __typename id shortName } } } pageInfo { __typename hasNextPage endCursor } totalCount } }")
export const CrowdedKeysDocument = /* @__PURE__ */ typedDocument<CrowdedKeysQuery, CrowdedKeysQueryVariables>('e50f7e1a60719efc23ed583b8128aef70391a97c833a48ef20573487cd9b263f', "query CrowdedKeys { crowdedKeys { __typename kind shown people sampleId foundOn } }")
export const DuplicatePairDocument = /* @__PURE__ */ typedDocument<DuplicatePairQuery, DuplicatePairQueryVariables>('b345b99b5be01b5552c4d2c2ecce5b5f422ae3434283da498c13e1210d0e1ebd', "query DuplicatePair($id: UUID!) { duplicatePair(id: $id) { __typename id score likelihood clues clueWords foundOn status allowedSteps askedBefore reason decidedBy decidedAt low { __typename ...Compared } high { __typename ...Compared } } mergeRules { __typename table word rule } } fragment Compared on Talent { __typename id name gender birthDate nationality status levelName levelSince talentTypeName specialty residence phoneMasked emailMasked employerName position createdAt unit { __typename id name } names { __typename id kind name } documents { __typename id kind numberMasked active } introductionClaims { __typename id arrivedOn status unit { __typename id shortName } } }")
export const TellDuplicatesApartDocument = /* @__PURE__ */ typedDocument<TellDuplicatesApartMutation, TellDuplicatesApartMutationVariables>('0aeef10554004a615e49ec9b01dca7623f0d991b8dc4da1c20f4cb333142faa8', "mutation TellDuplicatesApart($pairId: UUID!, $reason: String!) { tellDuplicatesApart(pairId: $pairId, reason: $reason) { __typename id status allowedSteps reason decidedBy decidedAt } }")
export const MergeTalentsDocument = /* @__PURE__ */ typedDocument<MergeTalentsMutation, MergeTalentsMutationVariables>('fab83238a2e8d86fd9481e207786124015ac31f7ec1b4989327cd54f0d24f459', "mutation MergeTalents($survivorId: UUID!, $absorbedId: UUID!, $reason: String!, $choices: [ChoiceIn!]) { mergeTalents( survivorId: $survivorId absorbedId: $absorbedId reason: $reason choices: $choices ) { __typename ...MergeTold } } fragment MergeTold on TalentMerge { __typename id survivorId absorbedId survivorName absorbedName absorbedUnit reason summary mergedBy mergedAt undoUntil undoneBy undoneAt imagesGoneOn undoReason }")
export const UndoMergeDocument = /* @__PURE__ */ typedDocument<UndoMergeMutation, UndoMergeMutationVariables>('3ccfa6858c6a99c79ed98ce65c856343347f5685c888f29885c144c9b1c95104', "mutation UndoMerge($mergeId: UUID!, $reason: String!, $going: [UUID!]) { undoMerge(mergeId: $mergeId, reason: $reason, going: $going) { __typename ...MergeTold } } fragment MergeTold on TalentMerge { __typename id survivorId absorbedId survivorName absorbedName absorbedUnit reason summary mergedBy mergedAt undoUntil undoneBy undoneAt imagesGoneOn undoReason }")
export const MergesOfDocument = /* @__PURE__ */ typedDocument<MergesOfQuery, MergesOfQueryVariables>('d23c73b885784ea52e2b0a10d0ecff01609f63ac91fc311183cf4d68e23a64e4', "query MergesOf($id: UUID!) { talent(id: $id) { __typename id merges(first: 20) { __typename ...MergeTold } mergedInto(first: 20) { __typename ...MergeTold } duplicateSigns(first: 1) { __typename id since } } } fragment MergeTold on TalentMerge { __typename id survivorId absorbedId survivorName absorbedName absorbedUnit reason summary mergedBy mergedAt undoUntil undoneBy undoneAt imagesGoneOn undoReason }")
export const LaterThanMergeDocument = /* @__PURE__ */ typedDocument<LaterThanMergeQuery, LaterThanMergeQueryVariables>('bb0e47effd0656af2d853f307c86a1c96dba7d212f2afb6964d22d1c08102cc6', "query LaterThanMerge($mergeId: UUID!) { laterThanMerge(mergeId: $mergeId) { __typename rowId word told day changed mayGo } }")
export const CheckNewcomerDocument = /* @__PURE__ */ typedDocument<CheckNewcomerQuery, CheckNewcomerQueryVariables>('33a5a9f8ff7af1c8179411f38d37509f17079e61065876a199289e37c2d3c410', "query CheckNewcomer($name: String!, $phone: String, $birthDate: Date, $documents: [DocumentIn!]) { checkNewcomer( name: $name phone: $phone birthDate: $birthDate documents: $documents ) { __typename elsewhere candidates { __typename talentId name unit likelihood clues } } }")
