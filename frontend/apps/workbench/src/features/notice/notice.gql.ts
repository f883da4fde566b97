// Written by tools/codegen.ts from notice.graphql. Do not edit.
import { typedDocument } from '@kit/graphql/document'
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
export type NoticeLineFragment = { readonly __typename: 'Notice', readonly id: string, readonly kind: string, readonly title: string, readonly body: string, readonly about: string, readonly aboutId: string | null, readonly createdAt: string, readonly readAt: string | null };

export type UnreadNoticesQueryVariables = Exact<{ [key: string]: never; }>;


export type UnreadNoticesQuery = { readonly __typename: 'Query', readonly notices: { readonly __typename: 'NoticePage', readonly totalCount: number, readonly nodes: ReadonlyArray<{ readonly __typename: 'Notice', readonly id: string, readonly kind: string, readonly title: string, readonly body: string, readonly about: string, readonly aboutId: string | null, readonly createdAt: string, readonly readAt: string | null }> } };

export type NoticesPageQueryVariables = Exact<{
  unread: boolean;
  first: number;
  after?: string | null | undefined;
}>;


export type NoticesPageQuery = { readonly __typename: 'Query', readonly notices: { readonly __typename: 'NoticePage', readonly totalCount: number, readonly pageInfo: { readonly __typename: 'PageInfo', readonly hasNextPage: boolean, readonly endCursor: string | null }, readonly nodes: ReadonlyArray<{ readonly __typename: 'Notice', readonly id: string, readonly kind: string, readonly title: string, readonly body: string, readonly about: string, readonly aboutId: string | null, readonly createdAt: string, readonly readAt: string | null }> } };

export type MarkNoticesReadMutationVariables = Exact<{
  ids: ReadonlyArray<string> | string;
}>;


export type MarkNoticesReadMutation = { readonly __typename: 'Mutation', readonly markNoticesRead: ReadonlyArray<{ readonly __typename: 'Notice', readonly id: string, readonly readAt: string | null }> };

export type NoticeArrivedSubscriptionVariables = Exact<{ [key: string]: never; }>;


export type NoticeArrivedSubscription = { readonly __typename: 'Subscription', readonly noticeArrived: { readonly __typename: 'Notice', readonly id: string, readonly kind: string, readonly title: string, readonly body: string, readonly about: string, readonly aboutId: string | null, readonly createdAt: string, readonly readAt: string | null } };
export const UnreadNoticesDocument = /* @__PURE__ */ typedDocument<UnreadNoticesQuery, UnreadNoticesQueryVariables>('d7a7161791667b2cf5c7c02df3c0db60235c700302e2945f3213d486859decba', "query UnreadNotices { notices(unread: true, first: 20) { __typename totalCount nodes { __typename ...NoticeLine } } } fragment NoticeLine on Notice { __typename id kind title body about aboutId createdAt readAt }")
export const NoticesPageDocument = /* @__PURE__ */ typedDocument<NoticesPageQuery, NoticesPageQueryVariables>('00b5fd9445e0d7cdec0af9f455fd2fae52532417bb4730a5a018d2cc4749d4bf', "query NoticesPage($unread: Boolean!, $first: Int!, $after: String) { notices(unread: $unread, first: $first, after: $after) { __typename totalCount pageInfo { __typename hasNextPage endCursor } nodes { __typename ...NoticeLine } } } fragment NoticeLine on Notice { __typename id kind title body about aboutId createdAt readAt }")
export const MarkNoticesReadDocument = /* @__PURE__ */ typedDocument<MarkNoticesReadMutation, MarkNoticesReadMutationVariables>('6cb7143cb450153b3cafa05995cec1cd862ec773ca51183fe5516ac6be3e7f0d', "mutation MarkNoticesRead($ids: [UUID!]!) { markNoticesRead(ids: $ids) { __typename id readAt } }")
export const NoticeArrivedDocument = /* @__PURE__ */ typedDocument<NoticeArrivedSubscription, NoticeArrivedSubscriptionVariables>('4de06c1629de9cd70c37841c91324296f609ddeb1840b32a66e6201e1cc4ac6a', "subscription NoticeArrived { noticeArrived { __typename ...NoticeLine } } fragment NoticeLine on Notice { __typename id kind title body about aboutId createdAt readAt }")
