import { expect, signIn, test, alerts } from './fixtures'

test('a wrong password is told in words and nothing typed is lost', async ({ page, accessible }) => {
  await page.goto('/sign-in')
  await page.getByLabel('登录名').fill('jingban')
  await page.getByLabel('密码').fill('wrong')
  await page.getByRole('button', { name: '登录' }).click()
  await expect(alerts(page)).toContainText('登录')
  await expect(page.getByLabel('登录名')).toHaveValue('jingban')
  await accessible()
})

test('a session that ends under somebody at work is opened again on top of the page', async ({ page, context }) => {
  await signIn(page, 'xiangqiao', '/talents')
  await expect(page.getByRole('grid')).toBeVisible()
  await context.clearCookies()
  await page.getByRole('searchbox').fill('陈')
  await expect(page.getByRole('dialog')).toContainText('登录已过期')
  await expect(page.getByRole('searchbox')).toHaveValue('陈')
})

test('whoever signs out must sign in again to read on', async ({ page }) => {
  await signIn(page, 'zhuanjia')
  await page.getByRole('button', { name: /评审/ }).click()
  await page.getByRole('button', { name: '退出登录' }).click()
  await expect(page.getByLabel('登录名')).toBeVisible()
  await page.goBack()
  await expect(page.getByLabel('登录名')).toBeVisible()
})

test.describe('a clerk of the office', () => {
  test.use({ login: 'jingban' })

  test('prints at once, and the sheet is whole: what is still being read is waited for', async ({ page }) => {
    await page.addInitScript(() => (window.print = () => (document.title = document.querySelector('main')!.innerText)))
    await page.route('**/graphql*', async (route) => {
      await new Promise((go) => setTimeout(go, 700))
      await route.continue()
    })
    await page.goto('/quarters/2026Q2')
    await page.locator('main').waitFor()
    await page.keyboard.press('Control+p')
    await expect(page).toHaveTitle(/顶尖人才/)
  })

  test('finds what waits, a page and a person by keyboard alone', async ({ page, accessible }) => {
    await page.goto('/')
    await expect(page.getByRole('heading', { name: '我的待办' })).toBeVisible()
    await accessible()
    await page.keyboard.press('Control+k')
    await page.getByRole('dialog').getByRole('combobox').fill('名录')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('grid', { name: '人才名录' })).toBeVisible()
    const name = (await page.getByRole('grid').getByRole('link').first().innerText()).trim()
    await page.keyboard.press('Control+k')
    await page.getByRole('dialog').getByRole('combobox').fill(name)
    await expect(page.getByRole('option', { name }).first()).toBeVisible()
    await accessible()
    await page.keyboard.press('Enter')
    await expect(page.getByRole('heading', { name })).toBeVisible()
  })

  test('is told the keys, walked around, and reads in large, dark and English', async ({ page }) => {
    await page.goto('/notices')
    await page.keyboard.press('Shift+?')
    await expect(page.getByRole('dialog', { name: '快捷键' })).toBeVisible()
    await page.keyboard.press('Escape')
    await page.locator('.who').click()
    await page.getByRole('button', { name: '看看怎么用' }).click()
    await expect(page.getByText('您能办的事都在这里')).toBeVisible()
    for (let stop = 1; stop < 5; stop++) await page.getByRole('button', { name: '下一步' }).click()
    await page.getByRole('button', { name: '知道了' }).click()
    await page.locator('.who').click()
    await page.getByText('深色').click()
    await page.getByText('大字').click()
    await expect(page.locator('html')).toHaveClass(/dark large|large dark/)
    await page.reload()
    await expect(page.locator('html')).toHaveClass(/dark large|large dark/)
    await page.locator('.who').click()
    await page.getByRole('button', { name: 'English' }).click()
    await expect(page.getByRole('heading', { name: 'Notices' })).toBeVisible()
  })

  test('a page that does not exist says where to go', async ({ page }) => {
    await page.goto('/nowhere')
    await page.getByRole('link', { name: '回到我的待办' }).click()
    await expect(page.getByRole('heading', { name: '我的待办' })).toBeVisible()
  })

  test('a page that cannot be fetched says so, and opens when the network is back', async ({
    page,
    context,
    expected,
  }) => {
    expected.push(/ERR_INTERNET_DISCONNECTED/)
    await page.goto('/')
    await expect(page.getByRole('heading', { name: '我的待办' })).toBeVisible()
    await context.setOffline(true)
    const link = page.locator('.shell-nav').getByRole('link', { name: '消息' })
    await link.click()
    await expect(alerts(page)).toContainText('网络不通')
    await context.setOffline(false)
    await link.click()
    await expect(page.getByRole('heading', { name: '消息' })).toBeVisible()
  })
})

test.describe('the keeper of the system', () => {
  test.use({ login: 'guanli' })

  test('who may not see a page is told whom to ask', async ({ page, accessible }) => {
    await page.goto('/contacts')
    await expect(page.getByRole('heading', { name: '您没有查看这一页的权限' })).toBeVisible()
    await expect(page.getByText('请联系您单位的系统管理员')).toBeVisible()
    await accessible()
  })
})
