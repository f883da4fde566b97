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

/** The talent of the demo has a card in force, a contact leader, and a record. Only what is missing is made. */
export async function prepareTalent(browser: Browser, baseURL: string): Promise<string> {
  const [talent, clerk] = [await beside(browser, 'rencai', baseURL), await beside(browser, 'jingban', baseURL)]
  const { myProfile, myCards, myContactLeaders } = await talent.does(
    '{ myProfile { id } myCards { id status } myContactLeaders { id } }',
  )
  const id: string = myProfile.id
  if (!myCards.some((card: { status: string }) => card.status === 'ACTIVE')) {
    const { drawUpCardBatch: batch } = await clerk.does(
      'mutation($t: [UUID!]) { drawUpCardBatch(title: "手机卡", schemeCode: "youcai", talentIds: $t) { id } }',
      { t: [id] },
    )
    await clerk.does('mutation($b: UUID!) { submitCardBatch(batchId: $b) { id } }', { b: batch.id })
    const chief = await beside(browser, 'zhuren', baseURL)
    await chief.does('mutation($b: UUID!) { approveCardBatch(batchId: $b) { id } }', { b: batch.id })
    const { myCards: made } = await talent.does('{ myCards { id } }')
    await clerk.does('mutation($c: UUID!) { activateCard(cardId: $c) { id } }', { c: made[0].id })
  }
  if (!myContactLeaders.length) {
    const leader = await beside(browser, 'lianxi', baseURL)
    const { me } = await leader.does('{ me { post { id } } }')
    await clerk.does('mutation($t: UUID!, $p: UUID!) { assignContact(talentId: $t, postId: $p) { id } }', {
      t: id,
      p: me.post.id,
    })
  }
  return id
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
