// Written by tools/codegen.ts from partners.graphql. Do not edit.
import { typedDocument } from '@kit/graphql/document'
import type * as Types from '../../../../../kit/graphql/schema.gql'
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };


export type PartnerLineFragment = { readonly __typename: 'Partner', readonly id: string, readonly code: string, readonly name: string, readonly roleCode: string, readonly status: Types.PartnerStatus, readonly contact: string | null, readonly allowedSteps: ReadonlyArray<string>, readonly keys: ReadonlyArray<{ readonly __typename: 'PartnerKey', readonly id: string, readonly keyId: string, readonly algorithm: Types.KeyAlgorithm, readonly validFrom: string, readonly validUntil: string, readonly revokedAt: string | null }>, readonly grants: ReadonlyArray<{ readonly __typename: 'PartnerGrant', readonly id: string, readonly serviceCode: string, readonly validFrom: string, readonly validUntil: string | null }> };

export type PartnersQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
}>;


export type PartnersQuery = { readonly __typename: 'Query', readonly partners: { readonly __typename: 'PartnerPage', readonly totalCount: number, readonly pageInfo: { readonly __typename: 'PageInfo', readonly hasNextPage: boolean, readonly endCursor: string | null }, readonly nodes: ReadonlyArray<{ readonly __typename: 'Partner', readonly id: string, readonly code: string, readonly name: string, readonly status: Types.PartnerStatus, readonly keys: ReadonlyArray<{ readonly __typename: 'PartnerKey', readonly id: string, readonly validUntil: string, readonly revokedAt: string | null }>, readonly grants: ReadonlyArray<{ readonly __typename: 'PartnerGrant', readonly id: string, readonly serviceCode: string }> }> } };

export type PartnerPageQueryVariables = Exact<{
  id: string;
}>;


export type PartnerPageQuery = { readonly __typename: 'Query', readonly partner: { readonly __typename: 'Partner', readonly id: string, readonly code: string, readonly name: string, readonly roleCode: string, readonly status: Types.PartnerStatus, readonly contact: string | null, readonly allowedSteps: ReadonlyArray<string>, readonly keys: ReadonlyArray<{ readonly __typename: 'PartnerKey', readonly id: string, readonly keyId: string, readonly algorithm: Types.KeyAlgorithm, readonly validFrom: string, readonly validUntil: string, readonly revokedAt: string | null }>, readonly grants: ReadonlyArray<{ readonly __typename: 'PartnerGrant', readonly id: string, readonly serviceCode: string, readonly validFrom: string, readonly validUntil: string | null }> } | null };

export type ServiceNamesQueryVariables = Exact<{ [key: string]: never; }>;


export type ServiceNamesQuery = { readonly __typename: 'Query', readonly entries: ReadonlyArray<{ readonly __typename: 'CatalogueEntry', readonly id: string, readonly code: string, readonly name: string }> };

export type RegisterPartnerMutationVariables = Exact<{
  code: string;
  name: string;
  role: string;
  contact?: string | null | undefined;
}>;


export type RegisterPartnerMutation = { readonly __typename: 'Mutation', readonly registerPartner: { readonly __typename: 'Partner', readonly id: string, readonly code: string, readonly name: string, readonly roleCode: string, readonly status: Types.PartnerStatus, readonly contact: string | null, readonly allowedSteps: ReadonlyArray<string>, readonly keys: ReadonlyArray<{ readonly __typename: 'PartnerKey', readonly id: string, readonly keyId: string, readonly algorithm: Types.KeyAlgorithm, readonly validFrom: string, readonly validUntil: string, readonly revokedAt: string | null }>, readonly grants: ReadonlyArray<{ readonly __typename: 'PartnerGrant', readonly id: string, readonly serviceCode: string, readonly validFrom: string, readonly validUntil: string | null }> } };

export type SuspendPartnerMutationVariables = Exact<{
  partnerId: string;
}>;


export type SuspendPartnerMutation = { readonly __typename: 'Mutation', readonly suspendPartner: { readonly __typename: 'Partner', readonly id: string, readonly code: string, readonly name: string, readonly roleCode: string, readonly status: Types.PartnerStatus, readonly contact: string | null, readonly allowedSteps: ReadonlyArray<string>, readonly keys: ReadonlyArray<{ readonly __typename: 'PartnerKey', readonly id: string, readonly keyId: string, readonly algorithm: Types.KeyAlgorithm, readonly validFrom: string, readonly validUntil: string, readonly revokedAt: string | null }>, readonly grants: ReadonlyArray<{ readonly __typename: 'PartnerGrant', readonly id: string, readonly serviceCode: string, readonly validFrom: string, readonly validUntil: string | null }> } };

export type ResumePartnerMutationVariables = Exact<{
  partnerId: string;
}>;


