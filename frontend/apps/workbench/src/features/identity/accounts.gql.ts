// Written by tools/codegen.ts from accounts.graphql. Do not edit.
import { typedDocument } from '@kit/graphql/document'
import type * as Types from '../../../../../kit/graphql/schema.gql'
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };


export type AccountLineFragment = { readonly __typename: 'Account', readonly id: string, readonly login: string, readonly name: string, readonly kind: Types.AccountKind, readonly status: Types.AccountStatus, readonly personId: string | null, readonly talentId: string | null, readonly partnerId: string | null, readonly roleCode: string | null, readonly oidcIssuer: string | null, readonly oidcSubject: string | null, readonly demo: boolean, readonly createdAt: string, readonly allowedSteps: ReadonlyArray<string> };

export type AccountsQueryVariables = Exact<{
  text?: string | null | undefined;
  kind?: Types.AccountKind | null | undefined;
  status?: Types.AccountStatus | null | undefined;
  first: number;
  after?: string | null | undefined;
}>;


export type AccountsQuery = { readonly __typename: 'Query', readonly accounts: { readonly __typename: 'AccountPage', readonly totalCount: number, readonly pageInfo: { readonly __typename: 'PageInfo', readonly hasNextPage: boolean, readonly endCursor: string | null }, readonly nodes: ReadonlyArray<{ readonly __typename: 'Account', readonly id: string, readonly login: string, readonly name: string, readonly kind: Types.AccountKind, readonly status: Types.AccountStatus, readonly personId: string | null, readonly talentId: string | null, readonly partnerId: string | null, readonly roleCode: string | null, readonly oidcIssuer: string | null, readonly oidcSubject: string | null, readonly demo: boolean, readonly createdAt: string, readonly allowedSteps: ReadonlyArray<string> }> } };

export type AccountPageQueryVariables = Exact<{
  id: string;
}>;


export type AccountPageQuery = { readonly __typename: 'Query', readonly account: { readonly __typename: 'Account', readonly id: string, readonly login: string, readonly name: string, readonly kind: Types.AccountKind, readonly status: Types.AccountStatus, readonly personId: string | null, readonly talentId: string | null, readonly partnerId: string | null, readonly roleCode: string | null, readonly oidcIssuer: string | null, readonly oidcSubject: string | null, readonly demo: boolean, readonly createdAt: string, readonly allowedSteps: ReadonlyArray<string> } | null };

export type SeatsOfQueryVariables = Exact<{
  personId: string;
}>;


export type SeatsOfQuery = { readonly __typename: 'Query', readonly appointments: { readonly __typename: 'AppointmentPage', readonly nodes: ReadonlyArray<{ readonly __typename: 'Appointment', readonly id: string, readonly validFrom: string, readonly validUntil: string | null, readonly document: string | null, readonly post: { readonly __typename: 'Post', readonly id: string, readonly name: string, readonly unit: { readonly __typename: 'Unit', readonly id: string, readonly shortName: string } } }> } };

export type PostsOfQueryVariables = Exact<{
  unitId: string;
}>;


export type PostsOfQuery = { readonly __typename: 'Query', readonly posts: { readonly __typename: 'PostPage', readonly nodes: ReadonlyArray<{ readonly __typename: 'Post', readonly id: string, readonly name: string, readonly shared: boolean }> } };

export type RolesOfQueryVariables = Exact<{
  postId: string;
}>;


export type RolesOfQuery = { readonly __typename: 'Query', readonly postRoles: ReadonlyArray<{ readonly __typename: 'PostRole', readonly id: string, readonly roleCode: string }>, readonly postScopes: ReadonlyArray<{ readonly __typename: 'PostScope', readonly id: string, readonly unit: { readonly __typename: 'Unit', readonly id: string, readonly shortName: string } }> };

export type RoleNamesQueryVariables = Exact<{ [key: string]: never; }>;


export type RoleNamesQuery = { readonly __typename: 'Query', readonly entries: ReadonlyArray<{ readonly __typename: 'CatalogueEntry', readonly id: string, readonly code: string, readonly name: string, readonly body: unknown }> };

