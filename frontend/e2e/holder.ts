import { type APIRequestContext, type Browser, expect } from '@playwright/test'
import { sessionOf } from './fixtures'

/** Somebody who asks the interface, without a page. */
export type Asker = <Told = unknown>(query: string, variables?: Record<string, unknown>) => Promise<Told>

/** An account signed in once for all, asking by GraphQL. */
export async function asker(browser: Browser, login: string, baseURL: string): Promise<Asker> {
  const context = await browser.newContext({ baseURL, storageState: await sessionOf(browser, login, baseURL) })
  const request: APIRequestContext = context.request
  return async (query, variables = {}) => {
    const answer = await request.post('/graphql', {
      headers: { 'x-bole-request': '1' },
      data: { query, variables },
    })
    const { data, errors } = await answer.json()
    expect(errors, query).toBeUndefined()
    return data
  }
}

type Window = { startsAt: string; endsAt: string; digits: string; qr: string }
/** A talent with a card, whose phone shows codes. */
export type Holder = { id: string; number: string; code: () => Promise<Window> }

/** The demo's talent `rencai2` (the phone's own spec has `rencai`), with a card that is in force. */
export async function theHolder(browser: Browser, baseURL: string): Promise<Holder> {
  const holder = await asker(browser, 'rencai2', baseURL)
  const mine = '{ myCards { id number status } myProfile { id } }'
  type Mine = { myCards: { id: string; number: string; status: string }[]; myProfile: { id: string } }
  let { myCards, myProfile } = await holder<Mine>(mine)
  if (!myCards.length) {
    const clerk = await asker(browser, 'jingban', baseURL)
    const { drawUpCardBatch: batch } = await clerk<{ drawUpCardBatch: { id: string } }>(
      `mutation($t: [UUID!]!) { drawUpCardBatch(title: "窗口演示", schemeCode: "youcai", talentIds: $t) { id } }`,
      { t: [myProfile.id] },
    )
    await clerk('mutation($b: UUID!) { submitCardBatch(batchId: $b) { id } }', { b: batch.id })
    const deputy = await asker(browser, 'zhuren', baseURL)
    await deputy('mutation($b: UUID!) { approveCardBatch(batchId: $b) { id } }', { b: batch.id })
    ;({ myCards, myProfile } = await holder<Mine>(mine))
  }
  const card = myCards[0]!
  if (card.status === 'PENDING') {
    const clerk = await asker(browser, 'jingban', baseURL)
    await clerk('mutation($c: UUID!) { activateCard(cardId: $c) { id } }', { c: card.id })
  }
  const code = async () => {
    type Codes = { issueCardCodes: { serverTime: string; windows: Window[] } }
    const { issueCardCodes: told } = await holder<Codes>(
      `mutation($c: UUID!) { issueCardCodes(cardId: $c) { serverTime windows { startsAt endsAt digits qr } } }`,
      { c: card.id },
    )
    return told.windows.filter((one) => one.startsAt <= told.serverTime).pop()!
  }
  return { id: card.id, number: card.number, code }
}
