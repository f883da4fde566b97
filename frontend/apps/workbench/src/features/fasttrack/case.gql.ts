// Written by tools/codegen.ts from case.graphql. Do not edit.
import { typedDocument } from '@kit/graphql/document'
import type * as Types from '../../../../../kit/graphql/schema.gql'
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };


export type CaseClockQueryVariables = Exact<{
  id: string;
}>;


export type CaseClockQuery = { readonly __typename: 'Query', readonly fasttrackClock: { readonly __typename: 'CaseClock', readonly caseId: string, readonly acceptedOn: string, readonly workingDays: number, readonly dueOn: string, readonly usedDays: number, readonly remainingDays: number, readonly overdueDays: number, readonly pausedDays: number, readonly paused: boolean, readonly estimated: boolean, readonly provisional: boolean, readonly summary: string, readonly provisionalWords: string | null, readonly convention: string }, readonly fasttrackCase: { readonly __typename: 'FastTrackCase', readonly id: string, readonly version: number, readonly settledOn: string | null, readonly pauses: ReadonlyArray<{ readonly __typename: 'CasePause', readonly id: string, readonly pausedOn: string, readonly reason: string, readonly expectedEnd: string, readonly pausedName: string, readonly resumedOn: string | null, readonly resumedName: string | null }>, readonly dueMoves: ReadonlyArray<{ readonly __typename: 'DueMove', readonly id: string, readonly oldDue: string, readonly newDue: string, readonly cause: string, readonly movedOn: string, readonly countersign: { readonly __typename: 'Countersign', readonly id: string, readonly unit: { readonly __typename: 'Unit', readonly id: string, readonly shortName: string } } | null }>, readonly clockDays: ReadonlyArray<{ readonly __typename: 'ClockDay', readonly day: string, readonly weekday: string, readonly counted: boolean, readonly paused: boolean, readonly ordinal: number | null, readonly why: string, readonly status: Types.DayStatus, readonly source: string | null }> } | null };

export type CaseHistoryQueryVariables = Exact<{
  id: string;
}>;


export type CaseHistoryQuery = { readonly __typename: 'Query', readonly fasttrackCase: { readonly __typename: 'FastTrackCase', readonly id: string, readonly version: number, readonly stages: ReadonlyArray<{ readonly __typename: 'CaseStage', readonly id: string, readonly seq: number, readonly step: string, readonly status: Types.CaseStatus, readonly accountName: string, readonly takenAt: string, readonly note: string | null, readonly unit: { readonly __typename: 'Unit', readonly id: string, readonly shortName: string } | null }>, readonly holdings: ReadonlyArray<{ readonly __typename: 'Holding', readonly unitId: string, readonly unitName: string, readonly stage: string, readonly since: string, readonly until: string | null, readonly workingDays: number, readonly pausedDays: number }>, readonly parties: ReadonlyArray<{ readonly __typename: 'CaseParty', readonly id: string, readonly role: Types.PartyRole, readonly joinedOn: string, readonly unit: { readonly __typename: 'Unit', readonly id: string, readonly shortName: string }, readonly post: { readonly __typename: 'Post', readonly id: string, readonly name: string } | null }> } | null };

export type OpenCaseMutationVariables = Exact<{
  level: string;
  candidateName: string;
  request: string;
  leadId: string;
  employerId?: string | null | undefined;
  talentId?: string | null | undefined;
  team: boolean;
  secret: boolean;
}>;


export type OpenCaseMutation = { readonly __typename: 'Mutation', readonly openCase: { readonly __typename: 'FastTrackCase', readonly id: string, readonly status: Types.CaseStatus } };

export type AcceptCaseMutationVariables = Exact<{
  caseId: string;
}>;


export type AcceptCaseMutation = { readonly __typename: 'Mutation', readonly acceptCase: { readonly __typename: 'FastTrackCase', readonly id: string, readonly number: string | null, readonly dueOn: string | null, readonly workingDays: number | null } };

export type VerifyCaseMutationVariables = Exact<{
  caseId: string;
  note: string;
}>;


export type VerifyCaseMutation = { readonly __typename: 'Mutation', readonly verifyCase: { readonly __typename: 'FastTrackCase', readonly id: string } };

export type DeclineCaseMutationVariables = Exact<{
  caseId: string;
  reason: string;
}>;


export type DeclineCaseMutation = { readonly __typename: 'Mutation', readonly declineCase: { readonly __typename: 'FastTrackCase', readonly id: string } };

