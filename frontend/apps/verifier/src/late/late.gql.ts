// Written by tools/codegen.ts from late.graphql. Do not edit.
import { typedDocument } from '@kit/graphql/light'
import type * as Types from '../../../../kit/graphql/schema.gql'
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };


export type RecordLateUseMutationVariables = Exact<{
  cardNumber: string;
  service: string;
  occurredAt: string;
  amount: number;
  key: string;
}>;


export type RecordLateUseMutation = { readonly __typename: 'Mutation', readonly recordRedemption: { readonly __typename: 'Redemption', readonly id: string, readonly serviceCode: string, readonly serviceName: string, readonly day: string, readonly occurredAt: string, readonly amount: number, readonly status: Types.RedemptionStatus, readonly reason: string, readonly reversibleUntil: string | null } };

export type CounterServicesQueryVariables = Exact<{ [key: string]: never; }>;


export type CounterServicesQuery = { readonly __typename: 'Query', readonly counterServices: ReadonlyArray<{ readonly __typename: 'CounterService', readonly code: string, readonly name: string }> };
export const RecordLateUseDocument = /* @__PURE__ */ typedDocument<RecordLateUseMutation, RecordLateUseMutationVariables>('6dc591806d684cf575b631866236aac786a0bbe8a113126ba84b606717575d1e', '')
export const CounterServicesDocument = /* @__PURE__ */ typedDocument<CounterServicesQuery, CounterServicesQueryVariables>('84c382e12fa66f51fb08c34ccb8b5441e81d32dcf82349f1de0e170da2e3433f', '')
