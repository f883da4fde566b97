import { type Page, expect, test } from './fixtures'

// How parts look, kept as pictures: such as hold neither names nor days of the demo. A part that changes on purpose
// is looked at and taken anew: npm run e2e -- looks --update-snapshots
test.skip(process.platform !== 'linux', 'fonts are those of Debian')

async function looks(page: Page, part: string, name: string) {
  // what others do meanwhile may be told over any page
  await page.addStyleTag({ content: '.el-message { display: none !important }' })
  await expect(page.locator(part)).toHaveScreenshot(`${name}.png`)
}

test('whoever comes', async ({ page }) => {
  await page.goto('/sign-in')
  await looks(page, '.sign-in', 'sign-in')
})

test.describe('the office', () => {
  test.use({ login: 'jingban2' })
  test('its frame and its forms', async ({ page }) => {
    await page.goto('/nowhere')
    await expect(page.getByRole('heading', { name: '没有这个页面' })).toBeVisible()
    await looks(page, '.shell-nav', 'navigation')
    await looks(page, '.shell-main', 'not-found')
    await page.keyboard.press('Shift+?')
    await looks(page, '.el-dialog:has(.keys)', 'keys')
    await page.keyboard.press('Escape')
    await page.keyboard.press('Control+k')
    await page.getByRole('combobox').fill('卡')
    await looks(page, '.el-dialog:has(.palette-input)', 'palette')
    await page.goto('/talents/new')
    await looks(page, '.shell-main', 'enter')
    await page.goto('/imports/new')
    await looks(page, '.shell-main', 'import')
    await page.evaluate(() => document.documentElement.classList.add('dark'))
    await looks(page, '.shell-main', 'import-dark')
  })
})

test.describe('the keeper of the system', () => {
  test.use({ login: 'guanli' })
  test('what is closed to them', async ({ page }) => {
    await page.goto('/talents')
    await expect(page.getByText('请联系您单位的系统管理员')).toBeVisible()
    await looks(page, '.shell-main', 'denied')
  })
})
