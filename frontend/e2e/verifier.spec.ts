import { readFileSync } from 'node:fs'
import { type Browser, type Page, expect as check } from '@playwright/test'
import { counterWithCamera, scanByHand } from './counter'
import { expect, test } from './fixtures'
import { type Asker, type Holder, asker, theHolder } from './holder'

const GREEN = '就医绿色通道、专家预约'
/** What the server refuses on purpose answers as a failed request; a dead network fails. */
const REFUSALS = /status of (404|409|422)|ERR_FAILED|ERR_INTERNET_DISCONNECTED/

let holder: Holder
/** A code as somebody photographs it at the start, to use it when it is long over. No test before that one uses a code. */
let screenshot: Awaited<ReturnType<Holder['code']>>
test.beforeAll(async ({ browser }, { project }) => {
  const { baseURL } = project.use
  holder = await theHolder(browser, baseURL!)
  screenshot = await holder.code()
})

/** How often the service was used here today, uses taken back left out. */
async function usesOf(browser: Browser, baseURL: string, service = 'green_channel'): Promise<number> {
  const counter = await asker(browser, 'yiyuan', baseURL)
  type Told = { counterRedemptions: { nodes: { amount: number; status: string }[] } }
  const { counterRedemptions: told } = await counter<Told>(
    'query($s: String!) { counterRedemptions(service: $s, first: 100) { nodes { amount status } } }',
    { s: service },
  )
  return told.nodes.filter(({ amount, status }) => amount > 0 && status === 'CONFIRMED').length
}

/** The holder's card as the next test needs it. */
async function restored(desk: Asker): Promise<void> {
  type Told = { card: { status: string } }
  const { card } = await desk<Told>('query($c: UUID!) { card(id: $c) { status } }', { c: holder.id })
  const back = { FROZEN: 'thawCard', LOST: 'findCard' }[card.status]
  if (back) await desk(`mutation($c: UUID!) { ${back}(cardId: $c) { id } }`, { c: holder.id })
}

const row = (page: Page) => page.getByRole('listitem').filter({ hasText: GREEN }).first()

test('a counter signs in with its own account; a wrong password is told', async ({ page, accessible }) => {
  await page.goto('/verify/')
  await accessible()
  await page.getByLabel('登录名').fill('yiyuan')
  await page.getByLabel('密码').fill('wrong')
  await page.getByRole('button', { name: '登录' }).click()
  await expect(page.getByRole('alert')).toBeVisible()
  await page.getByLabel('密码').fill('Chaozhou-2026!')
  await page.getByRole('button', { name: '登录' }).click()
  await expect(page.getByLabel('8 位数字')).toBeVisible()
  await accessible()
})

test.describe('a station that only verifies', () => {
  test.use({ login: 'yizhan' })
  test('has no lists and redeems nothing', async ({ page }) => {
    await page.goto('/verify/#/today')
    await expect(page.getByRole('button', { name: '打开相机扫码' })).toBeVisible()
    await expect(page.getByRole('link', { name: '今日' })).toHaveCount(0)
  })
})

