import type { Page } from '@playwright/test'
import { expect, test } from './fixtures'

/** One round of 每季一更新, from its opening to who turns stale. All but a few people are answered for by the command
 * of the product, so that its end leaves the roster of the other tries as it is. */
const UNIT = '凤泉湖高新区'
const list = (page: Page) => page.getByRole('grid', { name: '名册' })
const line = (page: Page, name: string) => list(page).getByRole('row').filter({ hasText: name }).first()

async function asked<T>(page: Page, query: string, variables: object): Promise<T> {
  const answer = await page.request.post('/graphql', {
    headers: { 'x-bole-request': '1', 'idempotency-key': crypto.randomUUID() },
    data: { query, variables },
  })
  const told = (await answer.json()) as { data: T; errors?: unknown }
  expect(told.errors).toBeUndefined()
  return told.data
}
type Items = { campaignItems: { nodes: { id: string; talent: { name: string; unit: { name: string } } }[] } }
const ITEMS = `query ($c: UUID!, $after: String) { campaignItems(campaignId: $c, status: PENDING, first: 100, after: $after) {
  pageInfo { endCursor } nodes { id talent { name unit { name } } } } }`
const CONFIRM = 'mutation ($ids: [UUID!]!) { confirmCampaignItems(itemIds: $ids) { done } }'

/** Answers for everybody but the first four of one unit; says who is left. */
async function answeredBut(page: Page, campaign: string): Promise<string[]> {
  const kept: { id: string; name: string }[] = []
  for (;;) {
    const { campaignItems } = await asked<Items>(page, ITEMS, { c: campaign })
    const fresh = campaignItems.nodes.filter((n) => !kept.some((k) => k.id === n.id))
    if (!fresh.length) return kept.map((k) => k.name)
    for (const n of fresh)
      if (n.talent.unit.name === UNIT && kept.length < 4) kept.push({ id: n.id, name: n.talent.name })
    const ids = fresh.map((n) => n.id).filter((id) => !kept.some((k) => k.id === id))
    if (ids.length) await asked(page, CONFIRM, { ids })
  }
}

