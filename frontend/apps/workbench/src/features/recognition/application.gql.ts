// Written by tools/codegen.ts from application.graphql. Do not edit.
import { typedDocument } from '@kit/graphql/document'
import type * as Types from '../../../../../kit/graphql/schema.gql'
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };


export type ApplicationLineFragment = { readonly __typename: 'RecognitionApplication', readonly id: string, readonly number: string | null, readonly route: Types.RecognitionRoute, readonly status: Types.ApplicationStatus, readonly level: string, readonly levelName: string | null, readonly talentType: string, readonly talentTypeName: string | null, readonly startedOn: string, readonly submittedOn: string | null, readonly dueOn: string | null, readonly dueProvisional: boolean, readonly overdue: boolean, readonly myTurn: boolean, readonly talentName: string, readonly employerName: string | null, readonly talent: { readonly __typename: 'Talent', readonly id: string } | null, readonly holder: { readonly __typename: 'Unit', readonly id: string, readonly shortName: string } | null, readonly district: { readonly __typename: 'Unit', readonly id: string, readonly shortName: string } };

export type RecognitionApplicationsQueryVariables = Exact<{
  status?: Types.ApplicationStatus | null | undefined;
  route?: Types.RecognitionRoute | null | undefined;
  level?: string | null | undefined;
  talentType?: string | null | undefined;
  talentId?: string | null | undefined;
  number?: string | null | undefined;
  dueBefore?: string | null | undefined;
  mine: boolean;
  runningOnly: boolean;
  first: number;
  after?: string | null | undefined;
}>;


export type RecognitionApplicationsQuery = { readonly __typename: 'Query', readonly recognitionApplications: { readonly __typename: 'RecognitionApplicationPage', readonly totalCount: number, readonly pageInfo: { readonly __typename: 'PageInfo', readonly hasNextPage: boolean, readonly endCursor: string | null }, readonly nodes: ReadonlyArray<{ readonly __typename: 'RecognitionApplication', readonly id: string, readonly number: string | null, readonly route: Types.RecognitionRoute, readonly status: Types.ApplicationStatus, readonly level: string, readonly levelName: string | null, readonly talentType: string, readonly talentTypeName: string | null, readonly startedOn: string, readonly submittedOn: string | null, readonly dueOn: string | null, readonly dueProvisional: boolean, readonly overdue: boolean, readonly myTurn: boolean, readonly talentName: string, readonly employerName: string | null, readonly talent: { readonly __typename: 'Talent', readonly id: string } | null, readonly holder: { readonly __typename: 'Unit', readonly id: string, readonly shortName: string } | null, readonly district: { readonly __typename: 'Unit', readonly id: string, readonly shortName: string } }> } };

export type RecognitionWordsQueryVariables = Exact<{ [key: string]: never; }>;


export type RecognitionWordsQuery = { readonly __typename: 'Query', readonly levels: ReadonlyArray<{ readonly __typename: 'CatalogueEntry', readonly id: string, readonly code: string, readonly name: string }>, readonly types: ReadonlyArray<{ readonly __typename: 'CatalogueEntry', readonly id: string, readonly code: string, readonly name: string }> };

export type RecognitionCountsQueryVariables = Exact<{ [key: string]: never; }>;


export type RecognitionCountsQuery = { readonly __typename: 'Query', readonly recognitionCounts: ReadonlyArray<{ readonly __typename: 'ApplicationCount', readonly status: Types.ApplicationStatus, readonly label: string, readonly count: number, readonly overdue: number }> };

export type PeopleFoundQueryVariables = Exact<{
  text: string;
}>;


export type PeopleFoundQuery = { readonly __typename: 'Query', readonly talents: { readonly __typename: 'TalentPage', readonly nodes: ReadonlyArray<{ readonly __typename: 'Talent', readonly id: string, readonly name: string, readonly levelName: string | null, readonly employerName: string | null }> } };

export type PersonNamedQueryVariables = Exact<{
  id: string;
}>;


export type PersonNamedQuery = { readonly __typename: 'Query', readonly talent: { readonly __typename: 'Talent', readonly id: string, readonly name: string, readonly level: string | null, readonly levelName: string | null, readonly talentType: string | null, readonly employerName: string | null } | null };

export type EmployersOfQueryVariables = Exact<{
  talentId: string;
}>;


export type EmployersOfQuery = { readonly __typename: 'Query', readonly recognitionEmployers: ReadonlyArray<{ readonly __typename: 'Unit', readonly id: string, readonly name: string }> };

