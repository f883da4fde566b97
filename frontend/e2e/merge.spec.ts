import type { APIRequestContext } from '@playwright/test'
import { expect, test } from './fixtures'

// Story A6: two counties enter one person; the office joins the records, decides who introduced her, and parts them again.
test.describe.configure({ mode: 'serial' })
const stamp = Date.now() % 10_000_000
const HAN =
  '的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经十三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它合还因由其些然前外天政四日那社义事平形相全表间样与关各重新线内数正心反你明看原又么利比或但质气第向道命此变条只没结解问意建月公无系军很情者最立代想已通并提直题党程展五果料象员革位入常文总次品式活设及管特件长求老头基资边流路级少图山统接知较将组见计别她手角期根论运农指几九区强放决西被干做必战先回则任取据处队南给色光门即保治北造百规热领七海口东导器压志世金增争济阶油思术极交受联什认六共权收证改清己美再采转更单风切打白教速花带安场身车例真务具万每目至达走积示议声报斗完类八离华名确才科张信马节话米整空元况今集温传土许步群广石记需段研界拉林律叫且究观越织装影算低持音众书布复容儿须际商非验连断深难近矿千周委素技备半办青省列习响约支般史感劳便团往酸历市克何除消构府称太准精值号率族维划选标写存候毛亲快效斯院查江型眼王按格养易置派层片始却专状育厂京识适属圆包火住调满县局照参红细引听该铁价严龙飞'
/** A name nobody else has: the same test may be run again on the same data. */
const given = HAN[stamp % HAN.length]! + HAN[Math.floor(stamp / HAN.length) % HAN.length]!
const NAME = `林${given}`
const PHONE = `1990${String(stamp).padStart(7, '0')}`
const BORN = '1992-11-07'
const day = (back: number) => new Date(Date.now() + 8 * 3_600_000 - back * 86_400_000).toISOString().slice(0, 10)

async function ask<T>(request: APIRequestContext, query: string, variables: Record<string, unknown> = {}): Promise<T> {
  const answer = await request.post('/graphql', {
    headers: { 'x-bole-request': '1', accept: 'application/json' },
    data: { query, variables },
  })
  const told = (await answer.json()) as { data: T; errors?: { message: string }[] }
  expect(told.errors).toBeUndefined()
  return told.data
}

const ENTER = `mutation ($unit: UUID!, $talent: NewTalentIn!) { enterTalent(unitId: $unit, talent: $talent) { id } }`
const CLAIM = `mutation ($t: UUID!, $u: UUID!, $d: Date!) { claimIntroduction(talentId: $t, unitId: $u, arrivedOn: $d) { id } }`
type Units = { units: { nodes: { id: string; code: string }[] } }
async function unit(request: APIRequestContext, code: string) {
  const found = await ask<Units>(request, '{ units(first: 100) { nodes { id code } } }')
  return found.units.nodes.find((u) => u.code === code)!.id
}
const people: Record<string, string> = {}

for (const [login, back] of [
  ['xiangqiao', 40],
  ['chaoan', 20],
] as const) {
  test.describe(login, () => {
    test.use({ login })
    test('enters her and claims to have introduced her', async ({ page }) => {
      await page.goto('/')
      const place = await unit(page.request, login)
      const talent = { name: NAME, phone: PHONE, birthDate: BORN, level: 'L4', levelSince: '2026-01-05', documents: [] }
      const made = await ask<{ enterTalent: { id: string } }>(page.request, ENTER, { unit: place, talent })
      people[login] = made.enterTalent.id
      await ask(page.request, CLAIM, { t: people[login], u: place, d: day(back) })
    })
  })
}

test.describe('a county', () => {
  test.use({ login: 'chaoan' })
  test('is told who may be here already while it enters somebody', async ({ page, accessible }) => {
    await page.goto('/talents/new')
    await page.getByLabel('姓名').fill(NAME)
    await page.getByLabel('电话').fill(PHONE)
    await page.getByLabel('出生日期').fill(BORN)
    const twins = page.getByRole('status').filter({ hasText: '可能已在名录中' })
    await expect(twins.getByRole('link', { name: NAME })).toBeVisible()
    await expect(twins).toContainText('其他单位还有 1 条')
    await accessible()
  })
  test('hears that its record is looked at, and nothing of the other one', async ({ page, accessible }) => {
    await page.goto('/duplicates')
    const signs = page.getByRole('region', { name: '正在核对的本单位记录' })
    await expect(signs.getByRole('link', { name: NAME })).toBeVisible()
    await expect(page.getByRole('link', { name: '核对' })).toHaveCount(0)
    await accessible()
  })
})

type Cards = { talent: { cards: { id: string; number: string; status: string }[] } }
const cardOf = async (request: APIRequestContext, talent: string) =>
  (
    await ask<Cards>(request, 'query ($t: UUID!) { talent(id: $t) { cards(first: 1) { id number status } } }', {
      t: talent,
    })
  ).talent.cards[0]

