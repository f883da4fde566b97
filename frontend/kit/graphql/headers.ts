/** Every request that a browser makes with its cookie carries this: a page of another site cannot set it. */
export const HEADERS = { 'x-bole-request': '1' }

/** The default Accept of GraphQL clients lists text/event-stream too, which here means a subscription. */
export const ACCEPT = { accept: 'application/graphql-response+json, application/json' }
