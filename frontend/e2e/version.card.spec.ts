import { type IncomingMessage, createServer, request as ask } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { BrowserContext } from '@playwright/test'
import { expect, test } from './fixtures'

/** A part's file, and what the second build calls it: each holds the others' names, so that all are new. */
const PART = /([\w.]+)-([\w-]{8}\.js)/g
const renamed = (text: string) => text.replace(PART, '$1-second-$2')
const original = (text: string) => text.replace('-second-', '-')

/** A server in front of the demo's that serves the build there is or, once `second`, one in which every part has another name, the old ones being gone. */
async function twoBuilds(behind: string) {
  const builds = { second: false, close: () => void front.close(), url: '' }
  const front = createServer((incoming, answer) => {
    const path = incoming.url!
    if (builds.second && /assets\/.*\.js/.test(path) && !path.includes('-second-'))
      return void answer.writeHead(404).end()
    // whole and unpacked, never "as you have it"
    const { 'if-none-match': _tag, 'if-modified-since': _since, ...asked } = incoming.headers
    const onward = { method: incoming.method, headers: { ...asked, 'accept-encoding': 'identity' } }
    const passed = ask(behind + original(path), onward, (told: IncomingMessage) => {
      const parts: Buffer[] = []
      told.on('data', (part: Buffer) => parts.push(part))
      told.on('end', () => {
        let body = Buffer.concat(parts)
        if (builds.second && /script|html/.test(told.headers['content-type'] ?? ''))
          // the same file under a new name has a new revision, as a build would give it
          body = Buffer.from(renamed(body.toString()).replace(/revision:"/g, 'revision:"second-'))
        const { 'content-length': _length, 'transfer-encoding': _coding, ...headers } = told.headers
        answer.writeHead(told.statusCode!, { ...headers, 'content-length': body.length }).end(body)
      })
    })
    incoming.pipe(passed)
  })
  await new Promise<void>((ready) => front.listen(0, '127.0.0.1', ready))
  builds.url = `http://127.0.0.1:${(front.address() as AddressInfo).port}/card`
  return builds
}
const workerReady = (context: BrowserContext) =>
  context.pages()[0]!.evaluate(async () => {
    await navigator.serviceWorker.ready
    if (!navigator.serviceWorker.controller)
      await new Promise((go) => navigator.serviceWorker.addEventListener('controllerchange', go, { once: true }))
  })

test.describe('a second build', () => {
  test.use({ login: 'rencai' })

  test('that replaces the first under an open page is told, waits for what is being typed, and is taken', async ({
    page,
    context,
    baseURL,
    accessible,
    expected,
  }) => {
    expected.push(/ERR_INTERNET_DISCONNECTED/)
    const builds = await twoBuilds(baseURL!)
    try {
      await page.goto(`${builds.url}/contact/raise`)
      await page.getByLabel('需求内容').fill('换版时正在写')
      await workerReady(context)
      const loaded = await page.evaluate(() => performance.timeOrigin)
      builds.second = true
      // its holder looks at the phone again
      await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')))
      await expect(page.getByText('有新版本')).toBeVisible()
      await expect(page.getByLabel('需求内容')).toHaveValue('换版时正在写')
      await accessible()
      expect(await page.evaluate(() => performance.timeOrigin)).toBe(loaded)
      await page.getByRole('button', { name: '立即更新' }).click()
      await expect(page.getByText('有新版本')).toBeHidden()
      await expect(page.getByLabel('需求内容')).toHaveValue('换版时正在写')
      await page.getByRole('button', { name: '清空草稿' }).click()
      // the part under its new name, from the new version's own store
      await context.setOffline(true)
      await page.getByRole('link', { name: /^我的/ }).click()
      const part = page.waitForResponse((told) => told.url().includes('MessagesPage-second-'))
      await page.getByRole('link', { name: '消息' }).click()
      expect((await part).fromServiceWorker()).toBe(true)
      await expect(page.getByRole('heading', { name: '消息', exact: true })).toBeVisible()
      await context.setOffline(false)
    } finally {
      builds.close()
    }
  })

  test.describe('where the phone keeps no pages', () => {
    test.use({ serviceWorkers: 'block' })
    test('a part that only the first had brings the second, and one that is nowhere is told', async ({
      page,
      baseURL,
      expected,
    }) => {
      expected.push(/status of 404|service worker/i)
      const builds = await twoBuilds(baseURL!)
      try {
        await page.goto(`${builds.url}/mine`)
        await expect(page.getByRole('link', { name: '消息' })).toBeVisible()
        builds.second = true
        await page.getByRole('link', { name: '消息' }).click()
        await expect(page).toHaveURL(/\/card\/mine\/messages/)
        await expect(page.getByRole('heading', { name: '消息', exact: true })).toBeVisible()
        await expect(page.getByText('这一页没有打开')).toBeHidden()

        await page.goto(`${builds.url}/mine`)
        await page.route(/ReadsPage-/, (route) => route.fulfill({ status: 404 }))
        await page.getByRole('link', { name: '谁看过我的信息' }).click()
        await expect(page.getByRole('heading', { name: '这一页没有打开' })).toBeVisible()
        await page.unrouteAll()
        await page.getByRole('button', { name: '重试' }).click()
        await expect(page.getByText('每次都记在这里')).toBeVisible()
      } finally {
        builds.close()
      }
    })
  })
})
