// Written by tools/codegen.ts from home.graphql. Do not edit.
import { typedDocument } from '@kit/graphql/document'
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
export type HomeQueryVariables = Exact<{
  by: string;
  notices: boolean;
  contacts: boolean;
  countersigns: boolean;
}>;


export type HomeQuery = { readonly __typename: 'Query', readonly contactsDue?: { readonly __typename: 'ContactAssignmentPage', readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly __typename: 'ContactAssignment', readonly id: string, readonly nextDueOn: string, readonly lastContactOn: string | null, readonly talent: { readonly __typename: 'Talent', readonly id: string, readonly name: string, readonly levelName: string | null, readonly employerName: string | null } | null, readonly post: { readonly __typename: 'Post', readonly id: string, readonly name: string } }> }, readonly myCountersigns?: { readonly __typename: 'CountersignPage', readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly __typename: 'Countersign', readonly id: string, readonly dueOn: string, readonly overdue: boolean, readonly case: { readonly __typename: 'FastTrackCase', readonly id: string, readonly number: string | null, readonly candidateName: string | null } }> }, readonly notices?: { readonly __typename: 'NoticePage', readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly __typename: 'Notice', readonly id: string, readonly title: string, readonly body: string, readonly createdAt: string }> } };
export const HomeDocument = /* @__PURE__ */ typedDocument<HomeQuery, HomeQueryVariables>('fdf80ffdc2264eda78b1cbb349e5cd4cf62b286a49f42a1e7e5e3a7393a6f1cd', "query Home($by: Date!, $notices: Boolean!, $contacts: Boolean!, $countersigns: Boolean!) { contactsDue(by: $by, first: 20) @include(if: $contacts) { __typename totalCount nodes { __typename id nextDueOn lastContactOn talent { __typename id name levelName employerName } post { __typename id name } } } myCountersigns(status: PENDING, first: 20) @include(if: $countersigns) { __typename totalCount nodes { __typename id dueOn overdue case { __typename id number candidateName } } } notices(unread: true, first: 20) @include(if: $notices) { __typename totalCount nodes { __typename id title body createdAt } } }")
