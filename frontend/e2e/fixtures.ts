import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type axe from 'axe-core'
import {
  type APIRequestContext,
  type Browser,
  type BrowserContext,
  type Locator,
  type Page,
  test as base,
  expect,
} from '@playwright/test'
import { codeOf } from './authenticator'

const AXE = readFileSync('node_modules/axe-core/axe.min.js', 'utf8')
const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']
/** In light everything is looked at; colours and sizes are all that another look can spoil. */
const LOOKS = {
  '': undefined,
  dark: ['color-contrast', 'link-in-text-block'],
  large: ['color-contrast', 'target-size'],
} as const
const PASSWORD = 'Chaozhou-2026!'
const DATA = process.env.E2E_DATA ?? '/tmp/bole-e2e'
/** Up to so many milliseconds an answer comes late, each by its own chance: what holds only while answers are quick, or come in order, is found. */
const LATE = Number(process.env.E2E_LATE ?? 0)
/** Who signs in without a one-time code. */
const NO_CODE = /^(rencai|yiyuan|jingqu)/

/** The person at the machine has an account prove again who sits there, as after ten minutes of work. */
export function proveAgain(login: string): void {
  const env = { ...process.env, BOLE_DATA_DIR: DATA }
  execFileSync('../.venv/bin/bole', ['account', 'prove-again', login], { env })
}

/** Signs in by the form. */
export async function signIn(page: Page, login: string, to = '/'): Promise<void> {
  await page.goto(`/sign-in?to=${encodeURIComponent(to)}`)
  await page.getByLabel('登录名').fill(login)
  await page.getByLabel('密码').fill(PASSWORD)
  if (!NO_CODE.test(login)) await page.getByLabel('动态码').fill(await codeOf(login))
  await page.getByRole('button', { name: '登录' }).click()
  await expect(page.getByRole('navigation').first()).toBeVisible()
}

/** What no page does, or not yet in a test, done over the interface as the one who is signed in. */
export async function ask<T>(
  request: APIRequestContext,
  query: string,
  variables: Record<string, unknown> = {},
): Promise<T> {
  const answer = await request.post('/graphql', {
    headers: { 'x-bole-request': '1', accept: 'application/json' },
    data: { query, variables },
  })
  const told = (await answer.json()) as { data: T; errors?: { message: string }[] }
  expect(told.errors).toBeUndefined()
  return told.data
}

/** The cookies of an account, signed in once for all tests of this run. */
export async function sessionOf(browser: Browser, login: string, baseURL: string): Promise<string> {
  const kept = join(DATA, 'sessions', `${login}.json`)
  const lock = `${kept}.lock`
  mkdirSync(join(DATA, 'sessions'), { recursive: true })
  for (let waited = 0; waited < 300; waited++) {
    if (existsSync(kept)) return kept
    try {
      mkdirSync(lock)
      break
    } catch {
      await new Promise((go) => setTimeout(go, 100))
    }
  }
  try {
    const context = await browser.newContext({ baseURL, locale: 'zh-CN' })
    const answer = await context.request.post('/api/v1/session', {
      headers: { 'x-bole-request': '1' },
      data: { login, password: PASSWORD, totp: NO_CODE.test(login) ? null : await codeOf(login) },
    })
    expect(answer.ok(), await answer.text()).toBe(true)
    await context.storageState({ path: `${kept}.new` })
    await context.close()
    renameSync(`${kept}.new`, kept)
  } finally {
    rmSync(lock, { recursive: true, force: true })
  }
  return kept
}

declare global {
  interface Window {
    axe: typeof axe
  }
}

