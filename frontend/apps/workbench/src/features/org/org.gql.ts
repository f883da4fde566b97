// Written by tools/codegen.ts from org.graphql. Do not edit.
import { typedDocument } from '@kit/graphql/document'
import type * as Types from '../../../../../kit/graphql/schema.gql'
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };


export type UnitsQueryVariables = Exact<{
  text?: string | null | undefined;
  kind?: Types.UnitKind | null | undefined;
  first: number;
  after?: string | null | undefined;
}>;


export type UnitsQuery = { readonly __typename: 'Query', readonly units: { readonly __typename: 'UnitPage', readonly totalCount: number, readonly pageInfo: { readonly __typename: 'PageInfo', readonly hasNextPage: boolean, readonly endCursor: string | null }, readonly nodes: ReadonlyArray<{ readonly __typename: 'Unit', readonly id: string, readonly name: string, readonly shortName: string, readonly kind: Types.UnitKind, readonly code: string, readonly depth: number, readonly validUntil: string | null }> } };

export type UnitPageQueryVariables = Exact<{
  id: string;
}>;


export type UnitPageQuery = { readonly __typename: 'Query', readonly unit: { readonly __typename: 'Unit', readonly id: string, readonly name: string, readonly shortName: string, readonly kind: Types.UnitKind, readonly code: string, readonly divisionCode: string | null, readonly keyEmployer: boolean, readonly validFrom: string, readonly validUntil: string | null, readonly childCount: number, readonly parent: { readonly __typename: 'Unit', readonly id: string, readonly shortName: string } | null, readonly supervisor: { readonly __typename: 'Unit', readonly id: string, readonly shortName: string } | null, readonly successor: { readonly __typename: 'Unit', readonly id: string, readonly shortName: string } | null, readonly names: ReadonlyArray<{ readonly __typename: 'UnitName', readonly id: string, readonly name: string, readonly validFrom: string, readonly validUntil: string | null }>, readonly memberships: ReadonlyArray<{ readonly __typename: 'Membership', readonly id: string, readonly validFrom: string, readonly validUntil: string | null, readonly group: { readonly __typename: 'Unit', readonly id: string, readonly shortName: string } }>, readonly posts: ReadonlyArray<{ readonly __typename: 'Post', readonly id: string, readonly name: string, readonly code: string, readonly leaderLevel: Types.LeaderLevel | null, readonly commissioner: Types.Commissioner | null, readonly shared: boolean, readonly validUntil: string | null, readonly appointments: ReadonlyArray<{ readonly __typename: 'Appointment', readonly id: string, readonly personName: string, readonly document: string | null, readonly validFrom: string, readonly validUntil: string | null }> }> } | null, readonly memberships: ReadonlyArray<{ readonly __typename: 'Membership', readonly id: string, readonly validFrom: string, readonly unit: { readonly __typename: 'Unit', readonly id: string, readonly shortName: string } }> };

export type UnitsWithoutCommissionersQueryVariables = Exact<{ [key: string]: never; }>;


export type UnitsWithoutCommissionersQuery = { readonly __typename: 'Query', readonly unitsWithoutCommissioners: ReadonlyArray<{ readonly __typename: 'Unit', readonly id: string, readonly shortName: string, readonly kind: Types.UnitKind }> };

export type LeadingGroupsQueryVariables = Exact<{ [key: string]: never; }>;


export type LeadingGroupsQuery = { readonly __typename: 'Query', readonly units: { readonly __typename: 'UnitPage', readonly nodes: ReadonlyArray<{ readonly __typename: 'Unit', readonly id: string, readonly shortName: string }> } };

export type CreateUnitMutationVariables = Exact<{
  parentId: string;
  kind: Types.UnitKind;
  code: string;
  name: string;
  shortName?: string | null | undefined;
  divisionCode?: string | null | undefined;
  supervisorId?: string | null | undefined;
  validFrom?: string | null | undefined;
}>;


export type CreateUnitMutation = { readonly __typename: 'Mutation', readonly createUnit: { readonly __typename: 'Unit', readonly id: string } };

export type RenameUnitMutationVariables = Exact<{
  unitId: string;
  name: string;
  shortName?: string | null | undefined;
  fromDay?: string | null | undefined;
}>;


