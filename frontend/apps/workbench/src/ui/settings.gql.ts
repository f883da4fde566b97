// Written by tools/codegen.ts from settings.graphql. Do not edit.
import { typedDocument } from '@kit/graphql/document'
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
export type PreferencesQueryVariables = Exact<{ [key: string]: never; }>;


export type PreferencesQuery = { readonly __typename: 'Query', readonly preferences: ReadonlyArray<{ readonly __typename: 'Preference', readonly id: string, readonly key: string, readonly value: unknown }> };

export type SetPreferenceMutationVariables = Exact<{
  key: string;
  value?: unknown;
}>;


export type SetPreferenceMutation = { readonly __typename: 'Mutation', readonly setPreference: boolean };

export type ProveMyselfMutationVariables = Exact<{
  code?: string | null | undefined;
  password?: string | null | undefined;
}>;


export type ProveMyselfMutation = { readonly __typename: 'Mutation', readonly stepUp: { readonly __typename: 'Session', readonly id: string, readonly stepUpUntil: string | null } };
export const PreferencesDocument = /* @__PURE__ */ typedDocument<PreferencesQuery, PreferencesQueryVariables>('8e2e3d91d76180625acd9271372707b92c4909628e0924d69a1162b83f344bed', "query Preferences { preferences { __typename id key value } }")
export const SetPreferenceDocument = /* @__PURE__ */ typedDocument<SetPreferenceMutation, SetPreferenceMutationVariables>('0d460a6ac70f1dcd1e70a4724528c48aa48e9de5de674fba9c538fd69bc85acc', "mutation SetPreference($key: String!, $value: JSON) { setPreference(key: $key, value: $value) }")
export const ProveMyselfDocument = /* @__PURE__ */ typedDocument<ProveMyselfMutation, ProveMyselfMutationVariables>('fd2d3342f2a449fc37b0ed99bf97e611d1bca6f91a1561c04df79f7c1ab8835b', "mutation ProveMyself($code: String, $password: String) { stepUp(code: $code, password: $password) { __typename id stepUpUntil } }")
