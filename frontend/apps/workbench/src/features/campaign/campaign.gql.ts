// Written by tools/codegen.ts from campaign.graphql. Do not edit.
import { typedDocument } from '@kit/graphql/document'
import type * as Types from '../../../../../kit/graphql/schema.gql'
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };


export type CampaignShownFragment = { readonly __typename: 'Campaign', readonly id: string, readonly quarter: string, readonly openedOn: string, readonly dueOn: string, readonly remindOn: string, readonly undoMinutes: number, readonly status: Types.CampaignStatus, readonly openedBy: string, readonly closedOn: string | null, readonly closedReason: string | null, readonly remindedOn: string | null };

export type CampaignsQueryVariables = Exact<{ [key: string]: never; }>;


export type CampaignsQuery = { readonly __typename: 'Query', readonly campaigns: { readonly __typename: 'CampaignPage', readonly nodes: ReadonlyArray<{ readonly __typename: 'Campaign', readonly id: string, readonly quarter: string, readonly openedOn: string, readonly dueOn: string, readonly remindOn: string, readonly undoMinutes: number, readonly status: Types.CampaignStatus, readonly openedBy: string, readonly closedOn: string | null, readonly closedReason: string | null, readonly remindedOn: string | null }> } };

export type CampaignHeadQueryVariables = Exact<{
  id: string;
}>;


export type CampaignHeadQuery = { readonly __typename: 'Query', readonly campaign: { readonly __typename: 'Campaign', readonly id: string, readonly quarter: string, readonly openedOn: string, readonly dueOn: string, readonly remindOn: string, readonly undoMinutes: number, readonly status: Types.CampaignStatus, readonly openedBy: string, readonly closedOn: string | null, readonly closedReason: string | null, readonly remindedOn: string | null } | null, readonly campaignDue: { readonly __typename: 'DueExplained', readonly dueOn: string, readonly summary: string, readonly provisional: string | null } };

export type CampaignProgressQueryVariables = Exact<{
  id: string;
  unitId?: string | null | undefined;
}>;


export type CampaignProgressQuery = { readonly __typename: 'Query', readonly campaignProgress: ReadonlyArray<{ readonly __typename: 'UnitProgress', readonly unitId: string, readonly unit: string, readonly closed: boolean, readonly records: number, readonly pending: number, readonly confirmed: number, readonly changed: number, readonly left: number, readonly unconfirmed: number, readonly rate: number | null }> };

export type CampaignListQueryVariables = Exact<{
  id: string;
  unitId?: string | null | undefined;
  status?: Types.ItemStatus | null | undefined;
  first: number;
  after?: string | null | undefined;
}>;


export type CampaignListQuery = { readonly __typename: 'Query', readonly campaignItems: { readonly __typename: 'CampaignItemPage', readonly totalCount: number, readonly pageInfo: { readonly __typename: 'PageInfo', readonly hasNextPage: boolean, readonly endCursor: string | null }, readonly nodes: ReadonlyArray<{ readonly __typename: 'CampaignItem', readonly id: string, readonly status: Types.ItemStatus, readonly answeredAt: string | null, readonly answeredBy: string | null, readonly note: string | null, readonly talent: { readonly __typename: 'Talent', readonly id: string, readonly name: string, readonly status: Types.TalentStatus, readonly levelName: string | null, readonly employerName: string | null, readonly position: string | null, readonly phoneMasked: string | null, readonly changedAt: string, readonly unit: { readonly __typename: 'Unit', readonly id: string, readonly shortName: string } } | null }> } };

export type OpenCampaignMutationVariables = Exact<{
  quarter: string;
}>;


export type OpenCampaignMutation = { readonly __typename: 'Mutation', readonly openCampaign: { readonly __typename: 'Campaign', readonly id: string, readonly quarter: string, readonly openedOn: string, readonly dueOn: string, readonly remindOn: string, readonly undoMinutes: number, readonly status: Types.CampaignStatus, readonly openedBy: string, readonly closedOn: string | null, readonly closedReason: string | null, readonly remindedOn: string | null } };

export type CloseCampaignMutationVariables = Exact<{
  id: string;
  reason: string;
}>;


export type CloseCampaignMutation = { readonly __typename: 'Mutation', readonly closeCampaign: { readonly __typename: 'Campaign', readonly id: string, readonly quarter: string, readonly openedOn: string, readonly dueOn: string, readonly remindOn: string, readonly undoMinutes: number, readonly status: Types.CampaignStatus, readonly openedBy: string, readonly closedOn: string | null, readonly closedReason: string | null, readonly remindedOn: string | null } };

export type UrgeCampaignMutationVariables = Exact<{
  id: string;
  unitId: string;
}>;


export type UrgeCampaignMutation = { readonly __typename: 'Mutation', readonly urgeCampaign: { readonly __typename: 'Campaign', readonly id: string } };

export type ConfirmItemsMutationVariables = Exact<{
  ids: ReadonlyArray<string> | string;
}>;


export type ConfirmItemsMutation = { readonly __typename: 'Mutation', readonly confirmCampaignItems: { readonly __typename: 'AnswerOutcome', readonly done: number, readonly rows: ReadonlyArray<{ readonly __typename: 'ItemOutcome', readonly itemId: string, readonly done: boolean, readonly words: string }> } };

export type UndoItemsMutationVariables = Exact<{
  ids: ReadonlyArray<string> | string;
}>;


export type UndoItemsMutation = { readonly __typename: 'Mutation', readonly undoCampaignItems: { readonly __typename: 'AnswerOutcome', readonly done: number, readonly rows: ReadonlyArray<{ readonly __typename: 'ItemOutcome', readonly itemId: string, readonly done: boolean, readonly words: string }> } };