export type RenameUnitMutation = { readonly __typename: 'Mutation', readonly renameUnit: { readonly __typename: 'Unit', readonly id: string } };

export type CloseUnitMutationVariables = Exact<{
  unitId: string;
  lastDay: string;
  successorId?: string | null | undefined;
}>;


export type CloseUnitMutation = { readonly __typename: 'Mutation', readonly closeUnit: { readonly __typename: 'Unit', readonly id: string } };

export type CreatePostMutationVariables = Exact<{
  unitId: string;
  code: string;
  name: string;
  leaderLevel?: Types.LeaderLevel | null | undefined;
  commissioner?: Types.Commissioner | null | undefined;
  shared: boolean;
  validFrom?: string | null | undefined;
}>;


export type CreatePostMutation = { readonly __typename: 'Mutation', readonly createPost: { readonly __typename: 'Post', readonly id: string, readonly unit: { readonly __typename: 'Unit', readonly id: string } } };

export type AppointMutationVariables = Exact<{
  postId: string;
  personName: string;
  validFrom: string;
  validUntil?: string | null | undefined;
  document?: string | null | undefined;
}>;


export type AppointMutation = { readonly __typename: 'Mutation', readonly appoint: { readonly __typename: 'Appointment', readonly id: string, readonly post: { readonly __typename: 'Post', readonly id: string, readonly unit: { readonly __typename: 'Unit', readonly id: string } } } };

export type EndAppointmentMutationVariables = Exact<{
  appointmentId: string;
  lastDay: string;
  document?: string | null | undefined;
}>;


export type EndAppointmentMutation = { readonly __typename: 'Mutation', readonly endAppointment: { readonly __typename: 'Appointment', readonly id: string } };

export type JoinGroupMutationVariables = Exact<{
  groupId: string;
  unitId: string;
  fromDay?: string | null | undefined;
}>;


export type JoinGroupMutation = { readonly __typename: 'Mutation', readonly joinGroup: { readonly __typename: 'Membership', readonly id: string } };

export type LeaveGroupMutationVariables = Exact<{
  groupId: string;
  unitId: string;
  lastDay: string;
}>;


