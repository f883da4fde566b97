// Written by tools/codegen.ts from view.graphql. Do not edit.
import { typedDocument } from '@kit/graphql/document'
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
export type SavedViewsQueryVariables = Exact<{
  page: string;
}>;


export type SavedViewsQuery = { readonly __typename: 'Query', readonly views: ReadonlyArray<{ readonly __typename: 'SavedView', readonly id: string, readonly name: string, readonly query: string, readonly columns: ReadonlyArray<string> | null, readonly shared: boolean, readonly mine: boolean, readonly ownerName: string | null }> };

export type SaveViewMutationVariables = Exact<{
  page: string;
  name: string;
  query: string;
  columns?: ReadonlyArray<string> | string | null | undefined;
  shared: boolean;
  replace: boolean;
}>;


export type SaveViewMutation = { readonly __typename: 'Mutation', readonly saveView: { readonly __typename: 'SavedView', readonly id: string, readonly name: string, readonly query: string, readonly columns: ReadonlyArray<string> | null, readonly shared: boolean, readonly mine: boolean, readonly ownerName: string | null } };

export type RenameViewMutationVariables = Exact<{
  viewId: string;
  name: string;
}>;


export type RenameViewMutation = { readonly __typename: 'Mutation', readonly renameView: { readonly __typename: 'SavedView', readonly id: string, readonly name: string } };

export type DeleteViewMutationVariables = Exact<{
  viewId: string;
}>;


export type DeleteViewMutation = { readonly __typename: 'Mutation', readonly deleteView: boolean };
export const SavedViewsDocument = /* @__PURE__ */ typedDocument<SavedViewsQuery, SavedViewsQueryVariables>('b98649c80982d3088d7bcedb58b51859bf66120c349f8055bcb30829c1e872fe', "query SavedViews($page: String!) { views(page: $page) { __typename id name query columns shared mine ownerName } }")
export const SaveViewDocument = /* @__PURE__ */ typedDocument<SaveViewMutation, SaveViewMutationVariables>('4835f6d7d4918f06669de20cbd42392865dd8b39ea5ffa40808f9744dd9090b5', "mutation SaveView($page: String!, $name: String!, $query: String!, $columns: [String!], $shared: Boolean!, $replace: Boolean!) { saveView( page: $page name: $name query: $query columns: $columns shared: $shared replace: $replace ) { __typename id name query columns shared mine ownerName } }")
export const RenameViewDocument = /* @__PURE__ */ typedDocument<RenameViewMutation, RenameViewMutationVariables>('996a117f0423efc12cf6046f91cce32d43c66cd7ddfd7a72d60b8e8e68f16093', "mutation RenameView($viewId: UUID!, $name: String!) { renameView(viewId: $viewId, name: $name) { __typename id name } }")
export const DeleteViewDocument = /* @__PURE__ */ typedDocument<DeleteViewMutation, DeleteViewMutationVariables>('3aeeeab5e29208d9df7a1e971e31049de922dfae9b67c972f49205c57fb23a6c', "mutation DeleteView($viewId: UUID!) { deleteView(viewId: $viewId) }")