export type MarkLeftMutationVariables = Exact<{
  id: string;
  leftOn: string;
  reason: Types.DepartureReason;
  toldTo: string;
  toldOn: string;
  destination?: string | null | undefined;
  note?: string | null | undefined;
}>;


export type MarkLeftMutation = { readonly __typename: 'Mutation', readonly markLeftInCampaign: { readonly __typename: 'CampaignItem', readonly id: string, readonly status: Types.ItemStatus, readonly note: string | null, readonly answeredAt: string | null, readonly answeredBy: string | null } };
export const CampaignsDocument = /* @__PURE__ */ typedDocument<CampaignsQuery, CampaignsQueryVariables>('6f91fdf0943fda8838cb9f7c905f859c784ef0c2a996360f64bfc352f02e1a16', "query Campaigns { campaigns(first: 40) { __typename nodes { __typename ...CampaignShown } } } fragment CampaignShown on Campaign { __typename id quarter openedOn dueOn remindOn undoMinutes status openedBy closedOn closedReason remindedOn }")
export const CampaignHeadDocument = /* @__PURE__ */ typedDocument<CampaignHeadQuery, CampaignHeadQueryVariables>('5d67042dc9d1aaef0343043206ba21ee49620bc22859f4863dffec98ffd73833', "query CampaignHead($id: UUID!) { campaign(id: $id) { __typename ...CampaignShown } campaignDue(campaignId: $id) { __typename dueOn summary provisional } } fragment CampaignShown on Campaign { __typename id quarter openedOn dueOn remindOn undoMinutes status openedBy closedOn closedReason remindedOn }")
export const CampaignProgressDocument = /* @__PURE__ */ typedDocument<CampaignProgressQuery, CampaignProgressQueryVariables>('1171d96946f40bfa2283b4968e173b5313ada91c04773feae071e271ce41be04', "query CampaignProgress($id: UUID!, $unitId: UUID) { campaignProgress(campaignId: $id, unitId: $unitId) { __typename unitId unit closed records pending confirmed changed left unconfirmed rate } }")
export const CampaignListDocument = /* @__PURE__ */ typedDocument<CampaignListQuery, CampaignListQueryVariables>('c5bbb3459e3909acce9c1f11b24618a84cd908b89aa6f12d9ae76263fbdeec0a', "query CampaignList($id: UUID!, $unitId: UUID, $status: ItemStatus, $first: Int!, $after: String) { campaignItems( campaignId: $id unitId: $unitId status: $status first: $first after: $after ) { __typename totalCount pageInfo { __typename hasNextPage endCursor } nodes { __typename id status answeredAt answeredBy note talent { __typename id name status levelName employerName position phoneMasked changedAt unit { __typename id shortName } } } } }")
export const OpenCampaignDocument = /* @__PURE__ */ typedDocument<OpenCampaignMutation, OpenCampaignMutationVariables>('de04214a6c8f90e864cd881fea9a1f3d9a4a487bd4cd46823facdf818b4934c8', "mutation OpenCampaign($quarter: String!) { openCampaign(quarter: $quarter) { __typename ...CampaignShown } } fragment CampaignShown on Campaign { __typename id quarter openedOn dueOn remindOn undoMinutes status openedBy closedOn closedReason remindedOn }")
export const CloseCampaignDocument = /* @__PURE__ */ typedDocument<CloseCampaignMutation, CloseCampaignMutationVariables>('87cfdd374bed2c7ac0fe7f37c6647ca36a981d301b2995fe0b181b2afa9f5f2f', "mutation CloseCampaign($id: UUID!, $reason: String!) { closeCampaign(campaignId: $id, reason: $reason) { __typename ...CampaignShown } } fragment CampaignShown on Campaign { __typename id quarter openedOn dueOn remindOn undoMinutes status openedBy closedOn closedReason remindedOn }")
export const UrgeCampaignDocument = /* @__PURE__ */ typedDocument<UrgeCampaignMutation, UrgeCampaignMutationVariables>('24cdcd55a46f6d26e3b3cd652f2ed1f3030ec3c4e04ecc80ccc90e7e2db28299', "mutation UrgeCampaign($id: UUID!, $unitId: UUID!) { urgeCampaign(campaignId: $id, unitId: $unitId) { __typename id } }")
export const ConfirmItemsDocument = /* @__PURE__ */ typedDocument<ConfirmItemsMutation, ConfirmItemsMutationVariables>('9738f7a9f422a4d3a879617aab70970bc42b596354ee8c57384baff8856b72c6', "mutation ConfirmItems($ids: [UUID!]!) { confirmCampaignItems(itemIds: $ids) { __typename done rows { __typename itemId done words } } }")
export const UndoItemsDocument = /* @__PURE__ */ typedDocument<UndoItemsMutation, UndoItemsMutationVariables>('bf004780f41edf2bf5655db0cdce5843bd35999ba80194325f84660d1b1dfdf5', "mutation UndoItems($ids: [UUID!]!) { undoCampaignItems(itemIds: $ids) { __typename done rows { __typename itemId done words } } }")
export const MarkLeftDocument = /* @__PURE__ */ typedDocument<MarkLeftMutation, MarkLeftMutationVariables>('2595a5aa6ead328c5159bdb7983f354c209bb188568fbc780706d57e6016d2f2', "mutation MarkLeft($id: UUID!, $leftOn: Date!, $reason: DepartureReason!, $toldTo: String!, $toldOn: Date!, $destination: String, $note: String) { markLeftInCampaign( itemId: $id leftOn: $leftOn reason: $reason toldTo: $toldTo toldOn: $toldOn destination: $destination note: $note ) { __typename id status note answeredAt answeredBy } }")