test.describe('the office', () => {
  test.use({ login: 'jingban' })

  test('had given a card to each record, and the newer one was used', async ({ page, as }) => {
    await page.goto('/')
    for (const login of ['xiangqiao', 'chaoan']) {
      const drawn = await ask<{ drawUpCardBatch: { id: string } }>(
        page.request,
        'mutation ($t: [UUID!]) { drawUpCardBatch(title: "核重", schemeCode: "youcai", talentIds: $t) { id } }',
        { t: [people[login]] },
      )
      const about = { b: drawn.drawUpCardBatch.id }
      await ask(page.request, 'mutation ($b: UUID!) { submitCardBatch(batchId: $b) { id } }', about)
      const deputy = await as('zhuren')
      await ask(deputy.request, 'mutation ($b: UUID!) { approveCardBatch(batchId: $b) { id } }', about)
      await expect.poll(() => cardOf(page.request, people[login]!), { timeout: 20_000 }).toBeTruthy()
      const card = await cardOf(page.request, people[login]!)
      await ask(page.request, 'mutation ($c: UUID!) { activateCard(cardId: $c) { id } }', { c: card!.id })
    }
    const hospital = await as('yiyuan')
    const used = { n: (await cardOf(page.request, people.chaoan!))!.number, k: `a6-${stamp}` }
    await ask(
      hospital.request,
      'mutation ($n: String!, $k: String!) { redeem(cardNumber: $n, service: "checkup", key: $k) { id } }',
      used,
    )
  })

  test('joins the two records: one card goes on with the uses of both', async ({ page, accessible }) => {
    await page.goto('/duplicates')
    const row = page.getByRole('row').filter({ hasText: NAME })
    await expect(row).toContainText('极可能是同一人')
    await accessible()
    await row.getByRole('link', { name: '核对' }).click()
    await expect(page.getByRole('heading', { name: `核对：${NAME}、${NAME}` })).toBeVisible()
    await page.getByRole('columnheader').filter({ hasText: '湘桥区' }).getByRole('radio').check()
    await page.getByText('合并后各类事项如何处理').click()
    await expect(page.getByText('同一方案两张有效的，较新的一张注销，已用次数合并')).toBeVisible()
    await accessible()
    await page.getByRole('button', { name: '合并', exact: true }).click()
    const dialog = page.getByRole('dialog', { name: '合并' })
    await dialog.getByRole('textbox').fill('核对证件照与电话，为同一人')
    await dialog.getByRole('button', { name: '合并', exact: true }).click()
    await expect(page.getByText('已合并，并入的记录已注销')).toBeVisible()
    const history = page.getByRole('region', { name: '合并' })
    await expect(history).toContainText('已用次数合并（1 次）')
    await expect(history).toContainText('引进申报 1 项')
    const left = await ask<{
      talent: { cards: { status: string; entitlements: { quota: number; used: number; serviceCode: string }[] }[] }
    }>(
      page.request,
      'query ($t: UUID!) { talent(id: $t) { cards(first: 2) { status entitlements(first: 100) { serviceCode quota used } } } }',
      { t: people.xiangqiao },
    )
    expect(left.talent.cards.map((c) => c.status).sort()).toEqual(['ACTIVE', 'CANCELLED'])
    const kept = left.talent.cards.find((c) => c.status === 'ACTIVE')!
    const right = kept.entitlements.find((e) => e.serviceCode === 'checkup')!
    expect(right.quota - right.used).toBe(0)
    await expect(history.getByRole('button', { name: '撤销合并' })).toBeVisible()
    await accessible()
  })

  test('decides who introduced her: the first to arrive', async ({ page, accessible }) => {
    await page.goto('/introductions')
    const cases = page.getByRole('region', { name: '待裁定的归属争议' })
    const mine = cases.locator('.case').filter({ hasText: NAME })
    await expect(mine).toContainText('最先到岗')
    await accessible()
    await mine.getByRole('button', { name: '裁定' }).click()
    const dialog = page.getByRole('dialog', { name: `裁定“${NAME}”的引进归属` })
    await expect(dialog.getByLabel(/湘桥区/)).toBeChecked()
    await dialog.getByLabel('裁定理由').fill('湘桥区首次到岗在先')
    await dialog.getByRole('button', { name: '裁定' }).click()
    await expect(page.getByText('已裁定，各单位将收到通知')).toBeVisible()
    await expect(mine).toHaveCount(0)
    const claims = page.getByRole('grid', { name: '引进申报' })
    await expect(claims.getByRole('row').filter({ hasText: NAME }).filter({ hasText: '已计入' })).toContainText('湘桥')
    await expect(claims.getByRole('row').filter({ hasText: NAME }).filter({ hasText: '不计' })).toContainText('潮安')
  })

  test('parts them again: what came later is told, and both count', async ({ page, accessible }) => {
    const later = `mutation ($t: UUID!) { addEducation(talentId: $t, education: { degree: MASTER, school: "韩山师范学院" }) { id } }`
    await ask(page.request, later, { t: people.xiangqiao })
    await page.goto(`/talents/${people.xiangqiao}`)
    await page.getByRole('button', { name: '撤销合并' }).click()
    const dialog = page.getByRole('dialog', { name: '撤销合并' })
    await dialog.getByLabel(/转给恢复的记录：学历 韩山师范学院/).check()
    await accessible()
    await dialog.getByRole('button', { name: '撤销合并' }).click()
    await expect(dialog.getByRole('alert')).toHaveText('请写明撤销理由。')
    await dialog.getByLabel('撤销理由').fill('核实为姐妹，共用电话')
    await dialog.getByRole('button', { name: '撤销合并' }).click()
    await expect(page.getByText('已撤销，两条记录都已恢复')).toBeVisible()
    await page.goto(`/talents/${people.chaoan}`)
    await expect(page.getByText('韩山师范学院').first()).toBeVisible()
    expect((await cardOf(page.request, people.chaoan!))!.status).toBe('ACTIVE')
    const { talents } = await ask<{
      talents: { nodes: { status: string; introductionClaims: { share: string }[] }[] }
    }>(
      page.request,
      'query ($n: String) { talents(search: $n, first: 5) { nodes { status introductionClaims(first: 2) { share } } } }',
      {
        n: NAME,
      },
    )
    expect(talents.nodes.map((p) => [p.status, Number(p.introductionClaims[0]!.share)])).toEqual([
      ['ACTIVE', 1],
      ['ACTIVE', 1],
    ])
  })
})
