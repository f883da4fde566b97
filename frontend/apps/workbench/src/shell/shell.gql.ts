// Written by tools/codegen.ts from shell.graphql. Do not edit.
import { typedDocument } from '@kit/graphql/document'
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
export type FindPeopleQueryVariables = Exact<{
  text: string;
}>;


export type FindPeopleQuery = { readonly __typename: 'Query', readonly talents: { readonly __typename: 'TalentPage', readonly nodes: ReadonlyArray<{ readonly __typename: 'Talent', readonly id: string, readonly name: string, readonly levelName: string | null, readonly employerName: string | null, readonly unit: { readonly __typename: 'Unit', readonly id: string, readonly shortName: string } }> } };

export type ChoosePostMutationVariables = Exact<{
  postId: string;
}>;


export type ChoosePostMutation = { readonly __typename: 'Mutation', readonly choosePost: { readonly __typename: 'Session', readonly id: string } };
export const FindPeopleDocument = /* @__PURE__ */ typedDocument<FindPeopleQuery, FindPeopleQueryVariables>('8b37c3416667dfb4966728f6cd426c798af9456991a895ac7327405854a5b1e3', "query FindPeople($text: String!) { talents(search: $text, first: 8) { __typename nodes { __typename id name levelName employerName unit { __typename id shortName } } } }")
export const ChoosePostDocument = /* @__PURE__ */ typedDocument<ChoosePostMutation, ChoosePostMutationVariables>('97f9be1f0424e0593ff65320cca714b38308cb06f73ec8fcbaeb459cfae2a4c1', "mutation ChoosePost($postId: UUID!) { choosePost(postId: $postId) { __typename id } }")
