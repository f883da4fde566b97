import type { Page } from '@playwright/test'
import { expect, test } from './fixtures'
import { beside, needToConfirm } from './talent'

const PASSWORD = 'Chaozhou-2026!'
const PRESENT = 'mutation($c: String!) { presentCard(code: $c) { id tierName } }'
const OFFLINE = /ERR_INTERNET_DISCONNECTED|ERR_FAILED/

async function enter(page: Page) {
  await page.getByLabel('登录名').fill('rencai')
  await page.getByLabel('密码').fill(PASSWORD)
  await page.getByRole('button', { name: '登录' }).click()
}
/** The eight digits that are shown. */
async function digits(page: Page): Promise<string> {
  const shown = page.locator('.digits')
  await expect(shown).toContainText(/\d{4} \d{4}/)
  return (await shown.textContent())!.replace(/\D/g, '')
}
const at = (page: Page, path: string) => page.goto(`/card${path}`)

test.describe('the code', () => {
  test.use({ login: 'rencai' })

  test('is accepted at a counter, which the phone then tells and shows the next', async ({
    page,
    browser,
    baseURL,
    accessible,
  }) => {
    await at(page, '/')
    // not in the code's last seconds: it would go by itself
    await expect(page.getByText(/[1-3]\d 秒后更换/)).toBeVisible()
    const first = await digits(page)
    const counter = await beside(browser, 'yiyuan', baseURL!)
    expect((await counter.does(PRESENT, { c: first })).presentCard.tierName).toBe('银卡')
    await page.evaluate(() => dispatchEvent(new Event('online')))
    await expect(page.getByText('刚才的码已在窗口核验')).toBeVisible()
    expect(await digits(page)).not.toBe(first)
    await accessible()
  })

  for (const [wrong, hours] of [
    ['fast', 1],
    ['slow', -1],
  ] as const)
    test(`of a phone whose clock is an hour ${wrong} is accepted`, async ({ page, browser, baseURL }) => {
      await page.clock.install({ time: Date.now() + hours * 3_600_000 })
      await at(page, '/')
      const code = await digits(page)
      const counter = await beside(browser, 'yiyuan', baseURL!)
      expect((await counter.does(PRESENT, { c: code })).presentCard.tierName).toBe('银卡')
    })

  test('changes every half minute without a network too, says for how long, and says when all are used up', async ({
    page,
    context,
    expected,
  }) => {
    expected.push(OFFLINE)
    await page.clock.install()
    await at(page, '/rights')
    await expect(page.getByText('年度体检')).toBeVisible()
    await page.getByRole('link', { name: '卡', exact: true }).click()
    await digits(page)
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined))
    await context.setOffline(true)
    // opened anew without a network, at an address below
    await at(page, '/rights')
    await expect(page.getByText('离线：显示的是').first()).toBeVisible()
    await page.getByRole('link', { name: '卡', exact: true }).click()
    await expect(page.getByText(/离线：还可出示 \d+ 分钟/)).toBeVisible()
    const cached = await digits(page)
    await page.clock.runFor(31_000)
    await expect(page.locator('.digits')).not.toContainText(cached.slice(0, 4))
    await page.clock.fastForward(25 * 60_000)
    await expect(page.getByRole('heading', { name: '码已用完，须连接网络' })).toBeVisible()
    await context.setOffline(false)
    await digits(page)
    await expect(page.getByText('离线')).toBeHidden()
  })
})

