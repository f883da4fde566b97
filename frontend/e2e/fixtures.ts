import { execFileSync } from 'node:child_process'
import { AxeBuilder } from '@axe-core/playwright'
import { type Page, test as base, expect } from '@playwright/test'

const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']
const PASSWORD = 'Chaozhou-2026!'

/** The six digits that the authenticator of a demo account shows now. */
export function codeOf(login: string): string {
  const data = process.env.E2E_DATA ?? '/tmp/bole-e2e'
  const told = execFileSync('../.venv/bin/bole', ['account', 'code', login], {
    env: { ...process.env, BOLE_DATA_DIR: data },
  })
  return /\d{6}/.exec(told.toString())![0]
}

/** Each code works once: a test that signs in takes an account of its own. */
export async function signIn(page: Page, login: string, to = '/'): Promise<void> {
  await page.goto(`/sign-in?to=${encodeURIComponent(to)}`)
  await page.getByLabel('登录名').fill(login)
  await page.getByLabel('密码').fill(PASSWORD)
  await page.getByLabel('动态码').fill(codeOf(login))
  await page.getByRole('button', { name: '登录' }).click()
  await expect(page.getByRole('navigation')).toBeVisible()
}

/** Every test fails on an error in the console; `accessible` finds no violation of WCAG 2.2 AA in light, dark and large text. */
export const test = base.extend<{ accessible: () => Promise<void>; quiet: void }>({
  accessible: async ({ page }, use) => {
    await use(async () => {
      // colours on their way from one look to the next are nobody's colours
      await page.addStyleTag({ content: '* { transition: none !important; animation: none !important }' })
      for (const look of ['', 'dark', 'large']) {
        await page.evaluate((name) => (document.documentElement.className = name), look)
        const { violations } = await new AxeBuilder({ page }).withTags(WCAG).analyze()
        expect(violations.map((v) => `${look} ${v.id}: ${v.nodes.map((n) => n.target).join(' ')}`)).toEqual([])
      }
      await page.evaluate(() => (document.documentElement.className = ''))
    })
  },
  quiet: [
    async ({ page }, use) => {
      const errors: string[] = []
      page.on('pageerror', (error) => errors.push(String(error)))
      page.on('console', (line) => {
        // a refused sign-in is an answer, which browsers log as a failed request
        if (line.type() === 'error' && !/status of 401/.test(line.text())) errors.push(line.text())
        if (line.text().includes('[Vue warn]')) errors.push(line.text())
      })
      await use()
      expect(errors).toEqual([])
    },
    { auto: true },
  ],
})
export { expect }
