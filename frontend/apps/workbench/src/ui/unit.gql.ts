// Written by tools/codegen.ts from unit.graphql. Do not edit.
import { typedDocument } from '@kit/graphql/document'
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
export type UnitTreeQueryVariables = Exact<{ [key: string]: never; }>;


export type UnitTreeQuery = { readonly __typename: 'Query', readonly governmentUnits: ReadonlyArray<{ readonly __typename: 'Unit', readonly id: string, readonly shortName: string, readonly depth: number }> };

export type UnitsFoundQueryVariables = Exact<{
  text: string;
}>;


export type UnitsFoundQuery = { readonly __typename: 'Query', readonly units: { readonly __typename: 'UnitPage', readonly nodes: ReadonlyArray<{ readonly __typename: 'Unit', readonly id: string, readonly shortName: string, readonly depth: number }> } };

export type UnitNamedQueryVariables = Exact<{
  id: string;
}>;


export type UnitNamedQuery = { readonly __typename: 'Query', readonly unit: { readonly __typename: 'Unit', readonly id: string, readonly shortName: string, readonly depth: number } | null };
export const UnitTreeDocument = /* @__PURE__ */ typedDocument<UnitTreeQuery, UnitTreeQueryVariables>('d11814c684b2a1479937b647bcabc2d9daf890e029c52c92a7cfd61bd12f1772', "query UnitTree { governmentUnits { __typename id shortName depth } }")
export const UnitsFoundDocument = /* @__PURE__ */ typedDocument<UnitsFoundQuery, UnitsFoundQueryVariables>('bd59bd0271f065714fae6a8ac0bda9718eaa7fa6b6d63b6de3e4bfda21a88729', "query UnitsFound($text: String!) { units(text: $text, first: 30) { __typename nodes { __typename id shortName depth } } }")
export const UnitNamedDocument = /* @__PURE__ */ typedDocument<UnitNamedQuery, UnitNamedQueryVariables>('3faed10c93fffb45959334712d38dd3120d1d44c7e9dcc0bd59228f428321c9b', "query UnitNamed($id: UUID!) { unit(id: $id) { __typename id shortName depth } }")
