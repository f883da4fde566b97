import { type CombinedError, Client, cacheExchange, fetchExchange, mapExchange } from '@urql/core'
import { persistedExchange } from '@urql/exchange-persisted'
import { hashOf } from './document'

/** Every request that a browser makes with its cookie carries this: a page of another site cannot set it. */
export const HEADERS = { 'x-bole-request': '1' }

/** The client of one app. Answers are kept by document; a command's answer makes what shows the same types be read anew. `failed` hears every refusal of a whole request. */
export function createGraphql(failed: (error: CombinedError) => void): Client {
  return new Client({
    url: '/graphql',
    preferGetMethod: false,
    // urql's default Accept lists text/event-stream too, which here means a subscription.
    fetchOptions: {
      headers: { ...HEADERS, accept: 'application/graphql-response+json, application/json' },
    },
    exchanges: [
      cacheExchange,
      mapExchange({ onError: failed }),
      persistedExchange({
        enforcePersistedQueries: true,
        enableForMutation: true,
        preferGetForPersistedQueries: false,
        generateHash: async (_text, document) => hashOf(document),
      }),
      fetchExchange,
    ],
  })
}
