// Written by tools/codegen.ts from importing.graphql. Do not edit.
import { typedDocument } from '@kit/graphql/document'
import type * as Types from '../../../../../kit/graphql/schema.gql'
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };


export type ImportShownFragment = { readonly __typename: 'ImportJob', readonly id: string, readonly createdAt: string, readonly actorName: string, readonly filename: string, readonly sheet: string | null, readonly status: Types.ImportStatus, readonly allowedSteps: ReadonlyArray<string>, readonly head: unknown, readonly rowsTotal: number | null, readonly rowsDone: number, readonly percent: number | null, readonly rowsNew: number, readonly rowsUpdate: number, readonly rowsUnchanged: number, readonly rowsError: number, readonly rowsWarned: number, readonly entered: number, readonly changed: number, readonly failure: string | null, readonly failureCode: string | null, readonly committedBy: string | null, readonly checkedAt: string | null, readonly finishedAt: string | null, readonly unit: { readonly __typename: 'Unit', readonly id: string, readonly shortName: string } | null };

export type ImportsPageQueryVariables = Exact<{
  status?: Types.ImportStatus | null | undefined;
  first: number;
  after?: string | null | undefined;
}>;


export type ImportsPageQuery = { readonly __typename: 'Query', readonly imports: { readonly __typename: 'ImportJobPage', readonly totalCount: number, readonly pageInfo: { readonly __typename: 'PageInfo', readonly hasNextPage: boolean, readonly endCursor: string | null }, readonly nodes: ReadonlyArray<{ readonly __typename: 'ImportJob', readonly id: string, readonly createdAt: string, readonly actorName: string, readonly filename: string, readonly status: Types.ImportStatus, readonly rowsTotal: number | null, readonly rowsNew: number, readonly rowsUpdate: number, readonly rowsError: number, readonly entered: number, readonly changed: number, readonly unit: { readonly __typename: 'Unit', readonly id: string, readonly shortName: string } | null }> } };

export type ImportPageQueryVariables = Exact<{
  importId: string;
}>;


export type ImportPageQuery = { readonly __typename: 'Query', readonly importJob: { readonly __typename: 'ImportJob', readonly id: string, readonly createdAt: string, readonly actorName: string, readonly filename: string, readonly sheet: string | null, readonly status: Types.ImportStatus, readonly allowedSteps: ReadonlyArray<string>, readonly head: unknown, readonly rowsTotal: number | null, readonly rowsDone: number, readonly percent: number | null, readonly rowsNew: number, readonly rowsUpdate: number, readonly rowsUnchanged: number, readonly rowsError: number, readonly rowsWarned: number, readonly entered: number, readonly changed: number, readonly failure: string | null, readonly failureCode: string | null, readonly committedBy: string | null, readonly checkedAt: string | null, readonly finishedAt: string | null, readonly unit: { readonly __typename: 'Unit', readonly id: string, readonly shortName: string } | null } | null };

export type ImportRowsQueryVariables = Exact<{
  importId: string;
  outcome?: Types.RowOutcome | null | undefined;
  first: number;
  after?: string | null | undefined;
}>;


export type ImportRowsQuery = { readonly __typename: 'Query', readonly importRows: { readonly __typename: 'ImportRowPage', readonly totalCount: number, readonly pageInfo: { readonly __typename: 'PageInfo', readonly hasNextPage: boolean, readonly endCursor: string | null }, readonly nodes: ReadonlyArray<{ readonly __typename: 'ImportRow', readonly id: string, readonly rowNumber: number, readonly outcome: Types.RowOutcome, readonly name: string, readonly talentId: string | null, readonly findings: ReadonlyArray<{ readonly __typename: 'ImportFinding', readonly id: string, readonly severity: Types.Severity, readonly title: string | null, readonly cell: string | null, readonly shown: string | null, readonly before: string | null, readonly words: string }> }> } };

export type RecheckImportMutationVariables = Exact<{
  importId: string;
  unitId?: string | null | undefined;
  sheet?: string | null | undefined;
}>;


export type RecheckImportMutation = { readonly __typename: 'Mutation', readonly recheckImport: { readonly __typename: 'ImportJob', readonly id: string, readonly createdAt: string, readonly actorName: string, readonly filename: string, readonly sheet: string | null, readonly status: Types.ImportStatus, readonly allowedSteps: ReadonlyArray<string>, readonly head: unknown, readonly rowsTotal: number | null, readonly rowsDone: number, readonly percent: number | null, readonly rowsNew: number, readonly rowsUpdate: number, readonly rowsUnchanged: number, readonly rowsError: number, readonly rowsWarned: number, readonly entered: number, readonly changed: number, readonly failure: string | null, readonly failureCode: string | null, readonly committedBy: string | null, readonly checkedAt: string | null, readonly finishedAt: string | null, readonly unit: { readonly __typename: 'Unit', readonly id: string, readonly shortName: string } | null } };

export type CommitImportMutationVariables = Exact<{
  importId: string;
}>;


