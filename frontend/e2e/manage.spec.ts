import { generateKeyPairSync, randomBytes } from 'node:crypto'
import type { Locator, Page } from '@playwright/test'
import { codeFor, codeOf } from './authenticator'
import { ask, expect, proveAgain, test, alerts } from './fixtures'

const PASSWORD = 'Chaozhou-2026!'
const HEADERS = { 'x-bole-request': '1' }
/** What tells this run's things from those of another on the same data. */
const mark = () => randomBytes(4).toString('hex')
/** A post of this run's own: what is given to it and taken from it is nobody else's. */
const MARK = mark()
const POST = `借调岗位 ${MARK}`
const dayAhead = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)

/** Whoever has not proved for ten minutes who they are is asked again before the thing is done. */
async function proved(page: Page, login: string, then: Locator): Promise<void> {
  const again = page.getByRole('dialog', { name: '再次验证身份' })
  await expect(again.or(then).first()).toBeVisible()
  if (await again.isVisible()) {
    await again.getByRole('textbox').fill(await codeOf(login))
    await again.getByRole('button', { name: '确认' }).click()
  }
  await expect(then).toBeVisible()
}

test.describe('the keeper of the system', () => {
  test.use({ login: 'guanli' })

  test('publishes a new version of an entry, is told what is wrong with it, and reads what changed', async ({
    page,
    accessible,
  }) => {
    await page.goto('/catalogue')
    await page.getByRole('navigation', { name: '目录类别' }).getByRole('link', { name: '人才类型' }).click()
    await page.getByRole('navigation', { name: '条目' }).getByRole('link').first().click()
    const one = page.getByRole('article')
    const versions = one.getByRole('table').filter({ hasText: '发布人' }).getByRole('row')
    await expect(versions.nth(1)).toBeVisible()
    const before = await versions.count()

    await one.getByRole('button', { name: '发布新版' }).click()
    const form = page.getByRole('dialog')
    const body = form.getByLabel('内容（JSON）')
    const said = JSON.parse(await body.inputValue()) as Record<string, unknown>
    const note = `每年复核一次（${mark()}）`
    await form.getByLabel('起始日').fill(dayAhead(before * 40))
    await form.getByLabel('依据').fill('重点人才目录（修订）')
    await body.fill(JSON.stringify({ ...said, ordinal: 99 }))
    await form.getByRole('button', { name: '发布', exact: true }).click()
    await expect(alerts(form).filter({ hasText: 'ordinal' })).toBeVisible()
    await body.fill(JSON.stringify({ ...said, note }))
    await form.getByRole('button', { name: '发布', exact: true }).click()

    await expect(versions).toHaveCount(before + 1)
    await expect(versions.nth(1)).toContainText('杨静远')
    const difference = one.getByRole('table', { name: '两版的不同' })
    await expect(difference.getByRole('row').filter({ hasText: '说明' })).toContainText(note)
    await expect(difference.getByRole('row').filter({ hasText: '依据' })).toContainText('重点人才目录（修订）')
    await accessible()
  })

  test('reads the work calendar in words', async ({ page, accessible }) => {
    await page.goto('/calendar?year=2026')
    await expect(page.getByRole('cell', { name: '14 班' })).toBeVisible()
    await expect(page.getByRole('row').filter({ hasText: '春节' })).toContainText('2026-02-14、2026-02-28')
    await accessible()
    await page.getByRole('button', { name: '发布工作日历' }).click()
    const form = page.getByRole('dialog')
    await form.getByLabel('放假通知的安排').fill('一、元旦：1月1日（周五）至3日（周日）放假，共3天。\n请妥善安排值班')
    await expect(form.getByRole('row').filter({ hasText: '元旦' })).toContainText('至')
    await form.getByLabel('依据文件').fill('通知')
    await form.getByRole('button', { name: '发布', exact: true }).click()
    await expect(form.getByText('这一行没有读懂：请妥善安排值班')).toBeVisible()

    // who may publish but not read cases hears how many deadlines move, and of whom no word
    const until = dayAhead(4)
    const from = [dayAhead(1), `${until.slice(0, 4)}-01-01`].sort().pop()!
    await form.getByLabel('年份').fill(until.slice(0, 4))
    await form.getByLabel('放假通知的安排').fill(`停工：${from}至${until}放假`)
    const moved = form.getByRole('region', { name: '发布后将变动的期限' })
    await expect(moved).toContainText(/全市 [1-9]\d* 件未办结事项的 [1-9]\d* 个期限将变动/)
    await expect(moved.getByRole('row')).toHaveCount(0)
  })

  test('sees a unit with its posts and who holds them, makes a post, seats somebody and ends the term', async ({
    page,
    accessible,
  }) => {
    await page.goto('/units')
    await page.getByRole('searchbox').fill('人才工作领导小组办公室')
    await page.getByRole('button', { name: '中共潮州市委人才工作领导小组办公室' }).click()
    const unit = page.getByRole('region', { name: '单位' })
    await expect(unit.getByRole('row').filter({ hasText: '安全审计员' })).toContainText('洪立东')
    await accessible()

    const form = page.getByRole('dialog')
    const row = unit.getByRole('row').filter({ hasText: POST })
    await unit.getByRole('button', { name: '设立岗位' }).click()
    await form.getByLabel('名称').fill(POST)
    await form.getByRole('button', { name: /^设立岗位/ }).click()
    await expect(form.getByText(/请填写“编号”/)).toBeVisible()
    await form.getByLabel('编号').fill('office-general')
    await form.getByRole('button', { name: /^设立岗位/ }).click()
    await expect(form.locator('.problem')).toBeVisible() // another post has this code
    await form.getByLabel('编号').fill(`jie-${MARK}`)
    await form.getByLabel('可多人同任').check()
    await form.getByRole('button', { name: /^设立岗位/ }).click()
    await expect(row).toContainText('空缺')
    await row.getByRole('button', { name: '任命' }).click()
    await form.getByLabel('姓名').fill('临时任职')
    await form.getByRole('button', { name: /^任命/ }).click()
    await row.getByRole('button', { name: '免职' }).click()
    await form.getByLabel('最后一天').fill(dayAhead(-1))
    await form.getByRole('button', { name: /^免职/ }).click()
    await expect(form.locator('.problem')).toBeVisible() // before it began
    await form.getByLabel('最后一天').fill(dayAhead(0))
    await form.getByRole('button', { name: /^免职/ }).click()
    await expect(form).toBeHidden()
    await expect(row).toContainText(`至 ${dayAhead(0)}`)
  })

  test('creates an account whose owner changes the password, binds an authenticator, works, and is stopped at work', async ({
    page,
    browser,
    baseURL,
    accessible,
    heard,
  }) => {
    test.slow() // two people, and all that either does
    const login = `xin-${mark()}`
    proveAgain('guanli')
    await page.goto('/accounts')
    await expect(page.getByRole('grid')).toBeVisible()
    await accessible()
    await page.getByRole('button', { name: '建立账号' }).click()
    const form = page.getByRole('dialog', { name: '建立账号' })
    await form.getByLabel('登录名').fill(login)
    await form.getByLabel('姓名').fill('新来的')
    await form.getByRole('button', { name: '建立账号' }).click()
    const again = page.getByRole('dialog', { name: '再次验证身份' })
    await again.getByRole('textbox').fill('000000')
    await again.getByRole('button', { name: '确认' }).click()
    await expect(alerts(again)).toContainText('动态码')
    await expect(form.getByLabel('登录名')).toHaveValue(login)
    await again.getByRole('textbox').fill(await codeOf('guanli'))
    await again.getByRole('button', { name: '确认' }).click()
    const once = page.getByRole('dialog', { name: '账号已建立' })
    await expect(once).toContainText(login)
    const initial = (await once.getByRole('status').innerText()).trim()
    await once.getByRole('button', { name: '已记下' }).click()

    const issuer = 'https://sso.example.cn'
    const { accounts } = await ask<{ accounts: { nodes: { id: string }[] } }>(
      page.request,
      '{ accounts(text: "jingqu") { nodes { id } } }',
    )
    await ask(
      page.request,
      'mutation ($id: UUID!, $issuer: String!) { linkOidc(accountId: $id, issuer: $issuer, subject: "gov-1") { id } }',
      { id: accounts.nodes[0]!.id, issuer },
    )
    const account = page.getByRole('region', { name: '账号' })
    await account.getByRole('button', { name: '关联统一身份认证' }).click()
    const link = page.getByRole('dialog', { name: '关联统一身份认证' })
    await link.getByLabel('发行方地址').fill(issuer)
    await link.getByLabel('用户编号').fill('gov-1')
    await link.getByRole('button', { name: '关联统一身份认证' }).click()
    await expect(link.locator('.wrong')).toContainText('“jingqu”')
    await link.getByLabel('用户编号').fill(`gov-${login}`)
    await link.getByRole('button', { name: '关联统一身份认证' }).click()
    await expect(account).toContainText(`gov-${login}${issuer}`)

    await page.getByRole('button', { name: '任命到岗位' }).click()
    const seat = page.getByRole('dialog', { name: '任命到岗位' })
    await seat.getByRole('combobox', { name: '单位' }).fill('市委人才办')
    await page.getByRole('option', { name: '市委人才办', exact: true }).click()
    await seat.getByLabel('岗位', { exact: true }).selectOption({ label: POST })
    await seat.getByRole('button', { name: '任命到岗位' }).click()
    const place = page.getByRole('listitem').filter({ hasText: `市委人才办 ${POST}` })
    await place.getByRole('button', { name: '授予角色' }).click()
    const role = page.getByRole('dialog', { name: '授予角色' })
    await role.getByLabel('角色').selectOption({ label: '市委人才办经办' })
    await role.getByRole('button', { name: '授予角色' }).click()
    await expect(place).toContainText('按所在单位')
    await place.getByRole('button', { name: '设定可见单位' }).click()
    const scope = page.getByRole('dialog', { name: '设定可见单位' })
    await scope.getByRole('combobox').fill('湘桥区')
    await page.getByRole('option', { name: '湘桥区', exact: true }).click()
    await scope.getByRole('button', { name: '设定可见单位' }).click()
    await expect(place).toContainText('可见单位（含下级）：湘桥区')

    const own = await browser.newContext({ baseURL, locale: 'zh-CN' })
    const mine = await own.newPage()
    heard(mine)
    await mine.goto('/sign-in?to=/talents')
    await mine.getByLabel('登录名').fill(login)
    await mine.getByLabel('密码').fill(initial)
    await mine.getByRole('button', { name: '登录' }).click()
    await expect(mine.getByText('第一次登录，先办好下面的事')).toBeVisible()
    await mine.goto('/talents')
    await expect(mine).toHaveURL(/\/me\?to=/)
    const fresh = `Aa1-${mark()}-${mark()}`
    await mine.getByLabel('原密码').fill(initial)
    await mine.getByLabel('新密码', { exact: true }).fill(fresh)
    await mine.getByLabel('再输一遍新密码').fill(fresh)
    await mine.getByRole('button', { name: '修改密码' }).click()
    await expect(mine.getByText('修改初始密码')).toBeHidden()
    await mine.getByLabel('现在的密码').fill(fresh)
    await mine.getByRole('button', { name: '显示二维码' }).click()
    await expect(mine.getByRole('img', { name: '身份验证器的二维码' })).toBeVisible()
    await mine.getByLabel('六位动态码').fill(codeFor((await mine.locator('.totp-secret').innerText()).trim()))
    await mine.getByRole('button', { name: '完成绑定' }).click()
    await mine.getByRole('link', { name: '开始办理' }).click()
    await expect(mine.getByRole('grid', { name: '人才名录' }).getByRole('row').nth(1)).toBeVisible()
    await expect(mine.getByRole('grid', { name: '人才名录' })).not.toContainText('潮安')

    // the role is withdrawn while its holder is in the middle of a form
    await mine.goto('/fasttrack')
    await mine.getByRole('button', { name: '发起一事一议' }).click()
    const draft = mine.getByRole('dialog')
    await draft.getByLabel('拟引进层次').selectOption({ index: 1 })
    await draft.getByLabel('人选姓名').fill('苏望舒')
    await draft.getByLabel('事由与诉求').fill('领衔建设实验室')
    await draft.getByLabel('牵头人才办').selectOption({ index: 1 })
    await place.getByRole('button', { name: '收回 市委人才办经办' }).click()
    await page.getByRole('dialog').getByRole('button', { name: '收回 市委人才办经办' }).click()
    await expect(place).toContainText('这个岗位还没有角色')
    const menu = mine.getByRole('navigation').getByRole('link', { name: '一事一议' })
    await expect(menu).toBeVisible()
    await draft.getByRole('button', { name: '发起', exact: true }).click()
    await expect(alerts(draft)).toContainText('请联系您单位的系统管理员授权')
    await expect(menu).toBeHidden()
    await expect(draft.getByLabel('事由与诉求')).toHaveValue('领衔建设实验室')
    await mine.goto('/fasttrack')
    await expect(mine.getByText('您没有查看这一页的权限')).toBeVisible()
    await own.close()
  })

  test('reads the own account and where it is signed in', async ({ page, accessible }) => {
    await page.goto('/me')
    await expect(page.getByText('维护账号与角色')).toBeVisible()
    await expect(page.getByRole('row').filter({ hasText: '当前登录' })).toBeVisible()
    await accessible()
  })
})