export type CreateAccountMutationVariables = Exact<{
  login: string;
  name: string;
  kind: Types.AccountKind;
  role?: string | null | undefined;
  talentId?: string | null | undefined;
  partnerId?: string | null | undefined;
  personId?: string | null | undefined;
}>;


export type CreateAccountMutation = { readonly __typename: 'Mutation', readonly createAccount: { readonly __typename: 'NewAccount', readonly id: string, readonly login: string, readonly password: string } };

export type DisableAccountMutationVariables = Exact<{
  accountId: string;
  reason: string;
}>;


export type DisableAccountMutation = { readonly __typename: 'Mutation', readonly disableAccount: { readonly __typename: 'Account', readonly id: string, readonly login: string, readonly name: string, readonly kind: Types.AccountKind, readonly status: Types.AccountStatus, readonly personId: string | null, readonly talentId: string | null, readonly partnerId: string | null, readonly roleCode: string | null, readonly oidcIssuer: string | null, readonly oidcSubject: string | null, readonly demo: boolean, readonly createdAt: string, readonly allowedSteps: ReadonlyArray<string> } };

export type EnableAccountMutationVariables = Exact<{
  accountId: string;
}>;


export type EnableAccountMutation = { readonly __typename: 'Mutation', readonly enableAccount: { readonly __typename: 'Account', readonly id: string, readonly login: string, readonly name: string, readonly kind: Types.AccountKind, readonly status: Types.AccountStatus, readonly personId: string | null, readonly talentId: string | null, readonly partnerId: string | null, readonly roleCode: string | null, readonly oidcIssuer: string | null, readonly oidcSubject: string | null, readonly demo: boolean, readonly createdAt: string, readonly allowedSteps: ReadonlyArray<string> } };

export type ResetPasswordMutationVariables = Exact<{
  accountId: string;
}>;


export type ResetPasswordMutation = { readonly __typename: 'Mutation', readonly resetPassword: { readonly __typename: 'NewAccount', readonly id: string, readonly login: string, readonly password: string } };

export type UnbindTotpMutationVariables = Exact<{
  accountId: string;
}>;


export type UnbindTotpMutation = { readonly __typename: 'Mutation', readonly unbindTotp: { readonly __typename: 'Account', readonly id: string, readonly login: string, readonly name: string, readonly kind: Types.AccountKind, readonly status: Types.AccountStatus, readonly personId: string | null, readonly talentId: string | null, readonly partnerId: string | null, readonly roleCode: string | null, readonly oidcIssuer: string | null, readonly oidcSubject: string | null, readonly demo: boolean, readonly createdAt: string, readonly allowedSteps: ReadonlyArray<string> } };

export type LinkOidcMutationVariables = Exact<{
  accountId: string;
  issuer: string;
  subject: string;
}>;


export type LinkOidcMutation = { readonly __typename: 'Mutation', readonly linkOidc: { readonly __typename: 'Account', readonly id: string, readonly login: string, readonly name: string, readonly kind: Types.AccountKind, readonly status: Types.AccountStatus, readonly personId: string | null, readonly talentId: string | null, readonly partnerId: string | null, readonly roleCode: string | null, readonly oidcIssuer: string | null, readonly oidcSubject: string | null, readonly demo: boolean, readonly createdAt: string, readonly allowedSteps: ReadonlyArray<string> } };

export type SeatAccountMutationVariables = Exact<{
  accountId: string;
  postId: string;
  validFrom: string;
  document?: string | null | undefined;
}>;


export type SeatAccountMutation = { readonly __typename: 'Mutation', readonly seat: { readonly __typename: 'Appointment', readonly id: string, readonly validFrom: string } };

export type GiveRoleMutationVariables = Exact<{
  postId: string;
  role: string;
}>;


export type GiveRoleMutation = { readonly __typename: 'Mutation', readonly giveRole: { readonly __typename: 'PostRole', readonly id: string, readonly roleCode: string } };