/** Of rows that differ in nothing but their words two are looked at: what holds for them holds for the hundredth. A word that is missing is a difference. */
function leaveAlike(): void {
  const WORDS = /( (?:id|href|for|value|title|aria-label|aria-labelledby)=)"[^"]+"/g
  const seen = new Map<string, number>()
  for (const row of document.querySelectorAll('tr, li, [role="row"], [role="option"]')) {
    const words = row.innerHTML.replace(/>[^<]*[^<\s][^<]*</g, '>x<').replace(WORDS, '$1x')
    const alike = row.parentElement!.className + row.className + words
    const count = (seen.get(alike) ?? 0) + 1
    seen.set(alike, count)
    row.toggleAttribute('data-alike', count > 2)
  }
}

type Fixtures = {
  /** `test.use({ login: 'jingban' })`: the tests of this block are signed in as this account. */
  login: string
  /** A page of another account that is signed in beside; its console is heard too. */
  as: (login: string) => Promise<Page>
  /** Finds no violation of WCAG 2.2 AA in light, dark and large text. */
  accessible: (on?: Page) => Promise<void>
  /** Every test fails on an error in the console; what is refused on purpose is told here first. */
  expected: RegExp[]
  /** Listens to a page's console. */
  heard: (page: Page) => void
  quiet: void
}

export const test = base.extend<Fixtures>({
  login: ['', { option: true }],
  storageState: async ({ browser, login, baseURL }, use) => {
    await use(login ? await sessionOf(browser, login, baseURL!) : undefined)
  },
  accessible: async ({ page }, use) => {
    await use(async (on = page) => {
      // colours on their way from one look to the next are nobody's colours
      await on.addStyleTag({ content: '* { transition: none !important; animation: none !important }' })
      // put in once for three looks, and asked for violations alone: a quarter of the time of its own driver
      await on.evaluate(AXE)
      await on.evaluate(leaveAlike)
      for (const [look, rules] of Object.entries(LOOKS)) {
        await on.evaluate((name) => (document.documentElement.className = name), look)
        const only = rules ? { type: 'rule', values: [...rules] } : { type: 'tag', values: WCAG }
        const found = await on.evaluate(async (runOnly) => {
          const { violations } = await window.axe.run({ exclude: '[data-alike]' }, {
            runOnly,
            resultTypes: ['violations'],
          } as axe.RunOptions)
          return violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.target).join(' ')}`)
        }, only)
        expect(found, look).toEqual([])
      }
      await on.evaluate(() => (document.documentElement.className = ''))
    })
  },
  // oxlint-disable-next-line no-empty-pattern
  expected: async ({}, use) => {
    await use([])
  },
  heard: async ({ expected }, use) => {
    const errors: string[] = []
    await use((page) => {
      if (LATE) {
        void page.route('**/graphql*', async (route) => {
          await new Promise((go) => setTimeout(go, Math.random() * LATE))
          await route.fallback().catch(() => {})
        })
      }
      page.on('pageerror', (error) => errors.push(String(error)))
      page.on('console', (line) => {
        // a refused sign-in is an answer, which browsers log as a failed request
        const known = [/status of 401/, ...expected].some((pattern) => pattern.test(line.text()))
        if (line.type() === 'error' && !known) errors.push(line.text())
        if (line.text().includes('[Vue warn]')) errors.push(line.text())
      })
    })
    expect(errors).toEqual([])
  },
  quiet: [
    async ({ page, heard }, use) => {
      heard(page)
      await use()
    },
    { auto: true },
  ],
  as: async ({ browser, baseURL, viewport, heard }, use) => {
    const contexts: BrowserContext[] = []
    await use(async (login) => {
      const storageState = await sessionOf(browser, login, baseURL!)
      const context = await browser.newContext({ baseURL, storageState, viewport, locale: 'zh-CN' })
      contexts.push(context)
      const page = await context.newPage()
      heard(page)
      return page
    })
    for (const context of contexts) await context.close()
  },
})
/** What a page says went wrong; a passing word of what went well, or of a new message, is another's. */
export const alerts = (page: Page | Locator) =>
  page.locator('[role="alert"]:not(.el-message--success, .el-message--info)')
export { expect }
