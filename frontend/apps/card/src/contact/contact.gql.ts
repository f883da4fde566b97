// Written by tools/codegen.ts from contact.graphql. Do not edit.
import { typedDocument } from '@kit/graphql/document'
import type * as Types from '../../../../kit/graphql/schema.gql'
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };


export type MyLeadersQueryVariables = Exact<{ [key: string]: never; }>;


export type MyLeadersQuery = { readonly __typename: 'Query', readonly myContactLeaders: ReadonlyArray<{ readonly __typename: 'ContactAssignment', readonly id: string, readonly status: Types.AssignmentStatus, readonly level: Types.LeaderLevel, readonly lastContactOn: string | null, readonly nextDueOn: string, readonly post: { readonly __typename: 'Post', readonly id: string, readonly name: string, readonly unit: { readonly __typename: 'Unit', readonly id: string, readonly name: string } }, readonly appointment: { readonly __typename: 'Appointment', readonly id: string, readonly personName: string } | null }> };

export type NeedShownFragment = { readonly __typename: 'Need', readonly id: string, readonly kindName: string | null, readonly content: string, readonly status: Types.NeedStatus, readonly raisedOn: string, readonly dueOn: string | null, readonly overdue: boolean, readonly result: string | null, readonly finishedOn: string | null, readonly settledOn: string | null, readonly returnReason: string | null, readonly handlerUnit: { readonly __typename: 'Unit', readonly id: string, readonly name: string } | null };

export type MyNeedsQueryVariables = Exact<{
  first: number;
  after?: string | null | undefined;
}>;


export type MyNeedsQuery = { readonly __typename: 'Query', readonly myNeeds: { readonly __typename: 'NeedPage', readonly totalCount: number, readonly pageInfo: { readonly __typename: 'PageInfo', readonly hasNextPage: boolean, readonly endCursor: string | null }, readonly nodes: ReadonlyArray<{ readonly __typename: 'Need', readonly id: string, readonly kindName: string | null, readonly content: string, readonly status: Types.NeedStatus, readonly raisedOn: string, readonly dueOn: string | null, readonly overdue: boolean, readonly result: string | null, readonly finishedOn: string | null, readonly settledOn: string | null, readonly returnReason: string | null, readonly handlerUnit: { readonly __typename: 'Unit', readonly id: string, readonly name: string } | null }> } };

export type NeedKindsQueryVariables = Exact<{ [key: string]: never; }>;


export type NeedKindsQuery = { readonly __typename: 'Query', readonly entries: ReadonlyArray<{ readonly __typename: 'CatalogueEntry', readonly id: string, readonly body: unknown }> };

export type RaiseNeedMutationVariables = Exact<{
  content: string;
  kind?: string | null | undefined;
}>;


export type RaiseNeedMutation = { readonly __typename: 'Mutation', readonly raiseNeed: { readonly __typename: 'Need', readonly id: string, readonly kindName: string | null, readonly content: string, readonly status: Types.NeedStatus, readonly raisedOn: string, readonly dueOn: string | null, readonly overdue: boolean, readonly result: string | null, readonly finishedOn: string | null, readonly settledOn: string | null, readonly returnReason: string | null, readonly handlerUnit: { readonly __typename: 'Unit', readonly id: string, readonly name: string } | null } };

export type ConfirmNeedMutationVariables = Exact<{
  needId: string;
}>;


export type ConfirmNeedMutation = { readonly __typename: 'Mutation', readonly confirmNeed: { readonly __typename: 'Need', readonly id: string, readonly kindName: string | null, readonly content: string, readonly status: Types.NeedStatus, readonly raisedOn: string, readonly dueOn: string | null, readonly overdue: boolean, readonly result: string | null, readonly finishedOn: string | null, readonly settledOn: string | null, readonly returnReason: string | null, readonly handlerUnit: { readonly __typename: 'Unit', readonly id: string, readonly name: string } | null } };

export type SendBackNeedMutationVariables = Exact<{
  needId: string;
  reason: string;
}>;


export type SendBackNeedMutation = { readonly __typename: 'Mutation', readonly sendBackNeed: { readonly __typename: 'Need', readonly id: string, readonly kindName: string | null, readonly content: string, readonly status: Types.NeedStatus, readonly raisedOn: string, readonly dueOn: string | null, readonly overdue: boolean, readonly result: string | null, readonly finishedOn: string | null, readonly settledOn: string | null, readonly returnReason: string | null, readonly handlerUnit: { readonly __typename: 'Unit', readonly id: string, readonly name: string } | null } };
export const MyLeadersDocument = /* @__PURE__ */ typedDocument<MyLeadersQuery, MyLeadersQueryVariables>('8baafb0d5238211361d4bbfe11a394f9c8c7abad8cfba43b78796ff04611a5f0', "query MyLeaders { myContactLeaders { __typename id status level lastContactOn nextDueOn post { __typename id name unit { __typename id name } } appointment { __typename id personName } } }")
export const MyNeedsDocument = /* @__PURE__ */ typedDocument<MyNeedsQuery, MyNeedsQueryVariables>('374f867bc33c01fe76573e99b71f4a776b51e983c07b08b3060e878fae948cd5', "query MyNeeds($first: Int!, $after: String) { myNeeds(first: $first, after: $after) { __typename totalCount pageInfo { __typename hasNextPage endCursor } nodes { __typename ...NeedShown } } } fragment NeedShown on Need { __typename id kindName content status raisedOn dueOn overdue result finishedOn settledOn returnReason handlerUnit { __typename id name } }")
export const NeedKindsDocument = /* @__PURE__ */ typedDocument<NeedKindsQuery, NeedKindsQueryVariables>('d1934fb5243f068d58e991a1107a0cd9d019290da8cc7b9d16561362a21c1a96', "query NeedKinds { entries(kind: \"contact_cadence\") { __typename id body } }")
export const RaiseNeedDocument = /* @__PURE__ */ typedDocument<RaiseNeedMutation, RaiseNeedMutationVariables>('f2e118080f87a5eae384464e59981af67bb2d80a6fb7102e23ea681727e576a2', "mutation RaiseNeed($content: String!, $kind: String) { raiseNeed(content: $content, kind: $kind) { __typename ...NeedShown } } fragment NeedShown on Need { __typename id kindName content status raisedOn dueOn overdue result finishedOn settledOn returnReason handlerUnit { __typename id name } }")
export const ConfirmNeedDocument = /* @__PURE__ */ typedDocument<ConfirmNeedMutation, ConfirmNeedMutationVariables>('e975573c6f1edfea61dbfb6d6e1f88d65c995b03e7ae3826a12a17e773e7bb3a', "mutation ConfirmNeed($needId: UUID!) { confirmNeed(needId: $needId) { __typename ...NeedShown } } fragment NeedShown on Need { __typename id kindName content status raisedOn dueOn overdue result finishedOn settledOn returnReason handlerUnit { __typename id name } }")
export const SendBackNeedDocument = /* @__PURE__ */ typedDocument<SendBackNeedMutation, SendBackNeedMutationVariables>('fe1689af1b23c632ce749977c59f004fc33f4633b90825a7a3cdc9b2c9b7f7d1', "mutation SendBackNeed($needId: UUID!, $reason: String!) { sendBackNeed(needId: $needId, reason: $reason) { __typename ...NeedShown } } fragment NeedShown on Need { __typename id kindName content status raisedOn dueOn overdue result finishedOn settledOn returnReason handlerUnit { __typename id name } }")