test.describe('at the counter', () => {
  test.use({ login: 'yiyuan' })
  test.beforeEach(({ expected }) => void expected.push(REFUSALS))

  test('what is no code of ours is refused in words that say what to do', async ({ page, accessible }) => {
    await page.goto('/verify/')
    const alert = page.getByRole('alert')
    await page.getByRole('button', { name: '核验' }).click()
    await expect(alert).toContainText('请输入二维码下方的 8 位数字')
    await scanByHand(page, 'https://example.com/')
    await expect(alert).toContainText('这不是人才卡的动态码')
    const forged = screenshot.qr.slice(0, -1) + (screenshot.qr.endsWith('A') ? 'B' : 'A')
    await scanByHand(page, forged)
    await expect(alert).toContainText('不是本系统发出的，请勿办理')
    await scanByHand(page, String((Number(screenshot.digits) + 1) % 1e8).padStart(8, '0'))
    await expect(alert).toContainText('没有这个码')
    await accessible()
    await page.keyboard.press('Tab') // away from the field: Escape calls the next holder from anywhere else
    await page.keyboard.press('Escape')
    await expect(page.getByRole('button', { name: '打开相机扫码' })).toBeVisible()
  })

  test('without a camera the typing way is told', async ({ page }) => {
    await page.goto('/verify/')
    await page.getByRole('button', { name: '打开相机扫码' }).click()
    await expect(page.getByRole('alert')).toContainText('8 位数字')
    await expect(page.getByRole('button', { name: '打开相机扫码' })).toBeEnabled()
  })

  test('who came is confirmed and who did not is cancelled, on the list of the day', async ({
    page,
    browser,
    baseURL,
    accessible,
  }) => {
    const counter = await asker(browser, 'yiyuan', baseURL!)
    const book = (key: string) =>
      counter(
        `mutation($n: String!, $d: Date!, $k: String!) {
          reserve(cardNumber: $n, service: "green_channel", day: $d, key: $k) { id } }`,
        { n: holder.number, d: new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10), k: key },
      )
    await book(`come ${Date.now()}`)
    await book(`away ${Date.now()}`)
    await page.goto('/verify/#/today')
    await expect(page.getByRole('heading', { name: '今日' })).toBeVisible()
    await page.getByLabel('只看').selectOption('RESERVED')
    const booked = page.getByRole('listitem').filter({ hasText: '已预约' })
    const many = await booked.count()
    await expect(booked.first()).toContainText(holder.number.slice(-3))
    await booked.first().getByRole('button', { name: '到场核销' }).click()
    await expect(booked).toHaveCount(many - 1)
    await booked.first().getByRole('button', { name: '取消预约' }).click()
    await booked.first().getByLabel('原因').fill('临时有事')
    await booked.first().getByRole('button', { name: '确认取消' }).click()
    await expect(booked).toHaveCount(many - 2)
    await page.getByLabel('只看').selectOption('')
    await expect(page.getByRole('listitem').filter({ hasText: '临时有事' }).first()).toContainText('已取消')
    await accessible()
    await page.getByLabel('只看').selectOption('CONFIRMED')
    await row(page).getByRole('button', { name: '撤销' }).click()
    await row(page).getByRole('button', { name: '确认撤销' }).click()
    await page.getByLabel('只看').selectOption('REVERSED')
    await expect(row(page)).toContainText('撤销')
  })

  test('a use during an outage is recorded by card number', async ({ page, browser, baseURL, accessible }) => {
    const before = await usesOf(browser, baseURL!)
    await page.goto('/verify/#/late')
    await page.getByLabel('卡号').fill('YC26-0000')
    await page.getByLabel('服务').selectOption({ label: GREEN })
    await page.getByRole('button', { name: '补录这一次' }).click()
    await expect(page.getByRole('alert')).toContainText('有误')
    await accessible()
    await page.getByLabel('卡号').fill(holder.number.toLowerCase())
    await page.getByRole('button', { name: '补录这一次' }).click()
    await expect(page.getByRole('status')).toContainText(`已补录：${GREEN}`)
    check(await usesOf(browser, baseURL!)).toBe(before + 1)
    await page.getByRole('link', { name: '今日' }).click()
    await page.getByLabel('只看').selectOption('CONFIRMED')
    await row(page).getByRole('button', { name: '撤销' }).click()
    await row(page).getByRole('button', { name: '确认撤销' }).click()
    await expect.poll(() => usesOf(browser, baseURL!)).toBe(before)
  })

  test('a month is settled from a table, a file and a sheet of paper', async ({ page, accessible }) => {
    await page.goto('/verify/#/month')
    await expect(page.getByRole('heading', { name: /潮州市中心医院 \d{4}-\d{2} 对账单/ })).toBeVisible()
    const net = await page.getByRole('row').filter({ hasText: GREEN }).getByRole('cell').allInnerTexts()
    check(Number(net[2])).toBe(Number(net[0]) - Number(net[1]))
    await accessible()
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: '下载表格' }).click(),
    ])
    const lines = readFileSync(await file.path(), 'utf8')
    check(lines).toContain(`${GREEN},${net.slice(0, 3).join(',')}`)
    await page.evaluate(() => (window.print = () => (document.title = 'printed')))
    await page.getByRole('button', { name: '打印' }).click()
    await expect(page).toHaveTitle('printed')
    await page.emulateMedia({ media: 'print' })
    await expect(page.getByText('经办人签字')).toBeVisible()
    await expect(page.getByRole('navigation')).toBeHidden()
    await page.emulateMedia({ media: null })
    await page.getByLabel('月份').selectOption({ index: 5 })
    await expect(page.getByText('这个月没有核销')).toBeVisible()
  })

  test('a screenshot is refused when its time is over', async ({ page }) => {
    await page.goto('/verify/')
    // thirty seconds of grace for slow networks
    const over = Date.parse(screenshot.endsAt) + 31_000 - Date.now()
    if (over > 0) await page.waitForTimeout(over)
    await scanByHand(page, screenshot.qr)
    await expect(page.getByRole('alert')).toContainText('此码已过期')
    await expect(page.getByText('有效', { exact: true })).toHaveCount(0)
  })

  test('typed digits tell tier and validity and nothing of the person, through a reload, once', async ({
    page,
    accessible,
  }) => {
    await page.goto('/verify/')
    const { digits } = await holder.code()
    await page.getByLabel('8 位数字').fill(digits)
    await page.getByRole('button', { name: '核验', exact: true }).click()
    await expect(page.getByText('有效', { exact: true })).toBeVisible()
    await expect(page.getByRole('status').first()).toContainText(/金卡\s*有效期 \d{4}-\d\d-\d\d 至 \d{4}-\d\d-\d\d/)
    await expect(page.getByText('还须出示：优才卡、身份证件')).toBeVisible()
    await expect(page.getByText(holder.number)).toHaveCount(0)
    await accessible()
    await page.reload()
    await expect(page.getByText('有效', { exact: true })).toBeVisible()
    await page.getByRole('button', { name: '下一位' }).click()
    await scanByHand(page, digits)
    await expect(page.getByRole('alert')).toContainText('此码已核验过，请持卡人出示新的码')
  })

  test('a double tap is one use; it is undone with a reason', async ({ page, browser, baseURL, accessible }) => {
    const before = await usesOf(browser, baseURL!)
    await page.goto('/verify/')
    await scanByHand(page, (await holder.code()).qr)
    await page.route('**/graphql', async (route) => {
      await new Promise((go) => setTimeout(go, 600))
      await route.continue()
    })
    await page.getByRole('button', { name: `核销 ${GREEN}` }).dblclick()
    // gone to another page before the answer came: it is not offered again
    const answer = page.waitForResponse(async (told) => (await told.text()).includes('redeemPresented'))
    await page.getByRole('link', { name: '今日' }).click()
    await answer
    await page.unrouteAll({ behavior: 'wait' })
    await page.getByRole('link', { name: '核验' }).click()
    await expect(row(page)).toContainText('已核销 1 次')
    check(await usesOf(browser, baseURL!)).toBe(before + 1)
    await accessible()
    await row(page).getByRole('button', { name: '撤销' }).click()
    await row(page).getByLabel('原因').fill('误扫')
    await row(page).getByRole('button', { name: '确认撤销' }).click()
    await expect(row(page)).toContainText('已撤销，次数已退回')
    check(await usesOf(browser, baseURL!)).toBe(before)
    await page.getByRole('link', { name: '今日' }).click()
    await expect(page.getByRole('listitem').filter({ hasText: '误扫' }).first()).toContainText('撤销')
  })

  test('an answer lost on the way, tried again, is one use', async ({ page, browser, baseURL }) => {
    const before = await usesOf(browser, baseURL!)
    await page.goto('/verify/')
    await scanByHand(page, (await holder.code()).qr)
    await expect(page.getByText('有效', { exact: true })).toBeVisible()
    let reached = 0
    await page.route('**/graphql', async (route) => {
      await route.fetch() // it arrives and is done; the answer never comes back
      reached++
      await route.abort()
    })
    await page.getByRole('button', { name: `核销 ${GREEN}` }).click()
    await expect(page.getByRole('alert')).toContainText('还不知道办成没有')
    check(reached).toBeGreaterThan(1)
    await page.unrouteAll({ behavior: 'wait' })
    await page.reload() // even so the key is the same
    await page.getByRole('button', { name: `核销 ${GREEN}` }).click()
    await expect(row(page)).toContainText('已核销 1 次')
    check(await usesOf(browser, baseURL!)).toBe(before + 1)
    await row(page).getByRole('button', { name: '撤销' }).click()
    await row(page).getByRole('button', { name: '确认撤销' }).click()
    await expect(row(page)).toContainText('已撤销')
  })

  test('with a camera: the code is read, the card shown, a use made; the same code again is refused', async ({
    browser,
    baseURL,
  }) => {
    const { page, show, close } = await counterWithCamera(browser, baseURL!)
    const asked: string[] = []
    page.on('request', (request) => asked.push(new URL(request.url()).origin))
    try {
      await page.goto('/verify/')
      await show((await holder.code()).qr)
      await page.getByRole('button', { name: '打开相机扫码' }).click()
      await expect(page.getByText('有效', { exact: true })).toBeVisible()
      await expect(page.getByText('金卡')).toBeVisible()
      await page.getByRole('button', { name: `核销 ${GREEN}` }).click()
      await expect(row(page)).toContainText('已核销 1 次')
      await row(page).getByRole('button', { name: '撤销' }).click()
      await row(page).getByRole('button', { name: '确认撤销' }).click()
      await expect(row(page)).toContainText('已撤销')
      // the camera opens by itself for the next holder, who shows the same code
      await page.getByRole('button', { name: '下一位' }).click()
      await expect(page.getByText('请对准持卡人手机上的二维码')).toBeVisible()
      await expect(page.getByRole('alert')).toContainText('此码已核验过')
      check([...new Set(asked)]).toEqual([new URL(baseURL!).origin])
    } finally {
      await close()
    }
  })

  test('a card frozen or lost is refused here, and its holder’s phone says so, draws no code and what to do next', async ({
    page,
    browser,
    baseURL,
    as,
    accessible,
  }) => {
    const desk = await asker(browser, 'jingban', baseURL!)
    const told = (name: string, more = '') =>
      desk(`mutation($c: UUID!) { ${name}(cardId: $c${more}) { id } }`, { c: holder.id })
    const phone = await as('rencai2')
    const looksAgain = () => phone.evaluate(() => document.dispatchEvent(new Event('visibilitychange')))
    const digits = phone.locator('.digits')
    await phone.goto('/card/')
    await expect(digits).toContainText(/\d{4} \d{4}/)
    const shown = (await digits.innerText()).replace(/\D/g, '')
    try {
      await told('freezeCard', ', reason: "用例：持卡人来电核实"')
      await page.goto('/verify/')
      await scanByHand(page, shown)
      await expect(page.getByRole('alert')).toContainText('冻结')
      await looksAgain()
      await expect(phone.getByRole('heading', { name: '卡已冻结，暂不能使用' })).toBeVisible()
      await expect(phone.getByText('原因：用例：持卡人来电核实')).toBeVisible()
      await expect(phone.locator('.code, .digits, canvas')).toHaveCount(0)
      await accessible(phone)
      // without a network nothing is drawn from what the phone had fetched before
      await phone.context().setOffline(true)
      await phone.reload()
      await expect(phone.getByText('离线：显示的是')).toBeVisible()
      await expect(phone.getByRole('heading', { name: '卡已冻结，暂不能使用' })).toBeVisible()
      await expect(digits).toHaveCount(0)
      await phone.context().setOffline(false)
      await told('thawCard')
      await told('reportCardLost')
      await looksAgain()
      await expect(phone.getByRole('heading', { name: '卡已挂失，暂不能使用' })).toBeVisible()
      await phone.getByRole('link', { name: '在线说明情况' }).click()
      await expect(phone.getByLabel('需求内容')).toBeVisible()
      await phone.getByRole('link', { name: '卡', exact: true }).click()
      await told('findCard')
      await looksAgain()
      await expect(digits).toContainText(/\d{4} \d{4}/)
    } finally {
      await restored(desk)
    }
  })
})