test.describe('the deputy of the office', () => {
  test.use({ login: 'zhuren' })

  test('is told which deadlines a calendar moves before it is published, and the clocks follow', async ({ page }) => {
    type Case = { id: string; number: string | null; dueOn: string | null; status: string }
    type Day = { day: string; kind: string; name: string | null }
    const { fasttrackCases } = await ask<{ fasttrackCases: { nodes: Case[] } }>(
      page.request,
      '{ fasttrackCases(first: 100) { nodes { id number dueOn status } } }',
    )
    const running = ['VERIFYING', 'PLANNING', 'COUNTERSIGNING', 'DELIBERATING', 'AWAITING_DECISION']
    const latest = fasttrackCases.nodes
      .filter((one) => running.includes(one.status) && one.dueOn! > dayAhead(0))
      .sort((a, b) => b.dueOn!.localeCompare(a.dueOn!))[0]!
    const year = Number(latest.dueOn!.slice(0, 4))
    const { workDays, workYears } = await ask<{ workDays: Day[]; workYears: { year: number; source: string }[] }>(
      page.request,
      'query ($a: Date!, $b: Date!) { workDays(fromDay: $a, toDay: $b) { day kind name } workYears { year source } }',
      { a: `${year}-01-01`, b: `${year}-12-31` },
    )
    const standing = workDays.filter((one) => one.kind === 'HOLIDAY' || one.kind === 'MAKEUP')
    const holidays = [...new Set(standing.map((one) => one.name!))].map((name) => {
      const of = (kind: string) =>
        standing.filter((one) => one.name === name && one.kind === kind).map((one) => one.day)
      const off = of('HOLIDAY')
      return { name, first: off[0], last: off.at(-1), workdays: of('MAKEUP') }
    })
    const lines = holidays.map(
      ({ name, first, last, workdays }) =>
        `${name}：${first}至${last}放假${workdays.length ? `，${workdays.join('、')}上班` : ''}`,
    )

    const source = `关于停工的通知 ${MARK}`
    await page.goto(`/calendar?year=${year}`)
    await page.getByRole('button', { name: '发布工作日历' }).click()
    const form = page.getByRole('dialog')
    await form.getByLabel('年份').fill(String(year))
    await form.getByLabel('依据文件').fill(source)
    await form.getByLabel('放假通知的安排').fill([...lines, `防风停工：${latest.dueOn}放假`].join('\n'))
    const told = form.getByRole('region', { name: '发布后将变动的期限' }).getByRole('row')
    const line = told.filter({ hasText: latest.number! }).filter({ hasText: latest.dueOn! })
    const then = await line.getByRole('cell').last().innerText()
    await form.getByRole('button', { name: '发布', exact: true }).click()
    const moved = page.getByRole('region', { name: '因此变动的期限' }).getByRole('row').filter({ hasText: source })
    await moved.filter({ hasText: then }).getByRole('link', { name: latest.number! }).first().click()
    await expect(page.getByText(source).first()).toBeVisible()
    // and back: nobody else's deadlines are left moved
    await ask(
      page.request,
      `mutation ($year: Int!, $holidays: [HolidayIn!]!, $source: String!) {
        publishWorkCalendar(year: $year, holidays: $holidays, source: $source) { id } }`,
      { year, holidays, source: workYears.find((one) => one.year === year)!.source },
    )
  })
})