export type CriteriaForQueryVariables = Exact<{
  talentId: string;
  talentType?: string | null | undefined;
}>;


export type CriteriaForQuery = { readonly __typename: 'Query', readonly recognitionCriteria: ReadonlyArray<{ readonly __typename: 'CriterionForPerson', readonly code: string, readonly level: string, readonly levelName: string, readonly talentType: string | null, readonly text: string, readonly evidence: ReadonlyArray<string>, readonly evidenceCodes: ReadonlyArray<string>, readonly result: Types.CriterionResult | null, readonly missing: ReadonlyArray<string> }> };

export type SheetLineFragment = { readonly __typename: 'ScoreSheet', readonly id: string, readonly round: number, readonly code: string, readonly status: Types.ScoreSheetStatus, readonly invitedOn: string, readonly dueOn: string, readonly items: unknown, readonly scores: unknown, readonly total: number | null, readonly comment: string | null, readonly recusal: string | null, readonly expert: { readonly __typename: 'Expert', readonly id: string, readonly name: string, readonly employerName: string } | null };

export type ReviewLineFragment = { readonly __typename: 'JointReview', readonly id: string, readonly round: number, readonly status: Types.JointReviewStatus, readonly askedOn: string, readonly dueOn: string, readonly dueProvisional: boolean, readonly overdue: boolean, readonly note: string | null, readonly opinion: Types.JointOpinion | null, readonly reason: string | null, readonly answeredOn: string | null, readonly answeredName: string | null, readonly unit: { readonly __typename: 'Unit', readonly id: string, readonly shortName: string } };

export type AttachmentLineFragment = { readonly __typename: 'Attachment', readonly id: string, readonly kind: string, readonly evidence: { readonly __typename: 'EvidenceFile', readonly id: string, readonly filename: string, readonly mediaType: string, readonly size: string, readonly anonymous: boolean, readonly uploadedName: string, readonly createdAt: string } | null };

export type ApplicationWholeFragment = { readonly __typename: 'RecognitionApplication', readonly version: number, readonly talentId: string, readonly criterion: string, readonly criterionText: string | null, readonly statement: string, readonly finding: Types.CriterionResult | null, readonly findingMissing: unknown, readonly recommenders: unknown, readonly kinship: unknown, readonly terms: unknown, readonly dueFrom: string | null, readonly dueDays: number | null, readonly returnedReason: string | null, readonly decidedOn: string | null, readonly endedOn: string | null, readonly endReason: string | null, readonly allowedSteps: ReadonlyArray<string>, readonly id: string, readonly number: string | null, readonly route: Types.RecognitionRoute, readonly status: Types.ApplicationStatus, readonly level: string, readonly levelName: string | null, readonly talentType: string, readonly talentTypeName: string | null, readonly startedOn: string, readonly submittedOn: string | null, readonly dueOn: string | null, readonly dueProvisional: boolean, readonly overdue: boolean, readonly myTurn: boolean, readonly talentName: string, readonly employerName: string | null, readonly directory: { readonly __typename: 'CatalogueEntry', readonly id: string, readonly number: number, readonly name: string, readonly body: unknown, readonly validFrom: string, readonly validUntil: string | null }, readonly unit: { readonly __typename: 'Unit', readonly id: string, readonly shortName: string } | null, readonly employer: { readonly __typename: 'Unit', readonly id: string, readonly shortName: string } | null, readonly lead: { readonly __typename: 'Unit', readonly id: string, readonly shortName: string }, readonly parties: ReadonlyArray<{ readonly __typename: 'ApplicationParty', readonly id: string, readonly role: Types.RecognitionRole, readonly unit: { readonly __typename: 'Unit', readonly id: string, readonly shortName: string } }>, readonly stages: ReadonlyArray<{ readonly __typename: 'ApplicationStage', readonly id: string, readonly seq: number, readonly step: string, readonly status: Types.ApplicationStatus, readonly accountName: string, readonly takenAt: string, readonly note: string | null, readonly unit: { readonly __typename: 'Unit', readonly id: string, readonly shortName: string } | null }>, readonly reviews: ReadonlyArray<{ readonly __typename: 'JointReview', readonly id: string, readonly round: number, readonly status: Types.JointReviewStatus, readonly askedOn: string, readonly dueOn: string, readonly dueProvisional: boolean, readonly overdue: boolean, readonly note: string | null, readonly opinion: Types.JointOpinion | null, readonly reason: string | null, readonly answeredOn: string | null, readonly answeredName: string | null, readonly unit: { readonly __typename: 'Unit', readonly id: string, readonly shortName: string } }>, readonly notices: ReadonlyArray<{ readonly __typename: 'PublicNotice', readonly id: string, readonly startsOn: string, readonly endsOn: string, readonly workingDays: number, readonly provisional: boolean, readonly shown: unknown, readonly withdrawn: boolean }>, readonly attachments: ReadonlyArray<{ readonly __typename: 'Attachment', readonly id: string, readonly kind: string, readonly evidence: { readonly __typename: 'EvidenceFile', readonly id: string, readonly filename: string, readonly mediaType: string, readonly size: string, readonly anonymous: boolean, readonly uploadedName: string, readonly createdAt: string } | null }>, readonly recognitions: ReadonlyArray<{ readonly __typename: 'Recognition', readonly id: string, readonly certificateNumber: string, readonly verifyCode: string, readonly status: Types.RecognitionStatus, readonly levelName: string, readonly validFrom: string, readonly validUntil: string, readonly issuedOn: string }>, readonly talent: { readonly __typename: 'Talent', readonly id: string } | null, readonly holder: { readonly __typename: 'Unit', readonly id: string, readonly shortName: string } | null, readonly district: { readonly __typename: 'Unit', readonly id: string, readonly shortName: string } };