test.describe('the city office', () => {
  test.use({ login: 'jingban' })

  test('a round is opened, people are answered for by key, one has left, and who is not answered for is stale', async ({
    page,
    accessible,
  }) => {
    await page.goto('/campaigns')
    await page.getByRole('button', { name: '开展季度更新' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('季度').selectOption({ index: 4 })
    await dialog.getByRole('button', { name: '开展季度更新' }).click()
    await expect(page.getByRole('heading', { level: 1, name: /^季度更新：/ })).toBeVisible()
    await expect(page.getByText(/^进行中/)).toBeVisible()
    const campaign = new URL(page.url()).pathname.split('/').pop()!
    const [first, second, third, fourth] = await answeredBut(page, campaign)

    await page.goto(`/campaigns/${campaign}?status=PENDING`)
    await expect(page.getByText('共 4 条')).toBeVisible()
    await accessible()
    await list(page).focus()
    await page.keyboard.press('c')
    await expect(page.getByText('已确认 1 人')).toBeVisible()
    await expect(line(page, first!)).toHaveCount(0)
    await page.getByRole('button', { name: '撤销' }).click()
    await expect(page.getByText('已撤销 1 人')).toBeVisible()
    await line(page, first!).getByRole('checkbox').check()
    await line(page, second!).getByRole('checkbox').check()
    await page.getByRole('button', { name: '确认所选 2 人' }).click()
    await expect(page.getByText('已确认 2 人')).toBeVisible()

    await page.getByRole('button', { name: `登记离开：${third}` }).click()
    await page.getByLabel('原因').selectOption({ label: '退休离开' })
    await page.getByLabel('已向谁报告').fill('市委人才办')
    await page
      .getByRole('dialog')
      .getByRole('button', { name: `登记离开：${third}` })
      .click()
    await expect(page.getByText(`已登记${third}离开`)).toBeVisible()

    const row = page.getByRole('row').filter({ hasText: UNIT }).first()
    const urge = row.getByRole('button', { name: `催办 ${UNIT}` })
    // what is told stands two at most, and leaves the steps of the page free
    const close = (await page.getByRole('button', { name: '提前截止' }).boundingBox())!
    await expect(async () => {
      for (let hit = 0; hit < 3; hit++) await urge.click()
      const tops = await page.locator('.el-message').evaluateAll((all) => all.map((e) => e.getBoundingClientRect().top))
      expect(tops).toHaveLength(2)
      expect(Math.min(...tops)).toBeGreaterThan(close.y + close.height)
    }).toPass()
    await page.getByRole('button', { name: '提前截止' }).click()
    await page.getByRole('dialog').getByRole('textbox').fill('各单位已核完')
    await page.getByRole('dialog').getByRole('button', { name: '提前截止' }).click()
    await expect(page.getByText(/^已于 .* 截止/)).toBeVisible()
    await page.goto(`/campaigns/${campaign}?status=UNCONFIRMED`)
    await expect(async () => {
      await page.reload()
      await expect(line(page, fourth!)).toBeVisible({ timeout: 2000 })
    }).toPass()

    // shown as such in every figure, today; yesterday's stays what it was
    await page.goto('/figures?by=STATUS')
    const stale = page.getByRole('row').filter({ hasText: '待更新' }).last()
    await expect(stale).toBeVisible()
    await expect(page.getByText(/^口径：各状态分列，注销的不计/)).toBeVisible()
    const [book] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: '导出 Excel' }).click(),
    ])
    expect(book.suggestedFilename()).toMatch(/^名录数字-按状态-\d{4}-\d\d-\d\d\.xlsx$/)
    await accessible()
    await page.goto(`/campaigns/${campaign}?status=UNCONFIRMED`)
    await page.getByRole('button', { name: `确认无变动：${fourth}` }).click()
    await expect(page.getByText('已确认 1 人')).toBeVisible()
  })

  test('the roster of a past day is read, and the figures of a frozen quarter are corrected beside', async ({
    page,
    accessible,
  }) => {
    await page.goto('/talents?asOf=2024-06-30')
    await expect(page.getByText('截至 2024-06-30 的名录（只读）')).toBeVisible()
    await expect(page.getByRole('grid').getByRole('checkbox')).toHaveCount(0)
    await accessible()
    await page.getByRole('grid').getByRole('link').first().click()
    const then = page.getByRole('region', { name: '2024-06-30 的情况' })
    await expect(then.getByRole('definition').first()).toHaveText('在库')
    await page.getByRole('link', { name: '打开完整资料' }).click()
    await expect(then.getByRole('definition').first()).toHaveText('在库')
    await accessible()
    await page.getByLabel('截至').fill('1999-12-31')
    await expect(page.getByText('这一天还没有入库')).toBeVisible()
    await page.getByRole('button', { name: '回到今日' }).click()
    await expect(page.getByRole('region', { name: /的情况$/ })).toBeHidden()
    await page.goBack()
    await page.getByRole('button', { name: '名录数字' }).click()
    await expect(page.getByText(/^截至 2024-06-30：\d+ 人/)).toBeVisible()

    await page.goto('/quarters')
    await page.getByRole('table').getByRole('link').first().click()
    await expect(page.getByRole('heading', { level: 1, name: /的数字$/ })).toBeVisible()
    await page.getByLabel('与何时相比').selectOption({ label: '上季度' })
    await expect(page.getByRole('heading', { name: '对比' })).toBeVisible()
    await page.getByRole('button', { name: '核对快照' }).click()
    await expect(page.getByText(/^核对一致/)).toBeVisible()
    await accessible()
    await page
      .getByRole('button', { name: /^登记更正：/ })
      .last()
      .click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('更正后人数').fill('999')
    await dialog.getByLabel('更正原因').fill(`核对发现漏报 ${Date.now()}`)
    await dialog.getByRole('button', { name: /^登记更正/ }).click()
    await expect(page.getByText('已登记更正')).toBeVisible()
    await expect(page.getByRole('row').filter({ hasText: '核对发现漏报' }).first()).toContainText('999')
  })
})
