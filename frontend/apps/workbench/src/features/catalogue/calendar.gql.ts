// Written by tools/codegen.ts from calendar.graphql. Do not edit.
import { typedDocument } from '@kit/graphql/document'
import type * as Types from '../../../../../kit/graphql/schema.gql'
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };


export type WorkYearsQueryVariables = Exact<{ [key: string]: never; }>;


export type WorkYearsQuery = { readonly __typename: 'Query', readonly workYears: ReadonlyArray<{ readonly __typename: 'WorkYear', readonly id: string, readonly year: number, readonly status: Types.DayStatus, readonly source: string, readonly publishedAt: string }> };

export type WorkDaysQueryVariables = Exact<{
  from: string;
  to: string;
}>;


export type WorkDaysQuery = { readonly __typename: 'Query', readonly workDays: ReadonlyArray<{ readonly __typename: 'WorkDay', readonly id: string, readonly day: string, readonly kind: Types.DayKind, readonly name: string | null, readonly source: string | null, readonly status: Types.DayStatus }> };

export type PublishWorkCalendarMutationVariables = Exact<{
  year: number;
  source: string;
  holidays: ReadonlyArray<Types.HolidayIn> | Types.HolidayIn;
  status: Types.DayStatus;
}>;


export type PublishWorkCalendarMutation = { readonly __typename: 'Mutation', readonly publishWorkCalendar: { readonly __typename: 'WorkYear', readonly id: string, readonly year: number, readonly status: Types.DayStatus, readonly source: string, readonly publishedAt: string } };

export type DueMovesQueryVariables = Exact<{
  since: string;
}>;


export type DueMovesQuery = { readonly __typename: 'Query', readonly fasttrackDueMoves: { readonly __typename: 'DueMovePage', readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly __typename: 'DueMove', readonly id: string, readonly oldDue: string, readonly newDue: string, readonly cause: string, readonly movedOn: string, readonly case: { readonly __typename: 'FastTrackCase', readonly id: string, readonly number: string | null } }> } };

export type WouldMoveCountQueryVariables = Exact<{
  year: number;
  holidays: ReadonlyArray<Types.HolidayIn> | Types.HolidayIn;
  status: Types.DayStatus;
}>;


export type WouldMoveCountQuery = { readonly __typename: 'Query', readonly fasttrackWouldMoveCount: { readonly __typename: 'WouldMoveCount', readonly cases: number, readonly deadlines: number } };

export type WouldMoveQueryVariables = Exact<{
  year: number;
  holidays: ReadonlyArray<Types.HolidayIn> | Types.HolidayIn;
  status: Types.DayStatus;
}>;


export type WouldMoveQuery = { readonly __typename: 'Query', readonly fasttrackWouldMove: ReadonlyArray<{ readonly __typename: 'WouldMove', readonly caseId: string, readonly number: string | null, readonly countersignedBy: string | null, readonly oldDue: string, readonly newDue: string }> };
export const WorkYearsDocument = /* @__PURE__ */ typedDocument<WorkYearsQuery, WorkYearsQueryVariables>('1cf2c31084420280e9ae01f4f424725632c3e2183b0847a7512e68f64a315b7c', "query WorkYears { workYears { __typename id year status source publishedAt } }")
export const WorkDaysDocument = /* @__PURE__ */ typedDocument<WorkDaysQuery, WorkDaysQueryVariables>('58d2982d3486eb7e034956ea9b27d1fca50876cbfbacab5edc0042ed848f635e', "query WorkDays($from: Date!, $to: Date!) { workDays(fromDay: $from, toDay: $to) { __typename id day kind name source status } }")
export const PublishWorkCalendarDocument = /* @__PURE__ */ typedDocument<PublishWorkCalendarMutation, PublishWorkCalendarMutationVariables>('57a44c7208a50f8436eb90e4524bceed40a0681c2156a1113a8cdf5643a36719', "mutation PublishWorkCalendar($year: Int!, $source: String!, $holidays: [HolidayIn!]!, $status: DayStatus!) { publishWorkCalendar( year: $year source: $source holidays: $holidays status: $status ) { __typename id year status source publishedAt } }")
export const DueMovesDocument = /* @__PURE__ */ typedDocument<DueMovesQuery, DueMovesQueryVariables>('d417b1087cb2a62cf2e062b54de86c736341e1dc17f3f4dc2b06f946d40b7e91', "query DueMoves($since: Date!) { fasttrackDueMoves(since: $since, first: 100) { __typename totalCount nodes { __typename id oldDue newDue cause movedOn case { __typename id number } } } }")
export const WouldMoveCountDocument = /* @__PURE__ */ typedDocument<WouldMoveCountQuery, WouldMoveCountQueryVariables>('aa443bf907751c0f674c2b66c42687f4d6705c9dc99354d2313e97e0729ca6bd', "query WouldMoveCount($year: Int!, $holidays: [HolidayIn!]!, $status: DayStatus!) { fasttrackWouldMoveCount(year: $year, holidays: $holidays, status: $status) { __typename cases deadlines } }")
export const WouldMoveDocument = /* @__PURE__ */ typedDocument<WouldMoveQuery, WouldMoveQueryVariables>('d130a58af76c8590559a1b0c1f1518bafee042fa088de7949f46a75a92722932', "query WouldMove($year: Int!, $holidays: [HolidayIn!]!, $status: DayStatus!) { fasttrackWouldMove(year: $year, holidays: $holidays, status: $status) { __typename caseId number countersignedBy oldDue newDue } }")
