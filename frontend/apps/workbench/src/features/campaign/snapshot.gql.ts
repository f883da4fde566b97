// Written by tools/codegen.ts from snapshot.graphql. Do not edit.
import { typedDocument } from '@kit/graphql/document'
import type * as Types from '../../../../../kit/graphql/schema.gql'
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };


export type SnapshotsQueryVariables = Exact<{ [key: string]: never; }>;


export type SnapshotsQuery = { readonly __typename: 'Query', readonly snapshots: { readonly __typename: 'QuarterSnapshotPage', readonly nodes: ReadonlyArray<{ readonly __typename: 'QuarterSnapshot', readonly id: string, readonly quarter: string, readonly lastDay: string, readonly frozenAt: string, readonly frozenBy: string, readonly rowCount: number, readonly sha256: string, readonly correctionCount: number }> } };

export type SnapshotPageQueryVariables = Exact<{
  quarter: string;
  by: Types.FigureAxis;
}>;


export type SnapshotPageQuery = { readonly __typename: 'Query', readonly snapshotFigures: { readonly __typename: 'SnapshotFigures', readonly quarter: string, readonly lastDay: string, readonly frozenAt: string, readonly frozenBy: string, readonly rowCount: number, readonly sha256: string, readonly by: Types.FigureAxis, readonly lines: ReadonlyArray<{ readonly __typename: 'SnapshotLine', readonly key: string, readonly label: string, readonly talents: number, readonly stale: number, readonly talentsPublished: number, readonly stalePublished: number, readonly corrected: boolean }> }, readonly snapshot: { readonly __typename: 'QuarterSnapshot', readonly id: string, readonly corrections: ReadonlyArray<{ readonly __typename: 'FigureCorrection', readonly id: string, readonly axis: Types.FigureAxis, readonly label: string, readonly talentsBefore: number, readonly staleBefore: number, readonly talents: number, readonly stale: number, readonly reason: string, readonly correctedAt: string, readonly correctedBy: string }> } | null };

export type SnapshotComparedQueryVariables = Exact<{
  quarter: string;
  span: Types.Span;
  by: Types.FigureAxis;
}>;


export type SnapshotComparedQuery = { readonly __typename: 'Query', readonly snapshotComparison: { readonly __typename: 'Comparison', readonly quarter: string, readonly lastDay: string, readonly against: string, readonly againstLastDay: string, readonly talents: number, readonly talentsBefore: number, readonly lines: ReadonlyArray<{ readonly __typename: 'Compared', readonly key: string, readonly label: string, readonly talents: number, readonly stale: number, readonly talentsBefore: number, readonly staleBefore: number, readonly difference: number, readonly rate: number | null }> } };

export type VerifySnapshotQueryVariables = Exact<{
  quarter: string;
}>;


export type VerifySnapshotQuery = { readonly __typename: 'Query', readonly verifySnapshot: { readonly __typename: 'Verified', readonly rowCount: number, readonly sha256Now: string, readonly intact: boolean } };

export type FreezeQuarterMutationVariables = Exact<{
  quarter: string;
}>;


export type FreezeQuarterMutation = { readonly __typename: 'Mutation', readonly freezeQuarter: { readonly __typename: 'QuarterSnapshot', readonly id: string, readonly quarter: string } };

export type CorrectFigureMutationVariables = Exact<{
  quarter: string;
  by: Types.FigureAxis;
  key: string;
  talents: number;
  stale: number;
  reason: string;
}>;


export type CorrectFigureMutation = { readonly __typename: 'Mutation', readonly correctFigure: { readonly __typename: 'FigureCorrection', readonly id: string, readonly reason: string } };
export const SnapshotsDocument = /* @__PURE__ */ typedDocument<SnapshotsQuery, SnapshotsQueryVariables>('fdb61929907e720df51685082052e6d40227f242361f9d5ebe9ed0ff4ee65f04', "query Snapshots { snapshots(first: 60) { __typename nodes { __typename id quarter lastDay frozenAt frozenBy rowCount sha256 correctionCount } } }")
export const SnapshotPageDocument = /* @__PURE__ */ typedDocument<SnapshotPageQuery, SnapshotPageQueryVariables>('ce49da49b739c961ba21278d3ce14974048a85a8f22ca5d61e329d6189f65108', "query SnapshotPage($quarter: String!, $by: FigureAxis!) { snapshotFigures(quarter: $quarter, by: $by) { __typename quarter lastDay frozenAt frozenBy rowCount sha256 by lines { __typename key label talents stale talentsPublished stalePublished corrected } } snapshot(quarter: $quarter) { __typename id corrections { __typename id axis label talentsBefore staleBefore talents stale reason correctedAt correctedBy } } }")
export const SnapshotComparedDocument = /* @__PURE__ */ typedDocument<SnapshotComparedQuery, SnapshotComparedQueryVariables>('ab5057d901af550c721926b3d7a0bd40571f66a996613b57595eb7bd9a7aeb97', "query SnapshotCompared($quarter: String!, $span: Span!, $by: FigureAxis!) { snapshotComparison(quarter: $quarter, span: $span, by: $by) { __typename quarter lastDay against againstLastDay talents talentsBefore lines { __typename key label talents stale talentsBefore staleBefore difference rate } } }")
export const VerifySnapshotDocument = /* @__PURE__ */ typedDocument<VerifySnapshotQuery, VerifySnapshotQueryVariables>('882f2be42cd970f4f53baea44ae835b642ed25969b76e95a90fd59e8b495e907', "query VerifySnapshot($quarter: String!) { verifySnapshot(quarter: $quarter) { __typename rowCount sha256Now intact } }")
export const FreezeQuarterDocument = /* @__PURE__ */ typedDocument<FreezeQuarterMutation, FreezeQuarterMutationVariables>('5e177196d0caa1b6ec7440e1babc98d669d8ced58c14f4a60e3be297d72a1637', "mutation FreezeQuarter($quarter: String!) { freezeQuarter(quarter: $quarter) { __typename id quarter } }")
export const CorrectFigureDocument = /* @__PURE__ */ typedDocument<CorrectFigureMutation, CorrectFigureMutationVariables>('7bcb73b7c80db34459e2885645b9315fc4a2b23e0e731e75e25a792e0390a85d', "mutation CorrectFigure($quarter: String!, $by: FigureAxis!, $key: String!, $talents: Int!, $stale: Int!, $reason: String!) { correctFigure( quarter: $quarter by: $by key: $key talents: $talents stale: $stale reason: $reason ) { __typename id reason } }")