test.describe('contact', () => {
  test.use({ login: 'rencai' })

  test('a need is raised once however often the button is hit', async ({ page, browser, baseURL, accessible }) => {
    const words = `双击只算一次 ${Date.now()}`
    await at(page, '/contact')
    await page.getByRole('link', { name: '提出需求' }).click()
    await page.locator('label', { hasText: '住房安居' }).click()
    await page.getByLabel('需求内容').fill(words)
    await accessible()
    await page.reload()
    await expect(page.getByLabel('需求内容')).toHaveValue(words)
    await page.getByRole('button', { name: '提出', exact: true }).dblclick()
    await expect(page.getByText('已提出，办理情况在这里看')).toBeVisible()
    await expect(page.getByText(words)).toHaveCount(1)
    const talent = await beside(browser, 'rencai', baseURL!)
    const { myNeeds } = await talent.does('{ myNeeds(first: 50) { nodes { content kindName } } }')
    const same = myNeeds.nodes.filter((need: { content: string }) => need.content === words)
    expect(same).toEqual([{ content: words, kindName: '住房安居' }])
  })

  test('without a network the draft stays, and is delivered later', async ({ page, context, expected }) => {
    expected.push(OFFLINE)
    const words = `断网时写的 ${Date.now()}`
    await at(page, '/contact/raise')
    await page.getByLabel('需求内容').fill(words)
    await context.setOffline(true)
    await page.getByRole('button', { name: '提出', exact: true }).click()
    await expect(page.getByRole('alert')).toContainText('网络不通')
    await expect(page.getByText('草稿已保存在本机')).toBeVisible()
    await context.setOffline(false)
    await page.getByRole('button', { name: '提出', exact: true }).click()
    await expect(page.getByText(words)).toHaveCount(1)
  })

  test('what is done is confirmed, or sent back with a reason', async ({ page, browser, baseURL, accessible }) => {
    const [good, bad] = [`已解决 ${Date.now()}`, `没解决 ${Date.now()}`]
    await needToConfirm(browser, baseURL!, good)
    await needToConfirm(browser, baseURL!, bad)
    await at(page, '/contact')
    const need = (words: string) => page.getByRole('article').filter({ hasText: words })
    await need(good).getByRole('button', { name: '确认办结' }).click()
    await expect(page.getByRole('dialog', { name: '确认办结' })).toContainText(good)
    await page.getByRole('dialog').getByRole('button', { name: '确认办结' }).click()
    await expect(page.getByText('已确认办结，谢谢')).toBeVisible()
    await expect(need(good)).toContainText('办结')
    await need(bad).getByRole('button', { name: '退回重办' }).click()
    const sheet = page.getByRole('dialog', { name: '退回重办' })
    await sheet.getByRole('button', { name: '退回重办' }).click()
    await expect(sheet.getByRole('alert')).toContainText('请写明')
    await accessible()
    await sheet.getByLabel('哪里还没有解决').fill('学位还没有落实')
    await sheet.getByRole('button', { name: '退回重办' }).click()
    await expect(need(bad)).toContainText('学位还没有落实')
  })
})

