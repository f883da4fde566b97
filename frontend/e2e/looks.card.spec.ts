import { expect, test } from './fixtures'

// How the phone's apps look, in what holds neither names nor days of the demo (see looks.spec.ts).
test.skip(process.platform !== 'linux', 'fonts are those of Debian')

test('whoever opens the card or the counter signs in', async ({ page }) => {
  for (const app of ['card', 'verify']) {
    await page.goto(`/${app}/`)
    await expect(page.getByLabel('登录名')).toBeVisible()
    await expect(page).toHaveScreenshot(`${app}-sign-in.png`)
  }
})

test.describe('the counter', () => {
  test.use({ login: 'jingqu' })
  test('scans or types', async ({ page }) => {
    await page.goto('/verify/')
    await expect(page.getByRole('button', { name: '打开相机扫码' })).toBeVisible()
    await expect(page).toHaveScreenshot('verify-scan.png')
  })
})