export type RecognitionApplicationQueryVariables = Exact<{
  id: string;
  opinions: boolean;
  leads: boolean;
}>;


export type RecognitionApplicationQuery = { readonly __typename: 'Query', readonly recognitionApplication: { readonly __typename: 'RecognitionApplication', readonly scoringRound: number, readonly expertScore?: number | null, readonly expertCount?: number | null, readonly expertPassed?: boolean | null, readonly version: number, readonly talentId: string, readonly criterion: string, readonly criterionText: string | null, readonly statement: string, readonly finding: Types.CriterionResult | null, readonly findingMissing: unknown, readonly recommenders: unknown, readonly kinship: unknown, readonly terms: unknown, readonly dueFrom: string | null, readonly dueDays: number | null, readonly returnedReason: string | null, readonly decidedOn: string | null, readonly endedOn: string | null, readonly endReason: string | null, readonly allowedSteps: ReadonlyArray<string>, readonly id: string, readonly number: string | null, readonly route: Types.RecognitionRoute, readonly status: Types.ApplicationStatus, readonly level: string, readonly levelName: string | null, readonly talentType: string, readonly talentTypeName: string | null, readonly startedOn: string, readonly submittedOn: string | null, readonly dueOn: string | null, readonly dueProvisional: boolean, readonly overdue: boolean, readonly myTurn: boolean, readonly talentName: string, readonly employerName: string | null, readonly sheets?: ReadonlyArray<{ readonly __typename: 'ScoreSheet', readonly id: string, readonly round: number, readonly code: string, readonly status: Types.ScoreSheetStatus, readonly invitedOn: string, readonly dueOn: string, readonly items: unknown, readonly scores: unknown, readonly total: number | null, readonly comment: string | null, readonly recusal: string | null, readonly expert: { readonly __typename: 'Expert', readonly id: string, readonly name: string, readonly employerName: string } | null }>, readonly objections?: ReadonlyArray<{ readonly __typename: 'NoticeObjection', readonly id: string, readonly status: Types.ObjectionStatus, readonly objector: string | null, readonly contactMasked: string | null, readonly content: string, readonly receivedAt: string, readonly dueOn: string, readonly conclusion: string | null, readonly settledOn: string | null, readonly settledName: string | null }>, readonly directory: { readonly __typename: 'CatalogueEntry', readonly id: string, readonly number: number, readonly name: string, readonly body: unknown, readonly validFrom: string, readonly validUntil: string | null }, readonly unit: { readonly __typename: 'Unit', readonly id: string, readonly shortName: string } | null, readonly employer: { readonly __typename: 'Unit', readonly id: string, readonly shortName: string } | null, readonly lead: { readonly __typename: 'Unit', readonly id: string, readonly shortName: string }, readonly parties: ReadonlyArray<{ readonly __typename: 'ApplicationParty', readonly id: string, readonly role: Types.RecognitionRole, readonly unit: { readonly __typename: 'Unit', readonly id: string, readonly shortName: string } }>, readonly stages: ReadonlyArray<{ readonly __typename: 'ApplicationStage', readonly id: string, readonly seq: number, readonly step: string, readonly status: Types.ApplicationStatus, readonly accountName: string, readonly takenAt: string, readonly note: string | null, readonly unit: { readonly __typename: 'Unit', readonly id: string, readonly shortName: string } | null }>, readonly reviews: ReadonlyArray<{ readonly __typename: 'JointReview', readonly id: string, readonly round: number, readonly status: Types.JointReviewStatus, readonly askedOn: string, readonly dueOn: string, readonly dueProvisional: boolean, readonly overdue: boolean, readonly note: string | null, readonly opinion: Types.JointOpinion | null, readonly reason: string | null, readonly answeredOn: string | null, readonly answeredName: string | null, readonly unit: { readonly __typename: 'Unit', readonly id: string, readonly shortName: string } }>, readonly notices: ReadonlyArray<{ readonly __typename: 'PublicNotice', readonly id: string, readonly startsOn: string, readonly endsOn: string, readonly workingDays: number, readonly provisional: boolean, readonly shown: unknown, readonly withdrawn: boolean }>, readonly attachments: ReadonlyArray<{ readonly __typename: 'Attachment', readonly id: string, readonly kind: string, readonly evidence: { readonly __typename: 'EvidenceFile', readonly id: string, readonly filename: string, readonly mediaType: string, readonly size: string, readonly anonymous: boolean, readonly uploadedName: string, readonly createdAt: string } | null }>, readonly recognitions: ReadonlyArray<{ readonly __typename: 'Recognition', readonly id: string, readonly certificateNumber: string, readonly verifyCode: string, readonly status: Types.RecognitionStatus, readonly levelName: string, readonly validFrom: string, readonly validUntil: string, readonly issuedOn: string }>, readonly talent: { readonly __typename: 'Talent', readonly id: string } | null, readonly holder: { readonly __typename: 'Unit', readonly id: string, readonly shortName: string } | null, readonly district: { readonly __typename: 'Unit', readonly id: string, readonly shortName: string } } | null };

