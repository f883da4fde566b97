import type { Refusal } from './errors'
import { ACCEPT, HEADERS } from './headers'
import { headersOnce } from './once'

/** An operation as the lightest app knows it: by its hash alone, for the text is the server's. */
export type Light<Result, Variables> = {
  readonly hash: string
  /** Never there: it ties the types to the operation. */
  readonly __types?: (variables: Variables) => Result
}
export const typedDocument = <Result, Variables>(hash: string, _body: string): Light<Result, Variables> => ({ hash })

/** What the backend refused; `refusal.code` is OFFLINE where it was never reached. */
export class RefusedByServer extends Error {
  constructor(readonly refusal: Refusal) {
    super(refusal.message)
  }
}

/** After so long a network that took the question and brought no answer is told as gone. */
const PATIENCE = 20_000

/** Runs one operation without a cache. `key` makes a command one act however often it is sent. Throws RefusedByServer. */
export async function ask<Result, Variables>(
  document: Light<Result, Variables>,
  variables: Variables,
  key?: string,
): Promise<Result> {
  let answer: Response
  const patience = new AbortController()
  const over = setTimeout(() => patience.abort(), PATIENCE)
  try {
    answer = await fetch('/graphql', {
      method: 'POST',
      signal: patience.signal,
      headers: {
        ...(key ? headersOnce(key) : { ...HEADERS, ...ACCEPT }),
        'content-type': 'application/json',
      },
      body: JSON.stringify({ documentId: document.hash, variables }),
    })
  } catch {
    throw new RefusedByServer({ code: 'OFFLINE', message: '网络不通，没有收到答复。请检查网络后重试。', facts: {} })
  } finally {
    clearTimeout(over)
  }
  const told = await answer.json().catch(() => ({}))
  const [problem] = told.errors ?? []
  if (!problem && told.data) return told.data as Result
  const { code = 'INTERNAL', field, ...facts } = problem?.extensions ?? {}
  const message: string = problem?.message ?? `服务暂时无法使用（${answer.status}），请稍后重试。`
  throw new RefusedByServer({ code, message, field, facts })
}