export type WithdrawCaseMutationVariables = Exact<{
  caseId: string;
  reason: string;
}>;


export type WithdrawCaseMutation = { readonly __typename: 'Mutation', readonly withdrawCase: { readonly __typename: 'FastTrackCase', readonly id: string } };

export type StopCaseMutationVariables = Exact<{
  caseId: string;
  reason: string;
}>;


export type StopCaseMutation = { readonly __typename: 'Mutation', readonly stopCase: { readonly __typename: 'FastTrackCase', readonly id: string } };

export type CloseCaseMutationVariables = Exact<{
  caseId: string;
  note?: string | null | undefined;
}>;


export type CloseCaseMutation = { readonly __typename: 'Mutation', readonly closeCase: { readonly __typename: 'FastTrackCase', readonly id: string } };

export type SetCasePlanMutationVariables = Exact<{
  caseId: string;
  version: number;
  measures: ReadonlyArray<Types.MeasureIn> | Types.MeasureIn;
  note?: string | null | undefined;
}>;


export type SetCasePlanMutation = { readonly __typename: 'Mutation', readonly setCasePlan: { readonly __typename: 'FastTrackCase', readonly id: string, readonly version: number } };

export type SendToCountersignMutationVariables = Exact<{
  caseId: string;
  unitIds: ReadonlyArray<string> | string;
  note?: string | null | undefined;
}>;


export type SendToCountersignMutation = { readonly __typename: 'Mutation', readonly sendToCountersign: { readonly __typename: 'FastTrackCase', readonly id: string } };

export type AskCountersignAgainMutationVariables = Exact<{
  caseId: string;
  unitIds: ReadonlyArray<string> | string;
  note: string;
}>;


export type AskCountersignAgainMutation = { readonly __typename: 'Mutation', readonly askCountersignAgain: { readonly __typename: 'FastTrackCase', readonly id: string } };

export type ReviseCasePlanMutationVariables = Exact<{
  caseId: string;
  reason: string;
}>;


export type ReviseCasePlanMutation = { readonly __typename: 'Mutation', readonly reviseCasePlan: { readonly __typename: 'FastTrackCase', readonly id: string } };

export type CountersignMutationVariables = Exact<{
  countersignId: string;
  opinion: Types.Opinion;
  reason?: string | null | undefined;
}>;


export type CountersignMutation = { readonly __typename: 'Mutation', readonly countersign: { readonly __typename: 'Countersign', readonly id: string, readonly status: Types.CountersignStatus, readonly case: { readonly __typename: 'FastTrackCase', readonly id: string, readonly version: number } } };

export type RecuseMutationVariables = Exact<{
  countersignId: string;
  reason: string;
  deputyId: string;
}>;


export type RecuseMutation = { readonly __typename: 'Mutation', readonly recuse: { readonly __typename: 'Countersign', readonly id: string, readonly status: Types.CountersignStatus } };

export type ConsultExpertsMutationVariables = Exact<{
  caseId: string;
  note?: string | null | undefined;
}>;


export type ConsultExpertsMutation = { readonly __typename: 'Mutation', readonly consultExperts: { readonly __typename: 'FastTrackCase', readonly id: string } };

export type RecordExpertVoteMutationVariables = Exact<{
  caseId: string;
  invited: number;
  present: number;
  agree: number;
  recused: number;
  note?: string | null | undefined;
}>;


export type RecordExpertVoteMutation = { readonly __typename: 'Mutation', readonly recordExpertVote: { readonly __typename: 'FastTrackCase', readonly id: string } };

export type SubmitCaseMutationVariables = Exact<{
  caseId: string;
  deciderId: string;
  note?: string | null | undefined;
}>;


export type SubmitCaseMutation = { readonly __typename: 'Mutation', readonly submitCase: { readonly __typename: 'FastTrackCase', readonly id: string } };

export type DecideCaseMutationVariables = Exact<{
  caseId: string;
  outcome: Types.Outcome;
  opinion: string;
  form: string;
}>;


export type DecideCaseMutation = { readonly __typename: 'Mutation', readonly decideCase: { readonly __typename: 'FastTrackCase', readonly id: string } };

export type SignCaseMutationVariables = Exact<{
  caseId: string;
  agreement: string;
}>;


export type SignCaseMutation = { readonly __typename: 'Mutation', readonly signCase: { readonly __typename: 'FastTrackCase', readonly id: string } };

export type DeliverCaseMutationVariables = Exact<{
  caseId: string;
}>;


