// Written by tools/codegen.ts from exporting.graphql. Do not edit.
import { typedDocument } from '@kit/graphql/document'
import type * as Types from '../../../../../kit/graphql/schema.gql'
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };


export type ExportShownFragment = { readonly __typename: 'ExportJob', readonly id: string, readonly createdAt: string, readonly actorName: string, readonly purpose: Types.RevealPurpose, readonly reason: string, readonly filters: unknown, readonly columns: ReadonlyArray<string>, readonly clear: boolean, readonly format: Types.ExportFormat, readonly status: Types.ExportStatus, readonly allowedSteps: ReadonlyArray<string>, readonly trace: string, readonly rowsTotal: number | null, readonly rowsDone: number, readonly downloads: number, readonly expiresAt: string | null, readonly failure: string | null };

export type ExportsPageQueryVariables = Exact<{
  trace?: string | null | undefined;
  first: number;
  after?: string | null | undefined;
}>;


export type ExportsPageQuery = { readonly __typename: 'Query', readonly exports: { readonly __typename: 'ExportJobPage', readonly totalCount: number, readonly pageInfo: { readonly __typename: 'PageInfo', readonly hasNextPage: boolean, readonly endCursor: string | null }, readonly nodes: ReadonlyArray<{ readonly __typename: 'ExportJob', readonly id: string, readonly createdAt: string, readonly actorName: string, readonly purpose: Types.RevealPurpose, readonly reason: string, readonly filters: unknown, readonly columns: ReadonlyArray<string>, readonly clear: boolean, readonly format: Types.ExportFormat, readonly status: Types.ExportStatus, readonly allowedSteps: ReadonlyArray<string>, readonly trace: string, readonly rowsTotal: number | null, readonly rowsDone: number, readonly downloads: number, readonly expiresAt: string | null, readonly failure: string | null }> } };

export type ExportJobQueryVariables = Exact<{
  exportId: string;
}>;


export type ExportJobQuery = { readonly __typename: 'Query', readonly exportJob: { readonly __typename: 'ExportJob', readonly id: string, readonly createdAt: string, readonly actorName: string, readonly purpose: Types.RevealPurpose, readonly reason: string, readonly filters: unknown, readonly columns: ReadonlyArray<string>, readonly clear: boolean, readonly format: Types.ExportFormat, readonly status: Types.ExportStatus, readonly allowedSteps: ReadonlyArray<string>, readonly trace: string, readonly rowsTotal: number | null, readonly rowsDone: number, readonly downloads: number, readonly expiresAt: string | null, readonly failure: string | null } | null };

export type AskExportMutationVariables = Exact<{
  purpose: Types.RevealPurpose;
  reason: string;
  filters?: Types.ExportFilterIn | null | undefined;
  columns?: ReadonlyArray<Types.ExportColumn> | Types.ExportColumn | null | undefined;
  format: Types.ExportFormat;
  clear: boolean;
}>;


export type AskExportMutation = { readonly __typename: 'Mutation', readonly askExport: { readonly __typename: 'ExportJob', readonly id: string, readonly createdAt: string, readonly actorName: string, readonly purpose: Types.RevealPurpose, readonly reason: string, readonly filters: unknown, readonly columns: ReadonlyArray<string>, readonly clear: boolean, readonly format: Types.ExportFormat, readonly status: Types.ExportStatus, readonly allowedSteps: ReadonlyArray<string>, readonly trace: string, readonly rowsTotal: number | null, readonly rowsDone: number, readonly downloads: number, readonly expiresAt: string | null, readonly failure: string | null } };

export type CancelExportMutationVariables = Exact<{
  exportId: string;
}>;


export type CancelExportMutation = { readonly __typename: 'Mutation', readonly cancelExport: { readonly __typename: 'ExportJob', readonly id: string, readonly createdAt: string, readonly actorName: string, readonly purpose: Types.RevealPurpose, readonly reason: string, readonly filters: unknown, readonly columns: ReadonlyArray<string>, readonly clear: boolean, readonly format: Types.ExportFormat, readonly status: Types.ExportStatus, readonly allowedSteps: ReadonlyArray<string>, readonly trace: string, readonly rowsTotal: number | null, readonly rowsDone: number, readonly downloads: number, readonly expiresAt: string | null, readonly failure: string | null } };
export const ExportsPageDocument = /* @__PURE__ */ typedDocument<ExportsPageQuery, ExportsPageQueryVariables>('1a6d040803ac62ede6601119dae7e96c7b598c39b95f9cd7d36915c5ac2d1d4c', "query ExportsPage($trace: String, $first: Int!, $after: String) { exports(trace: $trace, first: $first, after: $after) { __typename totalCount pageInfo { __typename hasNextPage endCursor } nodes { __typename ...ExportShown } } } fragment ExportShown on ExportJob { __typename id createdAt actorName purpose reason filters columns clear format status allowedSteps trace rowsTotal rowsDone downloads expiresAt failure }")
export const ExportJobDocument = /* @__PURE__ */ typedDocument<ExportJobQuery, ExportJobQueryVariables>('0da45aa8bc8954a2c71b15c6221f739322efd7be48c12f8168cf719bb23360a5', "query ExportJob($exportId: UUID!) { exportJob(exportId: $exportId) { __typename ...ExportShown } } fragment ExportShown on ExportJob { __typename id createdAt actorName purpose reason filters columns clear format status allowedSteps trace rowsTotal rowsDone downloads expiresAt failure }")
export const AskExportDocument = /* @__PURE__ */ typedDocument<AskExportMutation, AskExportMutationVariables>('85f383eadeb4892639a018dac07d3e5fe799fdeb1c6e4f42123c99bc8d51e7be', "mutation AskExport($purpose: RevealPurpose!, $reason: String!, $filters: ExportFilterIn, $columns: [ExportColumn!], $format: ExportFormat!, $clear: Boolean!) { askExport( purpose: $purpose reason: $reason filters: $filters columns: $columns format: $format clear: $clear ) { __typename ...ExportShown } } fragment ExportShown on ExportJob { __typename id createdAt actorName purpose reason filters columns clear format status allowedSteps trace rowsTotal rowsDone downloads expiresAt failure }")
export const CancelExportDocument = /* @__PURE__ */ typedDocument<CancelExportMutation, CancelExportMutationVariables>('a3c546fbe1166468d6de20343f2f4c8ebd3bcd716a2cc2e78430aeb27432caec', "mutation CancelExport($exportId: UUID!) { cancelExport(exportId: $exportId) { __typename ...ExportShown } } fragment ExportShown on ExportJob { __typename id createdAt actorName purpose reason filters columns clear format status allowedSteps trace rowsTotal rowsDone downloads expiresAt failure }")
