import { expect, test, alerts } from './fixtures'
import { asker } from './holder'

// One batch lives through the file: drawn up, approved, its cards activated, frozen and used.
test.describe.configure({ mode: 'serial' })

const TITLE = `浏览器用例 ${Date.now()}`
let batch = ''
let card = ''
let number = ''

test.describe('a clerk', () => {
  test.use({ login: 'jingban' })

  test('draws up a batch, takes somebody out and submits it', async ({ page, accessible }) => {
    await page.goto('/card-batches')
    await expect(page.getByRole('grid', { name: '批次' })).toBeVisible()
    await accessible()
    await page.getByRole('button', { name: '拟定批次' }).click()
    const form = page.getByRole('dialog')
    await form.getByLabel('批次名称').fill(TITLE)
    await form.getByRole('combobox', { name: '归口单位' }).fill('饶平县')
    await page.getByRole('option', { name: '饶平县', exact: true }).click()
    await form.getByText('骨干（青年）人才（普通卡）').click()
    await form.getByRole('button', { name: '拟定批次' }).click()
    await expect(page.getByRole('heading', { name: TITLE })).toBeVisible()
    batch = new URL(page.url()).pathname
    const list = page.getByRole('grid', { name: '发卡名单' })
    await list.getByRole('checkbox').first().check()
    await page.getByRole('button', { name: '移出 1 人' }).click()
    await page.getByRole('dialog').getByRole('button', { name: '移出 1 人' }).click()
    await expect(list.getByText('不发：经办人移出')).toBeVisible()
    await accessible()
    await page.getByRole('button', { name: '提交' }).click()
    await page.getByRole('dialog').getByRole('button', { name: '提交' }).click()
    await expect(page.getByText('已提交，等待另一人批准')).toBeVisible()
    await expect(page.getByRole('button', { name: '批准' })).toBeHidden()
  })
})

test.describe('the approver', () => {
  test.use({ login: 'zhuren' })

  test('is told what waits, must say why a batch is returned, and approves it', async ({ page }) => {
    await page.goto('/card-batches')
    await page.getByRole('link', { name: '去看待批的批次' }).click()
    await page.getByRole('link', { name: TITLE }).click()
    await page.getByRole('button', { name: '退回' }).click()
    await page.getByRole('dialog').getByRole('button', { name: '退回' }).click()
    await expect(alerts(page)).toContainText('请写明原因')
    await page.getByRole('dialog').getByRole('button', { name: '取消' }).click()
    await page.getByRole('button', { name: '批准' }).click()
    await page.getByRole('dialog').getByRole('button', { name: '批准' }).click()
    await expect(page.locator('.batch-head .state-mark')).toHaveText('已发')
    await expect(page.getByRole('grid').locator('a.card-number').first()).toBeVisible()
  })
})

test.describe('a clerk with cards issued', () => {
  test.use({ login: 'jingban' })

  test('activates a card and sees its rights and how they came about', async ({ page, accessible }) => {
    await page.goto(`/cards?batch=${batch.split('/').pop()}`)
    const first = page.getByRole('grid', { name: '优才卡' }).locator('a.card-number').first()
    number = await first.innerText()
    await first.click()
    await page.getByRole('button', { name: '激活' }).click()
    await expect(page.getByText('已激活，本期权益已授予')).toBeVisible()
    card = new URL(page.url()).pathname
    await page.getByRole('button', { name: '展开“年度体检”的账' }).click()
    await expect(page.getByRole('table', { name: '“年度体检”的账' })).toContainText('授予')
    await accessible()
  })

  test('freezes a card for a reason and takes it back', async ({ page }) => {
    await page.goto(card)
    await page.getByRole('button', { name: '冻结' }).click()
    await page.getByRole('dialog').getByLabel('原因').fill('持卡人来电核实')
    await page.getByRole('dialog').getByRole('button', { name: '冻结' }).click()
    await expect(page.locator('.card-state')).toContainText('冻结')
    await expect(page.locator('.card-state')).toContainText('持卡人来电核实')
    await page.getByRole('button', { name: '撤销' }).click()
    await expect(page.getByText('已解冻')).toBeVisible()
    await expect(page.locator('.card-state')).toContainText('有效')
  })

  test('freezes many at once, is told of each, and thaws those just frozen', async ({ page, accessible }) => {
    await page.goto(`/cards?batch=${batch.split('/').pop()}`)
    await expect(page.getByRole('list', { name: '各卡种张数' })).toContainText('普通卡')
    await accessible()
    await page.getByRole('button', { name: /全选已列出/ }).click()
    await page.getByRole('button', { name: '冻结', exact: true }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('button', { name: /^冻结 \d+ 张卡$/ }).click()
    await expect(alerts(dialog)).toContainText('冻结须填写原因')
    await dialog.getByLabel('原因').fill('用例：成批冻结')
    await dialog.getByRole('button', { name: /^冻结 \d+ 张卡$/ }).click()
    await expect(dialog.getByText(/1 张已冻结，\d+ 张未办/)).toBeVisible({ timeout: 60_000 })
    await expect(dialog.getByRole('row', { name: number })).toContainText('已冻结')
    await expect(dialog.getByRole('row').nth(2)).toContainText('待发')
    await dialog.getByRole('button', { name: '撤销：解冻这 1 张' }).click()
    await expect(dialog.getByText('1 张已解冻，0 张未办')).toBeVisible()
  })

  test('sees a use, reverses it for a reason, and cannot set fewer places than are taken', async ({
    page,
    browser,
    baseURL,
    accessible,
  }) => {
    const counter = await asker(browser, 'yiyuan', baseURL!)
    await counter('mutation($n: String!, $k: String!) { redeem(cardNumber: $n, service: "checkup", key: $k) { id } }', {
      n: number,
      k: `e2e-${Date.now()}`,
    })
    await page.goto('/card-pools')
    await page.getByRole('button', { name: '调整名额' }).first().click()
    await page.getByLabel('新名额').fill('0')
    await page.getByLabel('调整原因').fill('用例')
    await page.getByRole('dialog').getByRole('button', { name: '调整', exact: true }).click()
    await expect(alerts(page).first()).toContainText('不能调减到 0 个')
    await accessible()
    await page.goto('/redemptions?service=checkup')
    const name = page.getByRole('grid', { name: '核销' })
    await name.getByRole('button', { name: '办理' }).first().click()
    await expect(page.getByRole('dialog')).toContainText(number)
    await accessible()
    await page.getByRole('button', { name: '冲正' }).click()
    await page.getByLabel('原因（必填）').fill('窗口误刷')
    await page.getByRole('dialog').last().getByRole('button', { name: '冲正' }).click()
    await expect(page.getByText('已冲正，额度已退回')).toBeVisible()
  })
})

test.describe('others', () => {
  test.describe('without the permission', () => {
    test.use({ login: 'guanli' })
    test('are told whom to ask', async ({ page, accessible }) => {
      await page.goto('/cards')
      await expect(page.getByRole('heading', { name: '您没有查看这一页的权限' })).toBeVisible()
      await expect(page.getByText('查看优才卡')).toBeVisible()
      await accessible()
    })
  })
  test.describe('at a station', () => {
    test.use({ login: 'yizhan' })
    test('go to the counter from the navigation, and draw up no batches', async ({ page }) => {
      await page.goto('/cards')
      await expect(page.getByRole('link', { name: '卡片' })).toBeVisible()
      await expect(page.getByRole('link', { name: '批次' })).toBeHidden()
      await page.getByRole('link', { name: '核验台' }).click()
      await expect(page).toHaveURL(/\/verify\//)
    })
  })
})