export type RecognitionClockQueryVariables = Exact<{
  id: string;
}>;


export type RecognitionClockQuery = { readonly __typename: 'Query', readonly recognitionClock: { readonly __typename: 'DeadlineExplanation', readonly start: string, readonly end: string, readonly summary: string, readonly provisional: boolean, readonly provisionalWords: string | null, readonly days: ReadonlyArray<{ readonly __typename: 'DeadlineDay', readonly date: string, readonly weekday: string, readonly counted: boolean, readonly ordinal: number | null, readonly why: string, readonly source: string | null }> } | null };

export type RecognitionDraftCheckQueryVariables = Exact<{
  id: string;
}>;


export type RecognitionDraftCheckQuery = { readonly __typename: 'Query', readonly recognitionDraftCheck: { readonly __typename: 'DraftDirectoryCheck', readonly draftedBy: number, readonly inForce: number | null, readonly since: string | null, readonly mustConfirm: boolean, readonly criterionKept: boolean, readonly criterionBefore: string | null, readonly criterionAfter: string | null } };

export type EvidenceOfQueryVariables = Exact<{
  talentId: string;
}>;


export type EvidenceOfQuery = { readonly __typename: 'Query', readonly evidenceFiles: { readonly __typename: 'EvidenceFilePage', readonly nodes: ReadonlyArray<{ readonly __typename: 'EvidenceFile', readonly id: string, readonly kind: string, readonly filename: string, readonly size: string, readonly anonymous: boolean, readonly uses: number, readonly createdAt: string }> } };

export type ExpertsToAskQueryVariables = Exact<{
  talentType?: string | null | undefined;
}>;


export type ExpertsToAskQuery = { readonly __typename: 'Query', readonly recognitionExperts: { readonly __typename: 'ExpertPage', readonly nodes: ReadonlyArray<{ readonly __typename: 'Expert', readonly id: string, readonly name: string, readonly employerName: string, readonly specialty: string | null }> } };

export type DepartmentsToAskQueryVariables = Exact<{ [key: string]: never; }>;


export type DepartmentsToAskQuery = { readonly __typename: 'Query', readonly governmentUnits: ReadonlyArray<{ readonly __typename: 'Unit', readonly id: string, readonly shortName: string, readonly kind: Types.UnitKind }> };

export type MyJointReviewsQueryVariables = Exact<{
  status?: Types.JointReviewStatus | null | undefined;
  first: number;
  after?: string | null | undefined;
}>;