test.describe('mine', () => {
  test.use({ login: 'rencai' })

  test('messages are counted, followed and marked', async ({ page, browser, baseURL, accessible }) => {
    await needToConfirm(browser, baseURL!, `有消息 ${Date.now()}`)
    await at(page, '/mine')
    await expect(page.getByRole('link', { name: /我的.*条未读/ })).toBeVisible()
    await accessible()
    await page.getByRole('link', { name: '消息' }).click()
    await accessible()
    await page.getByRole('button', { name: '全部标为已读' }).click()
    await expect(page.getByText('已标为已读')).toBeVisible()
    await expect(page.getByRole('button', { name: '全部标为已读' })).toBeHidden()
    await expect(page.getByRole('link', { name: /条未读/ })).toBeHidden()
  })

  test('own data is masked, can be taken along, and who saw it is told', async ({ page, accessible }) => {
    await at(page, '/mine/profile')
    await expect(page.getByText(/^\d{4}\*+\d{4}$/)).toBeVisible()
    await accessible()
    const [html] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: '下载可阅读、打印的副本' }).click(),
    ])
    expect(html.suggestedFilename()).toMatch(/\.html$/)
    const [json] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: /JSON/ }).click()])
    expect(json.suggestedFilename()).toMatch(/\.json$/)
    await at(page, '/mine/reads')
    await expect(page.getByText('每次都记在这里')).toBeVisible()
    await accessible()
  })

  test('a consent is given and taken back by undo', async ({ page, accessible }) => {
    await at(page, '/mine/consents')
    const toggle = page.getByRole('switch', { name: '服务推送' })
    await expect(toggle).not.toBeChecked()
    await page.getByText('查看说明').first().click()
    await accessible()
    await toggle.click()
    await expect(page.getByText('已同意“服务推送”')).toBeVisible()
    await expect(toggle).toBeChecked()
    await page.getByRole('button', { name: '撤销' }).click()
    await expect(toggle).not.toBeChecked()
    await expect(page.getByText(/已撤回（/)).toBeVisible()
  })

  test('rights and uses are told, and every page is accessible', async ({ page, accessible }) => {
    await at(page, '/rights')
    await page.getByText('年度体检').click()
    await expect(page.getByText('使用时出示：优才卡、身份证件', { exact: true })).toBeVisible()
    await accessible()
    for (const path of ['/rights/uses', '/contact', '/mine/password']) {
      await at(page, path)
      await expect(page.locator('#content > *').first()).toBeVisible()
      await accessible()
    }
    await at(page, '/mine')
    await page.getByRole('switch', { name: '关怀版（大字）' }).click()
    await expect(page.locator('html')).toHaveClass(/large/)
    for (const tab of await page.getByRole('navigation').getByRole('link').all())
      expect((await tab.boundingBox())!.height).toBeGreaterThanOrEqual(60)
  })
})

test.describe('signing in', () => {
  test('is by password; a session that ends in mid-form takes nothing away; signing out erases the phone', async ({
    page,
    context,
    accessible,
    expected,
  }) => {
    expected.push(/status of 4/, OFFLINE)
    await at(page, '/')
    await expect(page.getByRole('heading', { name: '优才卡' })).toBeVisible()
    await accessible()
    await enter(page)
    await digits(page)

    await page.getByRole('link', { name: '联系', exact: true }).click()
    await page.getByRole('link', { name: '提出需求' }).click()
    await page.locator('label', { hasText: '家属就业' }).click()
    await page.getByLabel('需求内容').fill('写到一半，登录过期')
    await context.clearCookies()
    await page.getByRole('button', { name: '提出', exact: true }).click()
    await expect(page.getByText('登录已过期，请重新登录。刚才填写的内容还在。')).toBeVisible()
    await enter(page)
    await expect(page.getByLabel('需求内容')).toHaveValue('写到一半，登录过期')
    await expect(page.getByRole('radio', { name: '家属就业' })).toBeChecked()
    await page.getByRole('button', { name: '清空草稿' }).click()

    await page.getByRole('link', { name: /^我的/ }).click()
    await page.getByRole('button', { name: '退出登录' }).click()
    await page.getByRole('dialog').getByRole('button', { name: '退出登录' }).click()
    await expect(page.getByLabel('登录名')).toBeVisible()
    // without a network a kept card would be shown: there is none
    await context.setOffline(true)
    await page.reload()
    await expect(page.getByText('网络不通')).toBeVisible()
    await expect(page.getByLabel('登录名')).toBeVisible()
  })

  test('without a network says so', async ({ page, context, expected }) => {
    expected.push(OFFLINE)
    await at(page, '/')
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined))
    await context.setOffline(true)
    await at(page, '/contact')
    await expect(page.getByRole('alert')).toContainText('网络不通')
    await enter(page)
    await expect(page.getByRole('alert').first()).toContainText('网络不通')
  })

  test('of a service counter leads to its own place', async ({ page }) => {
    await at(page, '/')
    await page.getByLabel('登录名').fill('yiyuan')
    await page.getByLabel('密码').fill(PASSWORD)
    await page.getByRole('button', { name: '登录' }).click()
    await expect(page.getByRole('heading', { name: '这里供人才本人使用' })).toBeVisible()
    await expect(page.getByRole('link', { name: '去核验台' })).toBeVisible()
  })
})