export type DeliverCaseMutation = { readonly __typename: 'Mutation', readonly deliverCase: { readonly __typename: 'FastTrackCase', readonly id: string } };

export type AssessCaseMutationVariables = Exact<{
  caseId: string;
  period: string;
  passed: boolean;
  conclusion: string;
}>;


export type AssessCaseMutation = { readonly __typename: 'Mutation', readonly assessCase: { readonly __typename: 'FastTrackCase', readonly id: string } };

export type PauseCaseMutationVariables = Exact<{
  caseId: string;
  reason: string;
  expectedEnd: string;
}>;


export type PauseCaseMutation = { readonly __typename: 'Mutation', readonly pauseCase: { readonly __typename: 'FastTrackCase', readonly id: string } };

export type ResumeCaseMutationVariables = Exact<{
  caseId: string;
  note?: string | null | undefined;
}>;


export type ResumeCaseMutation = { readonly __typename: 'Mutation', readonly resumeCase: { readonly __typename: 'FastTrackCase', readonly id: string } };

export type CompleteMeasureMutationVariables = Exact<{
  measureId: string;
  result: string;
}>;


export type CompleteMeasureMutation = { readonly __typename: 'Mutation', readonly completeMeasure: { readonly __typename: 'Measure', readonly id: string, readonly status: Types.MeasureStatus } };

export type DropMeasureMutationVariables = Exact<{
  measureId: string;
  reason: string;
}>;