test.describe('the auditor', () => {
  test.use({ login: 'shenji' })

  test('finds what another has just changed, what it was before, and verifies the chain', async ({
    page,
    browser,
    baseURL,
    accessible,
  }) => {
    const other = await browser.newContext({ baseURL })
    const again = async () => {
      const data = { login: 'jingqu', password: PASSWORD, totp: null }
      const answer = await other.request.post('/api/v1/session', { headers: HEADERS, data })
      expect(answer.ok(), await answer.text()).toBe(true)
      return ((await answer.json()) as { session_id: string }).session_id
    }
    const sessionId = await again()
    await again()
    const query = `mutation { revokeSession(sessionId: "${sessionId}") { id } }`
    const ended = await other.request.post('/graphql', { headers: HEADERS, data: { query } })
    expect(await ended.text()).toContain(sessionId)
    await other.close()

    await page.goto('/audit?operation=identity.revoke_session')
    await page.getByRole('grid').getByRole('button').first().click()
    const entry = page.getByRole('region', { name: '审计记录' })
    await expect(entry).toContainText('（jingqu）')
    const line = entry.getByRole('row', { name: '注销时间' }).getByRole('cell')
    await expect(line.first()).toHaveText('—')
    await expect(line.last()).toHaveText(/^20\d\d-\d\d-\d\d \d\d:\d\d$/)
    await entry.getByRole('button', { name: '该记录的历史' }).first().click()
    await expect(page).toHaveURL(new RegExp(`row=${sessionId}`))
    await expect(page.getByRole('grid').getByRole('button', { name: '登录', exact: true })).toBeVisible()
    await page.getByRole('button', { name: '核验' }).click()
    await expect(page.getByText(/^✓ 完整：核对了 [\d,]+ 条/)).toBeVisible()
    await accessible()
  })

  test('sees who read what is sensitive', async ({ page, accessible }) => {
    await page.goto('/audit/reads')
    await expect(page.getByRole('heading', { name: '敏感信息查看' })).toBeVisible()
    await accessible()
  })
})