export type CommitImportMutation = { readonly __typename: 'Mutation', readonly commitImport: { readonly __typename: 'ImportJob', readonly id: string, readonly createdAt: string, readonly actorName: string, readonly filename: string, readonly sheet: string | null, readonly status: Types.ImportStatus, readonly allowedSteps: ReadonlyArray<string>, readonly head: unknown, readonly rowsTotal: number | null, readonly rowsDone: number, readonly percent: number | null, readonly rowsNew: number, readonly rowsUpdate: number, readonly rowsUnchanged: number, readonly rowsError: number, readonly rowsWarned: number, readonly entered: number, readonly changed: number, readonly failure: string | null, readonly failureCode: string | null, readonly committedBy: string | null, readonly checkedAt: string | null, readonly finishedAt: string | null, readonly unit: { readonly __typename: 'Unit', readonly id: string, readonly shortName: string } | null } };

export type CancelImportMutationVariables = Exact<{
  importId: string;
}>;


export type CancelImportMutation = { readonly __typename: 'Mutation', readonly cancelImport: { readonly __typename: 'ImportJob', readonly id: string, readonly createdAt: string, readonly actorName: string, readonly filename: string, readonly sheet: string | null, readonly status: Types.ImportStatus, readonly allowedSteps: ReadonlyArray<string>, readonly head: unknown, readonly rowsTotal: number | null, readonly rowsDone: number, readonly percent: number | null, readonly rowsNew: number, readonly rowsUpdate: number, readonly rowsUnchanged: number, readonly rowsError: number, readonly rowsWarned: number, readonly entered: number, readonly changed: number, readonly failure: string | null, readonly failureCode: string | null, readonly committedBy: string | null, readonly checkedAt: string | null, readonly finishedAt: string | null, readonly unit: { readonly __typename: 'Unit', readonly id: string, readonly shortName: string } | null } };
export const ImportsPageDocument = /* @__PURE__ */ typedDocument<ImportsPageQuery, ImportsPageQueryVariables>('745316429cad2cd56235c677728215aa7b6770a9a7e28117861c9243cb5a6bef', "query ImportsPage($status: ImportStatus, $first: Int!, $after: String) { imports(status: $status, first: $first, after: $after) { __typename totalCount pageInfo { __typename hasNextPage endCursor } nodes { __typename id createdAt actorName filename status rowsTotal rowsNew rowsUpdate rowsError entered changed unit { __typename id shortName } } } }")
export const ImportPageDocument = /* @__PURE__ */ typedDocument<ImportPageQuery, ImportPageQueryVariables>('0cb82ffb321a80ac6d8895ea9a21c2771afaef9e26185fdc756ec705523610d5', "query ImportPage($importId: UUID!) { importJob(importId: $importId) { __typename ...ImportShown } } fragment ImportShown on ImportJob { __typename id createdAt actorName filename sheet status allowedSteps head rowsTotal rowsDone percent rowsNew rowsUpdate rowsUnchanged rowsError rowsWarned entered changed failure failureCode committedBy checkedAt finishedAt unit { __typename id shortName } }")
export const ImportRowsDocument = /* @__PURE__ */ typedDocument<ImportRowsQuery, ImportRowsQueryVariables>('6fffc1e53e6da5ab9834ac62c1fdfec37112451a8dda83638bf1e1eddb424124', "query ImportRows($importId: UUID!, $outcome: RowOutcome, $first: Int!, $after: String) { importRows(importId: $importId, outcome: $outcome, first: $first, after: $after) { __typename totalCount pageInfo { __typename hasNextPage endCursor } nodes { __typename id rowNumber outcome name talentId findings { __typename id severity title cell shown before words } } } }")
export const RecheckImportDocument = /* @__PURE__ */ typedDocument<RecheckImportMutation, RecheckImportMutationVariables>('7744add4b4bf36324b26d29c7ae0eef24bc6138965d10f7ae9daa693eaa7495c', "mutation RecheckImport($importId: UUID!, $unitId: UUID, $sheet: String) { recheckImport(importId: $importId, unitId: $unitId, sheet: $sheet) { __typename ...ImportShown } } fragment ImportShown on ImportJob { __typename id createdAt actorName filename sheet status allowedSteps head rowsTotal rowsDone percent rowsNew rowsUpdate rowsUnchanged rowsError rowsWarned entered changed failure failureCode committedBy checkedAt finishedAt unit { __typename id shortName } }")
export const CommitImportDocument = /* @__PURE__ */ typedDocument<CommitImportMutation, CommitImportMutationVariables>('28211add5aa61471da4a4086e535a73a569f2f7fa36bbffbf611da982baa09a7', "mutation CommitImport($importId: UUID!) { commitImport(importId: $importId) { __typename ...ImportShown } } fragment ImportShown on ImportJob { __typename id createdAt actorName filename sheet status allowedSteps head rowsTotal rowsDone percent rowsNew rowsUpdate rowsUnchanged rowsError rowsWarned entered changed failure failureCode committedBy checkedAt finishedAt unit { __typename id shortName } }")
export const CancelImportDocument = /* @__PURE__ */ typedDocument<CancelImportMutation, CancelImportMutationVariables>('93873c03ca7dc72eeb199dc64f220a6229c2d77bea14e0c664a1a82040b1f266', "mutation CancelImport($importId: UUID!) { cancelImport(importId: $importId) { __typename ...ImportShown } } fragment ImportShown on ImportJob { __typename id createdAt actorName filename sheet status allowedSteps head rowsTotal rowsDone percent rowsNew rowsUpdate rowsUnchanged rowsError rowsWarned entered changed failure failureCode committedBy checkedAt finishedAt unit { __typename id shortName } }")
