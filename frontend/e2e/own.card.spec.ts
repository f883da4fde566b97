import { expect, test } from './fixtures'
import { beside } from './talent'

test.use({ login: 'rencai2' })
const PDF = Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\nstartxref\n9\n%%EOF\n')

test('a talent of two employers applies by the phone: chooses who recommends, brings papers, and follows it', async ({
  page,
  browser,
  baseURL,
  accessible,
  expected,
}) => {
  expected.push(/status of 422/) // a paper that is none
  const [me, clerk] = [await beside(browser, 'rencai2', baseURL!), await beside(browser, 'jingban', baseURL!)]
  const { myProfile } = await me.does('{ myProfile { id } }')
  const { units } = await clerk.does('{ units(kind: EMPLOYER, first: 2) { nodes { id name } } }')
  for (const { id, name } of units.nodes)
    await clerk.does(
      `mutation($t: UUID!, $u: UUID!, $n: String!) { addEmployment(talentId: $t, employment:
        { employerName: $n, employerUnitId: $u, kind: FLEXIBLE, main: false, startedOn: "2026-09-01" }) { id } }`,
      { t: myProfile.id, u: id, n: name },
    )
  const other = units.nodes[1].name as string

  await page.goto('/card/mine/recognition')
  await page.getByRole('link', { name: '申报认定' }).click()
  await page.getByRole('button', { name: '开始申报' }).click()
  await expect(page.getByRole('alert')).toContainText('请选择一条标准')
  await page.getByRole('radio', { name: /国家最高科学技术奖获得者/ }).check()
  await accessible()
  await page.getByRole('button', { name: '开始申报' }).click()

  await page.getByLabel('由哪个单位推荐').selectOption({ label: other })
  await expect(page.getByText(`改由${other}推荐`)).toBeVisible()
  await page.getByLabel('业绩陈述').fill('主持国家级项目两项，成果在本市转化。')
  await expect(page.getByRole('status').filter({ hasText: /^已保存$/ })).toBeVisible()
  await page.getByRole('button', { name: '提交' }).click()
  await expect(page.getByRole('alert')).toContainText('还缺佐证材料：获奖证书')
  const brought = page.getByLabel('获奖证书：拍照或选文件')
  await brought.setInputFiles({ name: '证书.pdf', mimeType: 'application/pdf', buffer: Buffer.from('text') })
  await expect(page.getByRole('alert').first()).toContainText('不是可收的格式')
  await brought.setInputFiles({ name: '证书.pdf', mimeType: 'application/pdf', buffer: PDF })
  await expect(page.getByText('必交，已有')).toBeVisible()
  await expect(page.getByRole('alert')).toHaveCount(0)
  await accessible()
  await page.reload()
  await expect(page.getByLabel('业绩陈述')).toHaveValue(/成果在本市转化/)
  await page.getByRole('button', { name: '提交' }).click()

  await expect(page.getByText(`由${other}推荐`, { exact: true })).toBeVisible()
  await expect(page.getByRole('listitem').filter({ hasText: '提交' })).toBeVisible()
  await expect(page.getByText('证书.pdf')).toBeVisible()
  await accessible()
  await page.getByRole('link', { name: '返回' }).click()
  await expect(page.getByRole('link', { name: new RegExp(`已提交 等${other}推荐`) })).toBeVisible()
  await accessible()

  await page.getByRole('link', { name: /已提交/ }).click()
  await page.getByRole('button', { name: '撤回' }).click()
  await page.getByLabel('撤回的理由').fill('改报另一条')
  await page.getByRole('dialog').getByRole('button', { name: '撤回' }).click()
  await expect(page.getByText('已撤回，可另行申报')).toBeVisible()
})