test.describe('the keeper of shared data', () => {
  test.use({ login: 'gongxiang' })

  test('adds a key of a partner and revokes it', async ({ page, accessible }) => {
    await page.goto('/partners')
    const partner = page.getByRole('button', { name: '潮汕站贵宾服务台' })
    const prove = page.getByRole('button', { name: '验证身份' })
    await expect(prove.or(partner).first()).toBeVisible()
    if (await prove.isVisible()) await prove.click()
    await proved(page, 'gongxiang', partner)
    await partner.click()
    const one = page.getByRole('region', { name: '潮汕站贵宾服务台' })
    await one.getByRole('button', { name: '登记公钥' }).click()
    const form = page.getByRole('dialog', { name: '登记公钥' })
    await form.getByLabel('Ed25519 公钥').fill('不是公钥')
    await form.getByRole('button', { name: '登记公钥' }).click()
    await expect(form.getByText(/不是 Ed25519 公钥/)).toBeVisible()
    const { publicKey } = generateKeyPairSync('ed25519')
    await form.getByLabel('Ed25519 公钥').fill(publicKey.export({ type: 'spki', format: 'pem' }).toString())
    await form.getByRole('button', { name: '登记公钥' }).click()
    const key = one.getByRole('row').filter({ hasText: '有效' }).filter({ hasText: 'Ed25519' }).first()
    await expect(key).toBeVisible()
    const name = (await key.getByRole('rowheader').innerText()).trim()
    await accessible()
    await key.getByRole('button', { name: '吊销' }).click()
    await page.getByRole('dialog').getByRole('button', { name: '吊销' }).click()
    await expect(one.getByRole('row').filter({ hasText: name })).toContainText(/\d 吊销/)
  })
})