export type MyJointReviewsQuery = { readonly __typename: 'Query', readonly myJointReviews: { readonly __typename: 'JointReviewPage', readonly totalCount: number, readonly pageInfo: { readonly __typename: 'PageInfo', readonly hasNextPage: boolean, readonly endCursor: string | null }, readonly nodes: ReadonlyArray<{ readonly __typename: 'JointReview', readonly id: string, readonly status: Types.JointReviewStatus, readonly askedOn: string, readonly dueOn: string, readonly dueProvisional: boolean, readonly opinion: Types.JointOpinion | null, readonly reason: string | null, readonly application: { readonly __typename: 'RecognitionApplication', readonly id: string, readonly number: string | null, readonly levelName: string | null, readonly talentName: string, readonly employerName: string | null } }> } };
export const RecognitionApplicationsDocument = /* @__PURE__ */ typedDocument<RecognitionApplicationsQuery, RecognitionApplicationsQueryVariables>('fcac44c580c44aa09eb91d4a77c6257cdb032fa6ecc3de0e14beaa543cd94679', "query RecognitionApplications($status: ApplicationStatus, $route: RecognitionRoute, $level: String, $talentType: String, $talentId: UUID, $number: String, $dueBefore: Date, $mine: Boolean!, $runningOnly: Boolean!, $first: Int!, $after: String) { recognitionApplications( status: $status route: $route level: $level talentType: $talentType talentId: $talentId number: $number dueBefore: $dueBefore mine: $mine runningOnly: $runningOnly first: $first after: $after ) { __typename totalCount pageInfo { __typename hasNextPage endCursor } nodes { __typename ...ApplicationLine } } } fragment ApplicationLine on RecognitionApplication { __typename id number route status level levelName talentType talentTypeName startedOn submittedOn dueOn dueProvisional overdue myTurn talentName employerName talent { __typename id } holder { __typename id shortName } district { __typename id shortName } }")
export const RecognitionWordsDocument = /* @__PURE__ */ typedDocument<RecognitionWordsQuery, RecognitionWordsQueryVariables>('c3c110abd2dc725fc94070a6d7b8e61591843534e8254d18d040066b8a5e33ef', "query RecognitionWords { levels: entries(kind: \"level\") { __typename id code name } types: entries(kind: \"talent_type\") { __typename id code name } }")
export const RecognitionCountsDocument = /* @__PURE__ */ typedDocument<RecognitionCountsQuery, RecognitionCountsQueryVariables>('43e4faea53d14e044e4d054d923084e102de58aa1bad6f9ea557d38fb1f02ebb', "query RecognitionCounts { recognitionCounts { __typename status label count overdue } }")
export const PeopleFoundDocument = /* @__PURE__ */ typedDocument<PeopleFoundQuery, PeopleFoundQueryVariables>('041239792b67485244c14581c6fb28e36d384421042a6431606925c8c0681be9', "query PeopleFound($text: String!) { talents(search: $text, first: 12) { __typename nodes { __typename id name levelName employerName } } }")
export const PersonNamedDocument = /* @__PURE__ */ typedDocument<PersonNamedQuery, PersonNamedQueryVariables>('492b4c9a5dc5cdfd75e85970cdb64cf1d7a541913feda1194be861b0d0babeed', "query PersonNamed($id: UUID!) { talent(id: $id) { __typename id name level levelName talentType employerName } }")
export const EmployersOfDocument = /* @__PURE__ */ typedDocument<EmployersOfQuery, EmployersOfQueryVariables>('0adbf10b433e31b3ec6fe8c5be22fc035935d873b800b94c4480b30ab7e002b3', "query EmployersOf($talentId: UUID!) { recognitionEmployers(talentId: $talentId) { __typename id name } }")
export const CriteriaForDocument = /* @__PURE__ */ typedDocument<CriteriaForQuery, CriteriaForQueryVariables>('f7406c31fa53e34c46778ecf3da29f9c0613590bb47007981fa214211f7fcb00', "query CriteriaFor($talentId: UUID!, $talentType: String) { recognitionCriteria(talentId: $talentId, talentType: $talentType) { __typename code level levelName talentType text evidence evidenceCodes result missing } }")
export const RecognitionApplicationDocument = /* @__PURE__ */ typedDocument<RecognitionApplicationQuery, RecognitionApplicationQueryVariables>('f6d2f204b6dcde3fe35ed3cbfc64126f48acedc10303add76067220de75b260b', "query RecognitionApplication($id: UUID!, $opinions: Boolean!, $leads: Boolean!) { recognitionApplication(id: $id) { __typename ...ApplicationWhole scoringRound expertScore @include(if: $opinions) expertCount @include(if: $opinions) expertPassed @include(if: $opinions) sheets @include(if: $leads) { __typename ...SheetLine } objections @include(if: $leads) { __typename id status objector contactMasked content receivedAt dueOn conclusion settledOn settledName } } } fragment ApplicationLine on RecognitionApplication { __typename id number route status level levelName talentType talentTypeName startedOn submittedOn dueOn dueProvisional overdue myTurn talentName employerName talent { __typename id } holder { __typename id shortName } district { __typename id shortName } } fragment ApplicationWhole on RecognitionApplication { __typename ...ApplicationLine version talentId criterion criterionText directory { __typename id number name body validFrom validUntil } statement finding findingMissing recommenders kinship terms dueFrom dueDays returnedReason decidedOn endedOn endReason allowedSteps unit { __typename id shortName } employer { __typename id shortName } lead { __typename id shortName } parties { __typename id role unit { __typename id shortName } } stages { __typename id seq step status accountName takenAt note unit { __typename id shortName } } reviews { __typename ...ReviewLine } notices { __typename id startsOn endsOn workingDays provisional shown withdrawn } attachments { __typename ...AttachmentLine } recognitions { __typename id certificateNumber verifyCode status levelName validFrom validUntil issuedOn } } fragment AttachmentLine on Attachment { __typename id kind evidence { __typename id filename mediaType size anonymous uploadedName createdAt } } fragment ReviewLine on JointReview { __typename id round status askedOn dueOn dueProvisional overdue note opinion reason answeredOn answeredName unit { __typename id shortName } } fragment SheetLine on ScoreSheet { __typename id round code status invitedOn dueOn items scores total comment recusal expert { __typename id name employerName } }")
export const RecognitionClockDocument = /* @__PURE__ */ typedDocument<RecognitionClockQuery, RecognitionClockQueryVariables>('cfff8ee0582c8ab5d16c5fb8ee62229909d0d13098ef7edbe0e2af17e04ae193', "query RecognitionClock($id: UUID!) { recognitionClock(applicationId: $id) { __typename start end summary provisional provisionalWords days { __typename date weekday counted ordinal why source } } }")
export const RecognitionDraftCheckDocument = /* @__PURE__ */ typedDocument<RecognitionDraftCheckQuery, RecognitionDraftCheckQueryVariables>('f6ba37c1bad13de9076cab094efcb0e861c8d56382ab99ccf205c4fa9bb8edfc', "query RecognitionDraftCheck($id: UUID!) { recognitionDraftCheck(applicationId: $id) { __typename draftedBy inForce since mustConfirm criterionKept criterionBefore criterionAfter } }")
export const EvidenceOfDocument = /* @__PURE__ */ typedDocument<EvidenceOfQuery, EvidenceOfQueryVariables>('b21905f91137b2b8fbfbe901d7927982804b89657f32747136bf222e7086e2a9', "query EvidenceOf($talentId: UUID!) { evidenceFiles(talentId: $talentId, first: 100) { __typename nodes { __typename id kind filename size anonymous uses createdAt } } }")
export const ExpertsToAskDocument = /* @__PURE__ */ typedDocument<ExpertsToAskQuery, ExpertsToAskQueryVariables>('ac7d5a266fb01a4416b073c6798e4c5911beee7db4380d2e7c9dc1d5e2c04169', "query ExpertsToAsk($talentType: String) { recognitionExperts(talentType: $talentType, first: 100) { __typename nodes { __typename id name employerName specialty } } }")
export const DepartmentsToAskDocument = /* @__PURE__ */ typedDocument<DepartmentsToAskQuery, DepartmentsToAskQueryVariables>('0269fc97ecf5a39a5a03e697c1f21eefdd5a935c3f6c85c191949367c77cb5e8', "query DepartmentsToAsk { governmentUnits { __typename id shortName kind } }")
export const MyJointReviewsDocument = /* @__PURE__ */ typedDocument<MyJointReviewsQuery, MyJointReviewsQueryVariables>('8e9fd63636bd94e27917253e5f3d0571a64ab41bf1cbb96a24c7bfeb33196893', "query MyJointReviews($status: JointReviewStatus, $first: Int!, $after: String) { myJointReviews(status: $status, first: $first, after: $after) { __typename totalCount pageInfo { __typename hasNextPage endCursor } nodes { __typename id status askedOn dueOn dueProvisional opinion reason application { __typename id number levelName talentName employerName } } } }")
