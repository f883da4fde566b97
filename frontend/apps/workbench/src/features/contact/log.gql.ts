// Written by tools/codegen.ts from log.graphql. Do not edit.
import { typedDocument } from '@kit/graphql/document'
import type * as Types from '../../../../../kit/graphql/schema.gql'
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };


export type ConsequencesFragment = { readonly __typename: 'ContactLog', readonly needs: ReadonlyArray<{ readonly __typename: 'Need', readonly id: string, readonly content: string, readonly kindName: string | null, readonly status: Types.NeedStatus }>, readonly suggestions: ReadonlyArray<{ readonly __typename: 'Suggestion', readonly id: string, readonly content: string, readonly status: Types.SuggestionStatus, readonly reply: string | null }>, readonly proposedChanges: ReadonlyArray<{ readonly __typename: 'ProposedChange', readonly id: string, readonly field: string, readonly value: string | null, readonly status: Types.ChangeStatus }> };

export type LogLineFragment = { readonly __typename: 'ContactLog', readonly id: string, readonly occurredOn: string, readonly mode: Types.ContactMode, readonly status: Types.LogStatus, readonly postThen: string, readonly leaderThen: string, readonly recordedByName: string, readonly confidentiality: Types.Confidentiality, readonly place: string | null, readonly allowedSteps: ReadonlyArray<string>, readonly talent: { readonly __typename: 'Talent', readonly id: string, readonly name: string }, readonly post: { readonly __typename: 'Post', readonly id: string, readonly name: string } };

export type ContactLogsQueryVariables = Exact<{
  status?: Types.LogStatus | null | undefined;
  since?: string | null | undefined;
  until?: string | null | undefined;
  first: number;
  after?: string | null | undefined;
}>;


export type ContactLogsQuery = { readonly __typename: 'Query', readonly contactLogs: { readonly __typename: 'ContactLogPage', readonly totalCount: number, readonly pageInfo: { readonly __typename: 'PageInfo', readonly hasNextPage: boolean, readonly endCursor: string | null }, readonly nodes: ReadonlyArray<{ readonly __typename: 'ContactLog', readonly id: string, readonly occurredOn: string, readonly mode: Types.ContactMode, readonly status: Types.LogStatus, readonly postThen: string, readonly leaderThen: string, readonly recordedByName: string, readonly confidentiality: Types.Confidentiality, readonly place: string | null, readonly allowedSteps: ReadonlyArray<string>, readonly talent: { readonly __typename: 'Talent', readonly id: string, readonly name: string }, readonly post: { readonly __typename: 'Post', readonly id: string, readonly name: string } }> } };

export type PlannedContactsQueryVariables = Exact<{ [key: string]: never; }>;


export type PlannedContactsQuery = { readonly __typename: 'Query', readonly planned: { readonly __typename: 'ContactLogPage', readonly nodes: ReadonlyArray<{ readonly __typename: 'ContactLog', readonly attendees: string | null, readonly id: string, readonly occurredOn: string, readonly mode: Types.ContactMode, readonly status: Types.LogStatus, readonly postThen: string, readonly leaderThen: string, readonly recordedByName: string, readonly confidentiality: Types.Confidentiality, readonly place: string | null, readonly allowedSteps: ReadonlyArray<string>, readonly talent: { readonly __typename: 'Talent', readonly id: string, readonly name: string }, readonly post: { readonly __typename: 'Post', readonly id: string, readonly name: string } }> }, readonly lapsed: { readonly __typename: 'ContactLogPage', readonly nodes: ReadonlyArray<{ readonly __typename: 'ContactLog', readonly attendees: string | null, readonly id: string, readonly occurredOn: string, readonly mode: Types.ContactMode, readonly status: Types.LogStatus, readonly postThen: string, readonly leaderThen: string, readonly recordedByName: string, readonly confidentiality: Types.Confidentiality, readonly place: string | null, readonly allowedSteps: ReadonlyArray<string>, readonly talent: { readonly __typename: 'Talent', readonly id: string, readonly name: string }, readonly post: { readonly __typename: 'Post', readonly id: string, readonly name: string } }> } };

export type ContactLogQueryVariables = Exact<{
  id: string;
}>;


export type ContactLogQuery = { readonly __typename: 'Query', readonly contactLog: { readonly __typename: 'ContactLog', readonly version: number, readonly recordedOn: string | null, readonly amendedByName: string | null, readonly attendees: string | null, readonly greeting: string | null, readonly condition: string | null, readonly need: string | null, readonly advice: string | null, readonly cancelReason: string | null, readonly reviewNote: string | null, readonly id: string, readonly occurredOn: string, readonly mode: Types.ContactMode, readonly status: Types.LogStatus, readonly postThen: string, readonly leaderThen: string, readonly recordedByName: string, readonly confidentiality: Types.Confidentiality, readonly place: string | null, readonly allowedSteps: ReadonlyArray<string>, readonly talent: { readonly __typename: 'Talent', readonly id: string, readonly name: string }, readonly post: { readonly __typename: 'Post', readonly id: string, readonly name: string }, readonly needs: ReadonlyArray<{ readonly __typename: 'Need', readonly id: string, readonly content: string, readonly kindName: string | null, readonly status: Types.NeedStatus }>, readonly suggestions: ReadonlyArray<{ readonly __typename: 'Suggestion', readonly id: string, readonly content: string, readonly status: Types.SuggestionStatus, readonly reply: string | null }>, readonly proposedChanges: ReadonlyArray<{ readonly __typename: 'ProposedChange', readonly id: string, readonly field: string, readonly value: string | null, readonly status: Types.ChangeStatus }> } | null };