export type ResumePartnerMutation = { readonly __typename: 'Mutation', readonly resumePartner: { readonly __typename: 'Partner', readonly id: string, readonly code: string, readonly name: string, readonly roleCode: string, readonly status: Types.PartnerStatus, readonly contact: string | null, readonly allowedSteps: ReadonlyArray<string>, readonly keys: ReadonlyArray<{ readonly __typename: 'PartnerKey', readonly id: string, readonly keyId: string, readonly algorithm: Types.KeyAlgorithm, readonly validFrom: string, readonly validUntil: string, readonly revokedAt: string | null }>, readonly grants: ReadonlyArray<{ readonly __typename: 'PartnerGrant', readonly id: string, readonly serviceCode: string, readonly validFrom: string, readonly validUntil: string | null }> } };

export type AddPartnerKeyMutationVariables = Exact<{
  partnerId: string;
  publicKey: string;
  days: number;
}>;


export type AddPartnerKeyMutation = { readonly __typename: 'Mutation', readonly addPartnerKey: { readonly __typename: 'PartnerKey', readonly id: string, readonly keyId: string, readonly partner: { readonly __typename: 'Partner', readonly id: string, readonly code: string, readonly name: string, readonly roleCode: string, readonly status: Types.PartnerStatus, readonly contact: string | null, readonly allowedSteps: ReadonlyArray<string>, readonly keys: ReadonlyArray<{ readonly __typename: 'PartnerKey', readonly id: string, readonly keyId: string, readonly algorithm: Types.KeyAlgorithm, readonly validFrom: string, readonly validUntil: string, readonly revokedAt: string | null }>, readonly grants: ReadonlyArray<{ readonly __typename: 'PartnerGrant', readonly id: string, readonly serviceCode: string, readonly validFrom: string, readonly validUntil: string | null }> } } };

export type IssuePartnerSecretMutationVariables = Exact<{
  partnerId: string;
  days: number;
}>;


export type IssuePartnerSecretMutation = { readonly __typename: 'Mutation', readonly issuePartnerSecret: { readonly __typename: 'IssuedSecret', readonly keyId: string, readonly secret: string, readonly validUntil: string } };

export type RevokePartnerKeyMutationVariables = Exact<{
  keyId: string;
}>;


export type RevokePartnerKeyMutation = { readonly __typename: 'Mutation', readonly revokePartnerKey: { readonly __typename: 'PartnerKey', readonly id: string, readonly revokedAt: string | null } };

export type GrantServiceMutationVariables = Exact<{
  partnerId: string;
  service: string;
  validFrom?: string | null | undefined;
  validUntil?: string | null | undefined;
}>;


export type GrantServiceMutation = { readonly __typename: 'Mutation', readonly grantService: { readonly __typename: 'PartnerGrant', readonly id: string, readonly serviceCode: string } };

export type WithdrawServiceMutationVariables = Exact<{
  partnerId: string;
  service: string;
}>;


