import { type CombinedError, Client, cacheExchange, fetchExchange, mapExchange } from '@urql/core'
import { persistedExchange } from '@urql/exchange-persisted'
import { hashOf } from './document'
import { ACCEPT, HEADERS } from './headers'

/** The client of one app. Answers are kept by document; a command's answer makes what shows the same types be read anew. `failed` hears every refusal of a whole request. */
export function createGraphql(failed: (error: CombinedError) => void): Client {
  return new Client({
    url: '/graphql',
    preferGetMethod: false,
    fetchOptions: { headers: { ...HEADERS, ...ACCEPT } },
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