export type AmendContactMutationVariables = Exact<{
  logId: string;
  version: number;
  contact: Types.ContactWordsIn;
}>;


export type AmendContactMutation = { readonly __typename: 'Mutation', readonly amendContact: { readonly __typename: 'ContactLog', readonly id: string, readonly version: number, readonly needs: ReadonlyArray<{ readonly __typename: 'Need', readonly id: string, readonly content: string, readonly kindName: string | null, readonly status: Types.NeedStatus }>, readonly suggestions: ReadonlyArray<{ readonly __typename: 'Suggestion', readonly id: string, readonly content: string, readonly status: Types.SuggestionStatus, readonly reply: string | null }>, readonly proposedChanges: ReadonlyArray<{ readonly __typename: 'ProposedChange', readonly id: string, readonly field: string, readonly value: string | null, readonly status: Types.ChangeStatus }> } };

export type SubmitContactMutationVariables = Exact<{
  logId: string;
}>;


export type SubmitContactMutation = { readonly __typename: 'Mutation', readonly submitContact: { readonly __typename: 'ContactLog', readonly id: string, readonly status: Types.LogStatus } };

export type HandBackContactMutationVariables = Exact<{
  logId: string;
  note: string;
}>;


export type HandBackContactMutation = { readonly __typename: 'Mutation', readonly handBackContact: { readonly __typename: 'ContactLog', readonly id: string, readonly status: Types.LogStatus } };

export type ArchiveContactMutationVariables = Exact<{
  logId: string;
  note?: string | null | undefined;
}>;


export type ArchiveContactMutation = { readonly __typename: 'Mutation', readonly archiveContact: { readonly __typename: 'ContactLog', readonly id: string, readonly status: Types.LogStatus } };
export const ContactLogsDocument = /* @__PURE__ */ typedDocument<ContactLogsQuery, ContactLogsQueryVariables>('aece2d3acd623210c6e04b5943a91f1a1493b92307fa8dcc395b7d6b5eb54c8a', "query ContactLogs($status: LogStatus, $since: Date, $until: Date, $first: Int!, $after: String) { contactLogs( status: $status since: $since until: $until first: $first after: $after ) { __typename totalCount pageInfo { __typename hasNextPage endCursor } nodes { __typename ...LogLine } } } fragment LogLine on ContactLog { __typename id occurredOn mode status postThen leaderThen recordedByName confidentiality place allowedSteps talent { __typename id name } post { __typename id name } }")
export const PlannedContactsDocument = /* @__PURE__ */ typedDocument<PlannedContactsQuery, PlannedContactsQueryVariables>('a191478ec4b8f4794a80ef31cd2968971255f8d7c742961da8d238a60f1f0f2e', "query PlannedContacts { planned: contactLogs(status: PLANNED, first: 20) { __typename nodes { __typename ...LogLine attendees } } lapsed: contactLogs(status: LAPSED, first: 20) { __typename nodes { __typename ...LogLine attendees } } } fragment LogLine on ContactLog { __typename id occurredOn mode status postThen leaderThen recordedByName confidentiality place allowedSteps talent { __typename id name } post { __typename id name } }")
export const ContactLogDocument = /* @__PURE__ */ typedDocument<ContactLogQuery, ContactLogQueryVariables>('4aaaddc46245e95913ab8ae65ce5bf6740ba12dfc0f32691d859feab576f1d49', "query ContactLog($id: UUID!) { contactLog(id: $id) { __typename ...LogLine version recordedOn amendedByName attendees greeting condition need advice cancelReason reviewNote ...Consequences } } fragment Consequences on ContactLog { __typename needs { __typename id content kindName status } suggestions { __typename id content status reply } proposedChanges { __typename id field value status } } fragment LogLine on ContactLog { __typename id occurredOn mode status postThen leaderThen recordedByName confidentiality place allowedSteps talent { __typename id name } post { __typename id name } }")
export const AmendContactDocument = /* @__PURE__ */ typedDocument<AmendContactMutation, AmendContactMutationVariables>('0a27f8f46bdf40cf647a1eb57634c7c3bd5c4fb896cb7c01b9fb4fc8bf100bb5', "mutation AmendContact($logId: UUID!, $version: Int!, $contact: ContactWordsIn!) { amendContact(logId: $logId, version: $version, contact: $contact) { __typename id version ...Consequences } } fragment Consequences on ContactLog { __typename needs { __typename id content kindName status } suggestions { __typename id content status reply } proposedChanges { __typename id field value status } }")
export const SubmitContactDocument = /* @__PURE__ */ typedDocument<SubmitContactMutation, SubmitContactMutationVariables>('441e05bad3fc5e364f5b68369f82296f56967166722b3e52ffec84055d3232d0', "mutation SubmitContact($logId: UUID!) { submitContact(logId: $logId) { __typename id status } }")
export const HandBackContactDocument = /* @__PURE__ */ typedDocument<HandBackContactMutation, HandBackContactMutationVariables>('6b2ef406fd10cac54816b1bc0e1f2e4edde00042f25e7c5c860db596c63ada08', "mutation HandBackContact($logId: UUID!, $note: String!) { handBackContact(logId: $logId, note: $note) { __typename id status } }")
export const ArchiveContactDocument = /* @__PURE__ */ typedDocument<ArchiveContactMutation, ArchiveContactMutationVariables>('ac44dcf45fe242b4b42cc3e52b0ef71cbfd829d34995a0088f48583606dec7a9', "mutation ArchiveContact($logId: UUID!, $note: String) { archiveContact(logId: $logId, note: $note) { __typename id status } }")
