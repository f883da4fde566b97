import { expect, test } from './fixtures'

test.describe('signed in once for all', () => {
  test.use({ login: 'zhuren' })
  test('the navigation shows what one may do', async ({ page, accessible }) => {
    await page.goto('/')
    await expect(page.getByRole('navigation')).toContainText('人才名录')
    await accessible()
  })
})
test.describe('other apps of the same origin', () => {
  for (const [path, heading] of [
    ['/card/', '优才卡'],
    ['/verify/', '核验台'],
  ])
    test(`${path} is served`, async ({ page }) => {
      await page.goto(path!)
      await expect(page.getByRole('heading', { name: heading })).toBeVisible()
    })
})
