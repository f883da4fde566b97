import { type APIRequestContext, type Browser, expect, request } from '@playwright/test'
import { sessionOf } from './fixtures'

type Answer = { data: Record<string, any>; errors?: { message: string; extensions: { code: string } }[] }

/** Somebody at an interface of their own, beside the phone under test. */
export async function beside(browser: Browser, login: string, baseURL: string) {
  const context: APIRequestContext = await request.newContext({
    baseURL,
    storageState: await sessionOf(browser, login, baseURL),
    extraHTTPHeaders: { 'x-bole-request': '1' },
  })
  const asks = async (query: string, variables: Record<string, unknown> = {}): Promise<Answer> =>
    (await context.post('/graphql', { data: { query, variables } })).json()
  /** Fails the test on a refusal. */
  const does = async (query: string, variables: Record<string, unknown> = {}) => {
    const answer = await asks(query, variables)
    expect(answer.errors ?? []).toEqual([])
    return answer.data
  }
  return { asks, does, context }
}

/** A need of the talent that its unit reports as done: it waits for the talent's word. */
export async function needToConfirm(browser: Browser, baseURL: string, content: string): Promise<void> {
  const [talent, clerk] = [await beside(browser, 'rencai', baseURL), await beside(browser, 'jingban', baseURL)]
  const { raiseNeed: need } = await talent.does(
    'mutation($c: String!) { raiseNeed(content: $c, kind: "school") { id } }',
    { c: content },
  )
  const { me } = await clerk.does('{ me { post { unitId } } }')
  await clerk.does('mutation($n: UUID!, $u: UUID!) { routeNeed(needId: $n, handlerUnitId: $u) { id } }', {
    n: need.id,
    u: me.post.unitId,
  })
  await clerk.does('mutation($n: UUID!) { acceptNeed(needId: $n) { id } }', { n: need.id })
  await clerk.does('mutation($n: UUID!) { finishNeed(needId: $n, result: "已协调就近入学") { id } }', { n: need.id })
}
