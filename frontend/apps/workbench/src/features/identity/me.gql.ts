// Written by tools/codegen.ts from me.graphql. Do not edit.
import { typedDocument } from '@kit/graphql/document'
import type * as Types from '../../../../../kit/graphql/schema.gql'
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };


export type MySessionsQueryVariables = Exact<{ [key: string]: never; }>;


export type MySessionsQuery = { readonly __typename: 'Query', readonly me: { readonly __typename: 'Me', readonly id: string, readonly sessionId: string, readonly passwordIsOld: boolean, readonly mustEnrolTotp: boolean, readonly mustChangePassword: boolean }, readonly sessions: ReadonlyArray<{ readonly __typename: 'Session', readonly id: string, readonly createdAt: string, readonly lastSeenAt: string, readonly expiresAt: string, readonly revokedAt: string | null, readonly method: Types.SignInMethod, readonly source: string, readonly agent: string }> };

export type RevokeSessionMutationVariables = Exact<{
  sessionId: string;
}>;


export type RevokeSessionMutation = { readonly __typename: 'Mutation', readonly revokeSession: { readonly __typename: 'Session', readonly id: string, readonly revokedAt: string | null } };

export type ChangeMyPasswordMutationVariables = Exact<{
  old: string;
  new: string;
}>;


export type ChangeMyPasswordMutation = { readonly __typename: 'Mutation', readonly changePassword: boolean };

export type BeginTotpMutationVariables = Exact<{
  password: string;
}>;


export type BeginTotpMutation = { readonly __typename: 'Mutation', readonly beginTotp: { readonly __typename: 'Enrolment', readonly secret: string, readonly uri: string } };

export type ConfirmTotpMutationVariables = Exact<{
  code: string;
}>;


export type ConfirmTotpMutation = { readonly __typename: 'Mutation', readonly confirmTotp: boolean };
export const MySessionsDocument = /* @__PURE__ */ typedDocument<MySessionsQuery, MySessionsQueryVariables>('f91ba06a9b3c92a2bf8f44b85f45ba23995d60fb1bec4e06fda47afb808fea4c', "query MySessions { me { __typename id sessionId passwordIsOld mustEnrolTotp mustChangePassword } sessions { __typename id createdAt lastSeenAt expiresAt revokedAt method source agent } }")
export const RevokeSessionDocument = /* @__PURE__ */ typedDocument<RevokeSessionMutation, RevokeSessionMutationVariables>('cef08330c00a0ceff4e564a0e4683a7c52f4a04da9657d57579a01ae4799d1e2', "mutation RevokeSession($sessionId: UUID!) { revokeSession(sessionId: $sessionId) { __typename id revokedAt } }")
export const ChangeMyPasswordDocument = /* @__PURE__ */ typedDocument<ChangeMyPasswordMutation, ChangeMyPasswordMutationVariables>('b03f88cb7bc434439c328d7bb8d2d23cfb6090d67c396791604d4aa6b537a324', "mutation ChangeMyPassword($old: String!, $new: String!) { changePassword(old: $old, new: $new) }")
export const BeginTotpDocument = /* @__PURE__ */ typedDocument<BeginTotpMutation, BeginTotpMutationVariables>('223d36078d6da591ae057d2873bb8278da691828d0959e0f05a516a86db05fcf', "mutation BeginTotp($password: String!) { beginTotp(password: $password) { __typename secret uri } }")
export const ConfirmTotpDocument = /* @__PURE__ */ typedDocument<ConfirmTotpMutation, ConfirmTotpMutationVariables>('e7d28405089723136224c2bbcc4e2b4006168a2e664eed7629f72f208e4c66c5', "mutation ConfirmTotp($code: String!) { confirmTotp(code: $code) }")
