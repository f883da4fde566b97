import { expect, signIn, test } from './fixtures'

test('a clerk signs in, finds somebody by two characters and reads the record', async ({ page, accessible }) => {
  await signIn(page, 'jingban', '/talents')
  await expect(page.getByRole('grid', { name: '人才名录' })).toBeVisible()
  await accessible()
  const name = (await page.getByRole('grid').getByRole('link').first().innerText()).trim()
  await page.getByLabel('姓名、拼音或首字母').fill(name.slice(0, 2))
  await expect(page).toHaveURL(/q=/)
  await page
    .getByRole('link', { name: `查看${name}的资料` })
    .first()
    .click()
  await expect(page.getByRole('heading', { name })).toBeVisible()
  await accessible()
})

test('my work shows what is due, and is readable by everybody', async ({ page, accessible }) => {
  await signIn(page, 'zhuren')
  await expect(page.getByRole('heading', { name: '我的待办' })).toBeVisible()
  await expect(page.getByRole('heading', { name: /未读消息/ })).toBeVisible()
  await accessible()
})

test('a wrong password is told in words and nothing typed is lost', async ({ page, accessible }) => {
  await page.goto('/sign-in')
  await page.getByLabel('登录名').fill('jingban')
  await page.getByLabel('密码').fill('wrong')
  await page.getByRole('button', { name: '登录' }).click()
  await expect(page.getByRole('alert')).toContainText('登录')
  await expect(page.getByLabel('登录名')).toHaveValue('jingban')
  await accessible()
})

test('a page that does not exist says where to go', async ({ page }) => {
  await signIn(page, 'ducha', '/nowhere')
  await page.getByRole('link', { name: '回到我的待办' }).click()
  await expect(page.getByRole('heading', { name: '我的待办' })).toBeVisible()
})

test('a leader sees whom to contact', async ({ page, accessible }) => {
  await signIn(page, 'lianxi')
  await page.getByRole('link', { name: '联系服务' }).click()
  await expect(page.getByRole('heading', { name: '联系服务' })).toBeVisible()
  await page.getByText('90 天内').click()
  await accessible()
})

test('what one may not see says whom to ask', async ({ page, accessible }) => {
  await signIn(page, 'guanli', '/contacts')
  await expect(page.getByRole('heading', { name: '您没有查看这一页的权限' })).toBeVisible()
  await expect(page.getByText('请联系您单位的系统管理员')).toBeVisible()
  await accessible()
})

test('a session that ends under somebody at work is opened again on top of the page', async ({ page, context }) => {
  await signIn(page, 'xiangqiao', '/talents')
  await expect(page.getByRole('grid')).toBeVisible()
  await context.clearCookies()
  await page.getByLabel('姓名、拼音或首字母').fill('陈')
  await expect(page.getByRole('dialog')).toContainText('登录已过期')
  await expect(page.getByLabel('姓名、拼音或首字母')).toHaveValue('陈')
})