export type WithdrawServiceMutation = { readonly __typename: 'Mutation', readonly withdrawService: { readonly __typename: 'Partner', readonly id: string, readonly code: string, readonly name: string, readonly roleCode: string, readonly status: Types.PartnerStatus, readonly contact: string | null, readonly allowedSteps: ReadonlyArray<string>, readonly keys: ReadonlyArray<{ readonly __typename: 'PartnerKey', readonly id: string, readonly keyId: string, readonly algorithm: Types.KeyAlgorithm, readonly validFrom: string, readonly validUntil: string, readonly revokedAt: string | null }>, readonly grants: ReadonlyArray<{ readonly __typename: 'PartnerGrant', readonly id: string, readonly serviceCode: string, readonly validFrom: string, readonly validUntil: string | null }> } };
export const PartnersDocument = /* @__PURE__ */ typedDocument<PartnersQuery, PartnersQueryVariables>('597cac8327d34f6580f316cbd2a9df8071ac4b41238d331d6130e88a406e0dc3', "query Partners($first: Int!, $after: String) { partners(first: $first, after: $after) { __typename totalCount pageInfo { __typename hasNextPage endCursor } nodes { __typename id code name status keys(first: 5) { __typename id validUntil revokedAt } grants(first: 10) { __typename id serviceCode } } } }")
export const PartnerPageDocument = /* @__PURE__ */ typedDocument<PartnerPageQuery, PartnerPageQueryVariables>('ba1987e8d5eae433671687f296c2883cb338bc398c06abc1c56d1955455d51b8', "query PartnerPage($id: UUID!) { partner(id: $id) { __typename ...PartnerLine } } fragment PartnerLine on Partner { __typename id code name roleCode status contact allowedSteps keys(first: 20) { __typename id keyId algorithm validFrom validUntil revokedAt } grants(first: 50) { __typename id serviceCode validFrom validUntil } }")
export const ServiceNamesDocument = /* @__PURE__ */ typedDocument<ServiceNamesQuery, ServiceNamesQueryVariables>('f5cdaf642e7e3acb930047ef3de4da287177329702e8757e2a8e9d3ec209bdb8', "query ServiceNames { entries(kind: \"card_service\") { __typename id code name } }")
export const RegisterPartnerDocument = /* @__PURE__ */ typedDocument<RegisterPartnerMutation, RegisterPartnerMutationVariables>('4dc81d89a006a83b0e6e5f50a2419c3a3f44d2d4c7b75a4ac1b17c51c3e285c6', "mutation RegisterPartner($code: String!, $name: String!, $role: String!, $contact: String) { registerPartner(code: $code, name: $name, role: $role, contact: $contact) { __typename ...PartnerLine } } fragment PartnerLine on Partner { __typename id code name roleCode status contact allowedSteps keys(first: 20) { __typename id keyId algorithm validFrom validUntil revokedAt } grants(first: 50) { __typename id serviceCode validFrom validUntil } }")
export const SuspendPartnerDocument = /* @__PURE__ */ typedDocument<SuspendPartnerMutation, SuspendPartnerMutationVariables>('88a4f7dc79b016c09de1f6d5d746c4b144e572bcdc617bf80b362219019ba72a', "mutation SuspendPartner($partnerId: UUID!) { suspendPartner(partnerId: $partnerId) { __typename ...PartnerLine } } fragment PartnerLine on Partner { __typename id code name roleCode status contact allowedSteps keys(first: 20) { __typename id keyId algorithm validFrom validUntil revokedAt } grants(first: 50) { __typename id serviceCode validFrom validUntil } }")
export const ResumePartnerDocument = /* @__PURE__ */ typedDocument<ResumePartnerMutation, ResumePartnerMutationVariables>('c4839577c2ae91a875f827990d2c393b731bc7a4e14d7ec6fa63c6306fef3583', "mutation ResumePartner($partnerId: UUID!) { resumePartner(partnerId: $partnerId) { __typename ...PartnerLine } } fragment PartnerLine on Partner { __typename id code name roleCode status contact allowedSteps keys(first: 20) { __typename id keyId algorithm validFrom validUntil revokedAt } grants(first: 50) { __typename id serviceCode validFrom validUntil } }")
export const AddPartnerKeyDocument = /* @__PURE__ */ typedDocument<AddPartnerKeyMutation, AddPartnerKeyMutationVariables>('24f2047fe4dce8974da282bdcedc16b3b52b068f06abc2c19cf952d8a8c41bcb', "mutation AddPartnerKey($partnerId: UUID!, $publicKey: String!, $days: Int!) { addPartnerKey(partnerId: $partnerId, publicKey: $publicKey, days: $days) { __typename id keyId partner { __typename ...PartnerLine } } } fragment PartnerLine on Partner { __typename id code name roleCode status contact allowedSteps keys(first: 20) { __typename id keyId algorithm validFrom validUntil revokedAt } grants(first: 50) { __typename id serviceCode validFrom validUntil } }")
export const IssuePartnerSecretDocument = /* @__PURE__ */ typedDocument<IssuePartnerSecretMutation, IssuePartnerSecretMutationVariables>('50668ac12e79e2e19d40aabff65220702ae5c465bcfd5016dd6593a82b3d5292', "mutation IssuePartnerSecret($partnerId: UUID!, $days: Int!) { issuePartnerSecret(partnerId: $partnerId, days: $days) { __typename keyId secret validUntil } }")
export const RevokePartnerKeyDocument = /* @__PURE__ */ typedDocument<RevokePartnerKeyMutation, RevokePartnerKeyMutationVariables>('71801ae7f9bcdc2eb10067661d2e69e6163c793c95a3050aed95be7c65619684', "mutation RevokePartnerKey($keyId: UUID!) { revokePartnerKey(keyId: $keyId) { __typename id revokedAt } }")
export const GrantServiceDocument = /* @__PURE__ */ typedDocument<GrantServiceMutation, GrantServiceMutationVariables>('ca863cf402fce43d8f8d052c899876cb679dac251b5aa9445815947918031e0a', "mutation GrantService($partnerId: UUID!, $service: String!, $validFrom: Date, $validUntil: Date) { grantService( partnerId: $partnerId service: $service validFrom: $validFrom validUntil: $validUntil ) { __typename id serviceCode } }")
export const WithdrawServiceDocument = /* @__PURE__ */ typedDocument<WithdrawServiceMutation, WithdrawServiceMutationVariables>('e8ee805aaca21284d39765408f3fb9590d5fe4066cb6948bfc9a31b3a9768f3a', "mutation WithdrawService($partnerId: UUID!, $service: String!) { withdrawService(partnerId: $partnerId, service: $service) { __typename ...PartnerLine } } fragment PartnerLine on Partner { __typename id code name roleCode status contact allowedSteps keys(first: 20) { __typename id keyId algorithm validFrom validUntil revokedAt } grants(first: 50) { __typename id serviceCode validFrom validUntil } }")