export type DropMeasureMutation = { readonly __typename: 'Mutation', readonly dropMeasure: { readonly __typename: 'Measure', readonly id: string, readonly status: Types.MeasureStatus } };
export const CaseClockDocument = /* @__PURE__ */ typedDocument<CaseClockQuery, CaseClockQueryVariables>('ed6a358a6aac48d81d22038ff4a74c2a0178af223d5f9db210d6e06e1d8c0cb8', "query CaseClock($id: UUID!) { fasttrackClock(caseId: $id) { __typename caseId acceptedOn workingDays dueOn usedDays remainingDays overdueDays pausedDays paused estimated provisional summary provisionalWords convention } fasttrackCase(id: $id) { __typename id version settledOn pauses { __typename id pausedOn reason expectedEnd pausedName resumedOn resumedName } dueMoves(first: 30) { __typename id oldDue newDue cause movedOn countersign { __typename id unit { __typename id shortName } } } clockDays(first: 100) { __typename day weekday counted paused ordinal why status source } } }")
export const CaseHistoryDocument = /* @__PURE__ */ typedDocument<CaseHistoryQuery, CaseHistoryQueryVariables>('c03820201fcbd6f8884d9d04a7352c51f42df33a63b2bea0121a3328350be5e5', "query CaseHistory($id: UUID!) { fasttrackCase(id: $id) { __typename id version stages(first: 60) { __typename id seq step status accountName takenAt note unit { __typename id shortName } } holdings(first: 60) { __typename unitId unitName stage since until workingDays pausedDays } parties { __typename id role joinedOn unit { __typename id shortName } post { __typename id name } } } }")
export const OpenCaseDocument = /* @__PURE__ */ typedDocument<OpenCaseMutation, OpenCaseMutationVariables>('27a048ec97121100d679ff6c640b1e31aa1f332181d0fe330c8b9415824a1fe5', "mutation OpenCase($level: String!, $candidateName: String!, $request: String!, $leadId: UUID!, $employerId: UUID, $talentId: UUID, $team: Boolean!, $secret: Boolean!) { openCase( level: $level candidateName: $candidateName request: $request leadId: $leadId employerId: $employerId talentId: $talentId team: $team secret: $secret ) { __typename id status } }")
export const AcceptCaseDocument = /* @__PURE__ */ typedDocument<AcceptCaseMutation, AcceptCaseMutationVariables>('12fb0d816b188b623e5cc8589af3cf10991621968115faed4a7762ece2a3b3b5', "mutation AcceptCase($caseId: UUID!) { acceptCase(caseId: $caseId) { __typename id number dueOn workingDays } }")
export const VerifyCaseDocument = /* @__PURE__ */ typedDocument<VerifyCaseMutation, VerifyCaseMutationVariables>('b349d067b4d42b2c3b075eb3ef559456a731b42b96558275abcf23ad5e9463c9', "mutation VerifyCase($caseId: UUID!, $note: String!) { verifyCase(caseId: $caseId, note: $note) { __typename id } }")
export const DeclineCaseDocument = /* @__PURE__ */ typedDocument<DeclineCaseMutation, DeclineCaseMutationVariables>('f90deaa96a59f023e395e5ca3c764cd231d404ca08de92e03f69fe611dd1de9c', "mutation DeclineCase($caseId: UUID!, $reason: String!) { declineCase(caseId: $caseId, reason: $reason) { __typename id } }")
export const WithdrawCaseDocument = /* @__PURE__ */ typedDocument<WithdrawCaseMutation, WithdrawCaseMutationVariables>('a31dd6fc258f71c04187fda4aac5054d6d195663c488366701b435922b968732', "mutation WithdrawCase($caseId: UUID!, $reason: String!) { withdrawCase(caseId: $caseId, reason: $reason) { __typename id } }")
export const StopCaseDocument = /* @__PURE__ */ typedDocument<StopCaseMutation, StopCaseMutationVariables>('a30b31591665feec7a663a3e40069b1c76491295b851e445d175562e95f82989', "mutation StopCase($caseId: UUID!, $reason: String!) { stopCase(caseId: $caseId, reason: $reason) { __typename id } }")
export const CloseCaseDocument = /* @__PURE__ */ typedDocument<CloseCaseMutation, CloseCaseMutationVariables>('7101bf6dd11c7c470a916711c1cebb4d7a85cc1bfd7fcbb2d457a4773f549979', "mutation CloseCase($caseId: UUID!, $note: String) { closeCase(caseId: $caseId, note: $note) { __typename id } }")
export const SetCasePlanDocument = /* @__PURE__ */ typedDocument<SetCasePlanMutation, SetCasePlanMutationVariables>('720b629e7a2a737fb06f309c0d918753408c96dec8d587162a1f5e89538f893a', "mutation SetCasePlan($caseId: UUID!, $version: Int!, $measures: [MeasureIn!]!, $note: String) { setCasePlan( caseId: $caseId version: $version measures: $measures note: $note ) { __typename id version } }")
export const SendToCountersignDocument = /* @__PURE__ */ typedDocument<SendToCountersignMutation, SendToCountersignMutationVariables>('ab08e2cc7d75aa618ac33c93ee49472d9638a16eb8d03c4356c1655913354478', "mutation SendToCountersign($caseId: UUID!, $unitIds: [UUID!]!, $note: String) { sendToCountersign(caseId: $caseId, unitIds: $unitIds, note: $note) { __typename id } }")
export const AskCountersignAgainDocument = /* @__PURE__ */ typedDocument<AskCountersignAgainMutation, AskCountersignAgainMutationVariables>('3b59e9c5f79266cd0255f9ad60b7fa19c8dd93f4a31e4a961856878888f7c8c6', "mutation AskCountersignAgain($caseId: UUID!, $unitIds: [UUID!]!, $note: String!) { askCountersignAgain(caseId: $caseId, unitIds: $unitIds, note: $note) { __typename id } }")
export const ReviseCasePlanDocument = /* @__PURE__ */ typedDocument<ReviseCasePlanMutation, ReviseCasePlanMutationVariables>('1210c997dddec52d3acf661583ce667a785723defe71c2e27459159d8fa80aed', "mutation ReviseCasePlan($caseId: UUID!, $reason: String!) { reviseCasePlan(caseId: $caseId, reason: $reason) { __typename id } }")
export const CountersignDocument = /* @__PURE__ */ typedDocument<CountersignMutation, CountersignMutationVariables>('16488de058d1f69bf1534d6b1b37f53e96ce426b193ebdaafe8ab71c5fba4ff3', "mutation Countersign($countersignId: UUID!, $opinion: Opinion!, $reason: String) { countersign(countersignId: $countersignId, opinion: $opinion, reason: $reason) { __typename id status case { __typename id version } } }")
export const RecuseDocument = /* @__PURE__ */ typedDocument<RecuseMutation, RecuseMutationVariables>('103323c9c07a408f4f7cde85f96af078ac277cf64dc595d3e7dc5ec35de61830', "mutation Recuse($countersignId: UUID!, $reason: String!, $deputyId: UUID!) { recuse(countersignId: $countersignId, reason: $reason, deputyId: $deputyId) { __typename id status } }")
export const ConsultExpertsDocument = /* @__PURE__ */ typedDocument<ConsultExpertsMutation, ConsultExpertsMutationVariables>('e95344b614156db676389abbad51547f1fafc0b444ad927017d49c3f4b629160', "mutation ConsultExperts($caseId: UUID!, $note: String) { consultExperts(caseId: $caseId, note: $note) { __typename id } }")
export const RecordExpertVoteDocument = /* @__PURE__ */ typedDocument<RecordExpertVoteMutation, RecordExpertVoteMutationVariables>('a0f7f632a943ef06f40d316f2234f0d438902dcba8ed1643c46e656367b2d751', "mutation RecordExpertVote($caseId: UUID!, $invited: Int!, $present: Int!, $agree: Int!, $recused: Int!, $note: String) { recordExpertVote( caseId: $caseId invited: $invited present: $present agree: $agree recused: $recused note: $note ) { __typename id } }")
export const SubmitCaseDocument = /* @__PURE__ */ typedDocument<SubmitCaseMutation, SubmitCaseMutationVariables>('ca5fbc92818e025c3e20fe8a7585482739980e2f08b5fcfc936bf61a62d20081', "mutation SubmitCase($caseId: UUID!, $deciderId: UUID!, $note: String) { submitCase(caseId: $caseId, deciderId: $deciderId, note: $note) { __typename id } }")
export const DecideCaseDocument = /* @__PURE__ */ typedDocument<DecideCaseMutation, DecideCaseMutationVariables>('25c103a147dfd7a0047796c53e1821c2374368caceb5f82dd732f26202209ce3', "mutation DecideCase($caseId: UUID!, $outcome: Outcome!, $opinion: String!, $form: String!) { decideCase(caseId: $caseId, outcome: $outcome, opinion: $opinion, form: $form) { __typename id } }")
export const SignCaseDocument = /* @__PURE__ */ typedDocument<SignCaseMutation, SignCaseMutationVariables>('796cf6e23d305a8dbfd288486c20b2a3ecf673ea9e679657426314dac4f176bc', "mutation SignCase($caseId: UUID!, $agreement: String!) { signCase(caseId: $caseId, agreement: $agreement) { __typename id } }")
export const DeliverCaseDocument = /* @__PURE__ */ typedDocument<DeliverCaseMutation, DeliverCaseMutationVariables>('587445b6e279c65da20a0ff4a72701b593c8423737c600a63f1e0f9b113547ca', "mutation DeliverCase($caseId: UUID!) { deliverCase(caseId: $caseId) { __typename id } }")
export const AssessCaseDocument = /* @__PURE__ */ typedDocument<AssessCaseMutation, AssessCaseMutationVariables>('7f7a93017b76e7c039e7adf6098b04d7b310d7591d465a0348f9066013e04560', "mutation AssessCase($caseId: UUID!, $period: String!, $passed: Boolean!, $conclusion: String!) { assessCase( caseId: $caseId period: $period passed: $passed conclusion: $conclusion ) { __typename id } }")
export const PauseCaseDocument = /* @__PURE__ */ typedDocument<PauseCaseMutation, PauseCaseMutationVariables>('f77aba263754aefb8832d8daf770c7e2600b12caae273e31eab89c07c14dd8b1', "mutation PauseCase($caseId: UUID!, $reason: String!, $expectedEnd: Date!) { pauseCase(caseId: $caseId, reason: $reason, expectedEnd: $expectedEnd) { __typename id } }")
export const ResumeCaseDocument = /* @__PURE__ */ typedDocument<ResumeCaseMutation, ResumeCaseMutationVariables>('a7100540feec647e460cdae34edbe9a5a4dbe57e2aa1fdf9a405ce511140eb24', "mutation ResumeCase($caseId: UUID!, $note: String) { resumeCase(caseId: $caseId, note: $note) { __typename id } }")
export const CompleteMeasureDocument = /* @__PURE__ */ typedDocument<CompleteMeasureMutation, CompleteMeasureMutationVariables>('545428dcd456d41601047d325ebea84926f41d6f6214d4c68263ce118d367603', "mutation CompleteMeasure($measureId: UUID!, $result: String!) { completeMeasure(measureId: $measureId, result: $result) { __typename id status } }")
export const DropMeasureDocument = /* @__PURE__ */ typedDocument<DropMeasureMutation, DropMeasureMutationVariables>('2a014311bf23c6842ee34fedaf5301cfc5567b39209850fcf123063ecc6c2c53', "mutation DropMeasure($measureId: UUID!, $reason: String!) { dropMeasure(measureId: $measureId, reason: $reason) { __typename id status } }")
