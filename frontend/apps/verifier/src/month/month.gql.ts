// Written by tools/codegen.ts from month.graphql. Do not edit.
import { typedDocument } from '@kit/graphql/light'
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
export type CounterMonthQueryVariables = Exact<{
  month: string;
}>;


export type CounterMonthQuery = { readonly __typename: 'Query', readonly counterMonth: { readonly __typename: 'CounterMonth', readonly month: string, readonly providerName: string, readonly services: ReadonlyArray<{ readonly __typename: 'ServiceMonth', readonly serviceCode: string, readonly serviceName: string, readonly uses: number, readonly reversals: number, readonly net: number, readonly settledOn: string, readonly settled: boolean }> } };
export const CounterMonthDocument = /* @__PURE__ */ typedDocument<CounterMonthQuery, CounterMonthQueryVariables>('68e5315e3c18dc789217a3bfc88cb149410cc0fa3cd8b2dd76a3ec4cdb203e8b', '')