export type WithdrawRoleMutationVariables = Exact<{
  postId: string;
  role: string;
}>;


export type WithdrawRoleMutation = { readonly __typename: 'Mutation', readonly withdrawRole: { readonly __typename: 'Post', readonly id: string } };

export type SetScopeMutationVariables = Exact<{
  postId: string;
  unitId?: string | null | undefined;
}>;


export type SetScopeMutation = { readonly __typename: 'Mutation', readonly setScope: { readonly __typename: 'Post', readonly id: string } };
export const AccountsDocument = /* @__PURE__ */ typedDocument<AccountsQuery, AccountsQueryVariables>('75e66c7353bdc4c487fb48718fa55e77de76d9bc488ac31930a0b8b6e6bd6db7', "query Accounts($text: String, $kind: AccountKind, $status: AccountStatus, $first: Int!, $after: String) { accounts( text: $text kind: $kind status: $status first: $first after: $after ) { __typename totalCount pageInfo { __typename hasNextPage endCursor } nodes { __typename ...AccountLine } } } fragment AccountLine on Account { __typename id login name kind status personId talentId partnerId roleCode oidcIssuer oidcSubject demo createdAt allowedSteps }")
export const AccountPageDocument = /* @__PURE__ */ typedDocument<AccountPageQuery, AccountPageQueryVariables>('42eebbe4351e6a67f6733f6a0d6d4aaa0c8fd4f3aec9b24bc1d88ec9a1446b78', "query AccountPage($id: UUID!) { account(id: $id) { __typename ...AccountLine } } fragment AccountLine on Account { __typename id login name kind status personId talentId partnerId roleCode oidcIssuer oidcSubject demo createdAt allowedSteps }")
export const SeatsOfDocument = /* @__PURE__ */ typedDocument<SeatsOfQuery, SeatsOfQueryVariables>('36426319985899813420350670bad89d63c41950cc7fcc27fd81a0ecae0fdbd4', "query SeatsOf($personId: UUID!) { appointments(personId: $personId, first: 30) { __typename nodes { __typename id validFrom validUntil document post { __typename id name unit { __typename id shortName } } } } }")
export const PostsOfDocument = /* @__PURE__ */ typedDocument<PostsOfQuery, PostsOfQueryVariables>('a0a70663fe963d95481ed57ac1e0fe7b00f953eb5e657e4ec3b772043544b194', "query PostsOf($unitId: UUID!) { posts(unitId: $unitId, first: 100) { __typename nodes { __typename id name shared } } }")
export const RolesOfDocument = /* @__PURE__ */ typedDocument<RolesOfQuery, RolesOfQueryVariables>('3eed874b1433f86cdc9c7c756515f8c39c22ce76aebbe5cc48327e93f59c8c47', "query RolesOf($postId: UUID!) { postRoles(postId: $postId) { __typename id roleCode } postScopes(postId: $postId) { __typename id unit { __typename id shortName } } }")
export const RoleNamesDocument = /* @__PURE__ */ typedDocument<RoleNamesQuery, RoleNamesQueryVariables>('13e9281353892b99d5a1c8a7b29f762bf0f1cab144ec66c49e73499f5ba2596b', "query RoleNames { entries(kind: \"role\") { __typename id code name body } }")
export const CreateAccountDocument = /* @__PURE__ */ typedDocument<CreateAccountMutation, CreateAccountMutationVariables>('aade6a479d05b0b8fc77142dd53fc8d0f35ad65aef1711e7fe6fd4d2afc97ca1', "mutation CreateAccount($login: String!, $name: String!, $kind: AccountKind!, $role: String, $talentId: UUID, $partnerId: UUID, $personId: UUID) { createAccount( login: $login name: $name kind: $kind role: $role talentId: $talentId partnerId: $partnerId personId: $personId ) { __typename id login password } }")
export const DisableAccountDocument = /* @__PURE__ */ typedDocument<DisableAccountMutation, DisableAccountMutationVariables>('3c37f3b3af6ea447ab1f01f8c0969811517b66ecac88634b1bb4d4df0b497623', "mutation DisableAccount($accountId: UUID!, $reason: String!) { disableAccount(accountId: $accountId, reason: $reason) { __typename ...AccountLine } } fragment AccountLine on Account { __typename id login name kind status personId talentId partnerId roleCode oidcIssuer oidcSubject demo createdAt allowedSteps }")
export const EnableAccountDocument = /* @__PURE__ */ typedDocument<EnableAccountMutation, EnableAccountMutationVariables>('b7ea32513c4c389642f620ac868fd629b629267f3041bd64f9a90b7465a607df', "mutation EnableAccount($accountId: UUID!) { enableAccount(accountId: $accountId) { __typename ...AccountLine } } fragment AccountLine on Account { __typename id login name kind status personId talentId partnerId roleCode oidcIssuer oidcSubject demo createdAt allowedSteps }")
export const ResetPasswordDocument = /* @__PURE__ */ typedDocument<ResetPasswordMutation, ResetPasswordMutationVariables>('9443bb1323a7900d347fd35d133999724ffc4b04aa4078db1112c4cd092d20d4', "mutation ResetPassword($accountId: UUID!) { resetPassword(accountId: $accountId) { __typename id login password } }")
export const UnbindTotpDocument = /* @__PURE__ */ typedDocument<UnbindTotpMutation, UnbindTotpMutationVariables>('0d46e05cb7c5598f0052835702904e20a0d6ed69253a924ac4f68e2406e05bf5', "mutation UnbindTotp($accountId: UUID!) { unbindTotp(accountId: $accountId) { __typename ...AccountLine } } fragment AccountLine on Account { __typename id login name kind status personId talentId partnerId roleCode oidcIssuer oidcSubject demo createdAt allowedSteps }")
export const LinkOidcDocument = /* @__PURE__ */ typedDocument<LinkOidcMutation, LinkOidcMutationVariables>('b580bea72987fad6ea9822ba53bcd69c7f187f0f3e4514a422f864bb68fefccf', "mutation LinkOidc($accountId: UUID!, $issuer: String!, $subject: String!) { linkOidc(accountId: $accountId, issuer: $issuer, subject: $subject) { __typename ...AccountLine } } fragment AccountLine on Account { __typename id login name kind status personId talentId partnerId roleCode oidcIssuer oidcSubject demo createdAt allowedSteps }")
export const SeatAccountDocument = /* @__PURE__ */ typedDocument<SeatAccountMutation, SeatAccountMutationVariables>('95712f96619689c87bc8047599539f541327efb492b72f5dec73f9d09fa57060', "mutation SeatAccount($accountId: UUID!, $postId: UUID!, $validFrom: Date!, $document: String) { seat( accountId: $accountId postId: $postId validFrom: $validFrom document: $document ) { __typename id validFrom } }")
export const GiveRoleDocument = /* @__PURE__ */ typedDocument<GiveRoleMutation, GiveRoleMutationVariables>('3607ab9b637333193a38f8d968c5aa5fe1759fc0120d331a6a25e41b7f805143', "mutation GiveRole($postId: UUID!, $role: String!) { giveRole(postId: $postId, role: $role) { __typename id roleCode } }")
export const WithdrawRoleDocument = /* @__PURE__ */ typedDocument<WithdrawRoleMutation, WithdrawRoleMutationVariables>('5e734183aa4a5dac5fe5e24cc1d5312146662a5ee0a160b544196ff04771bc75', "mutation WithdrawRole($postId: UUID!, $role: String!) { withdrawRole(postId: $postId, role: $role) { __typename id } }")
export const SetScopeDocument = /* @__PURE__ */ typedDocument<SetScopeMutation, SetScopeMutationVariables>('2a938e9d1d2d82c8bc8f5f85d91a038eff533a5a322fa56b62a77cefb8969438', "mutation SetScope($postId: UUID!, $unitId: UUID) { setScope(postId: $postId, unitId: $unitId) { __typename id } }")