export type LeaveGroupMutation = { readonly __typename: 'Mutation', readonly leaveGroup: { readonly __typename: 'Membership', readonly id: string } };
export const UnitsDocument = /* @__PURE__ */ typedDocument<UnitsQuery, UnitsQueryVariables>('dddb17d0e16a2dd94644efe455a082c6bc5120fe08a669b8e8566ca0cf7f74dc', "query Units($text: String, $kind: UnitKind, $first: Int!, $after: String) { units(text: $text, kind: $kind, first: $first, after: $after) { __typename totalCount pageInfo { __typename hasNextPage endCursor } nodes { __typename id name shortName kind code depth validUntil } } }")
export const UnitPageDocument = /* @__PURE__ */ typedDocument<UnitPageQuery, UnitPageQueryVariables>('45bccb19892ff4688c2fc6b9f710070e5235eb895f8a606ef0f71cdbbe4e9312', "query UnitPage($id: UUID!) { unit(id: $id) { __typename id name shortName kind code divisionCode keyEmployer validFrom validUntil childCount parent { __typename id shortName } supervisor { __typename id shortName } successor { __typename id shortName } names { __typename id name validFrom validUntil } memberships { __typename id validFrom validUntil group { __typename id shortName } } posts(first: 60) { __typename id name code leaderLevel commissioner shared validUntil appointments(first: 12) { __typename id personName document validFrom validUntil } } } memberships(groupId: $id) { __typename id validFrom unit { __typename id shortName } } }")
export const UnitsWithoutCommissionersDocument = /* @__PURE__ */ typedDocument<UnitsWithoutCommissionersQuery, UnitsWithoutCommissionersQueryVariables>('0ef8adc97eb84d010f14aa6586aa9a4eda2871c16bd5ad651a4f53af8ace2953', "query UnitsWithoutCommissioners { unitsWithoutCommissioners { __typename id shortName kind } }")
export const LeadingGroupsDocument = /* @__PURE__ */ typedDocument<LeadingGroupsQuery, LeadingGroupsQueryVariables>('9e3549e85e923b9375bead8731cc2657bcb852fcd3db31af314a279fc3cd767a', "query LeadingGroups { units(kind: LEADING_GROUP, first: 50) { __typename nodes { __typename id shortName } } }")
export const CreateUnitDocument = /* @__PURE__ */ typedDocument<CreateUnitMutation, CreateUnitMutationVariables>('e24d60790f9947bfcc7549578b9e438c7f40957a4431a4cb7a399573bcfa7085', "mutation CreateUnit($parentId: UUID!, $kind: UnitKind!, $code: String!, $name: String!, $shortName: String, $divisionCode: String, $supervisorId: UUID, $validFrom: Date) { createUnit( parentId: $parentId kind: $kind code: $code name: $name shortName: $shortName divisionCode: $divisionCode supervisorId: $supervisorId validFrom: $validFrom ) { __typename id } }")
export const RenameUnitDocument = /* @__PURE__ */ typedDocument<RenameUnitMutation, RenameUnitMutationVariables>('0773cee140a2736324125e68267814b61fff9f8825b8d97d52006343d97c8668', "mutation RenameUnit($unitId: UUID!, $name: String!, $shortName: String, $fromDay: Date) { renameUnit( unitId: $unitId name: $name shortName: $shortName fromDay: $fromDay ) { __typename id } }")
export const CloseUnitDocument = /* @__PURE__ */ typedDocument<CloseUnitMutation, CloseUnitMutationVariables>('4c46cfc9200f3c1fdff1a9fa1aa4d4f20af5054b773bfdc91c4387b08b32c39a', "mutation CloseUnit($unitId: UUID!, $lastDay: Date!, $successorId: UUID) { closeUnit(unitId: $unitId, lastDay: $lastDay, successorId: $successorId) { __typename id } }")
export const CreatePostDocument = /* @__PURE__ */ typedDocument<CreatePostMutation, CreatePostMutationVariables>('b1b112d83c75d2adf646c8b9c468a74feeb3dfe9c2152e7a5ee62303b0a09ce0', "mutation CreatePost($unitId: UUID!, $code: String!, $name: String!, $leaderLevel: LeaderLevel, $commissioner: Commissioner, $shared: Boolean!, $validFrom: Date) { createPost( unitId: $unitId code: $code name: $name leaderLevel: $leaderLevel commissioner: $commissioner shared: $shared validFrom: $validFrom ) { __typename id unit { __typename id } } }")
export const AppointDocument = /* @__PURE__ */ typedDocument<AppointMutation, AppointMutationVariables>('291709f687733a1576f276510682ce1885bc707928950b6886ad4c3e4c9b00f9', "mutation Appoint($postId: UUID!, $personName: String!, $validFrom: Date!, $validUntil: Date, $document: String) { appoint( postId: $postId personName: $personName validFrom: $validFrom validUntil: $validUntil document: $document ) { __typename id post { __typename id unit { __typename id } } } }")
export const EndAppointmentDocument = /* @__PURE__ */ typedDocument<EndAppointmentMutation, EndAppointmentMutationVariables>('bfd2f261e22b357f1722a88e4b9cfb543a032ac4b3dc59c14946387533f7f9bb', "mutation EndAppointment($appointmentId: UUID!, $lastDay: Date!, $document: String) { endAppointment( appointmentId: $appointmentId lastDay: $lastDay document: $document ) { __typename id } }")
export const JoinGroupDocument = /* @__PURE__ */ typedDocument<JoinGroupMutation, JoinGroupMutationVariables>('15272e1c23b36e86b2d4113cd2b0f8735586fa801a0585d1d8fb2d0812d5c53d', "mutation JoinGroup($groupId: UUID!, $unitId: UUID!, $fromDay: Date) { joinGroup(groupId: $groupId, unitId: $unitId, fromDay: $fromDay) { __typename id } }")
export const LeaveGroupDocument = /* @__PURE__ */ typedDocument<LeaveGroupMutation, LeaveGroupMutationVariables>('076c1a4108725fea3203bfd9dc1e65e87bb2aef3a224a774c7e1584dc3b78202', "mutation LeaveGroup($groupId: UUID!, $unitId: UUID!, $lastDay: Date!) { leaveGroup(groupId: $groupId, unitId: $unitId, lastDay: $lastDay) { __typename id } }")
