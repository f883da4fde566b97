import { join } from 'node:path'
import { expect, test } from './fixtures'

const SAMPLES = join(process.env.E2E_DATA ?? '/tmp/bole-e2e', 'samples')
test.use({ login: 'chaoan' })

test('what is no workbook is refused in words, before and after it is sent', async ({ page, accessible, expected }) => {
  expected.push(/status of 422/)
  await page.goto('/imports')
  await expect(page.getByRole('heading', { name: '名录导入' })).toBeVisible()
  await accessible()
  await page.getByRole('button', { name: '导入新表格' }).first().click()
  const file = page.locator('input[type=file]')
  await page.getByRole('button', { name: '上传并检查' }).click()
  await expect(page.getByRole('main').getByRole('alert')).toContainText('请先选择')
  await file.setInputFiles({ name: '照片.png', mimeType: 'image/png', buffer: Buffer.from('x') })
  await expect(page.getByRole('main').getByRole('alert')).toContainText('不是 .xlsx 或 .csv 表格')
  await file.setInputFiles({ name: '空表.xlsx', mimeType: '', buffer: Buffer.alloc(0) })
  await expect(page.getByRole('main').getByRole('alert')).toContainText('文件是空的')
  await file.setInputFiles({ name: '名录.xlsx', mimeType: '', buffer: Buffer.from('%PDF-1.7 not a table') })
  await expect(page.getByRole('main').getByRole('alert')).toHaveCount(0)
  await page.getByRole('button', { name: '上传并检查' }).click()
  await expect(page.getByRole('main').getByRole('alert')).toContainText('这不是 Excel 工作簿')
  await accessible()
  await expect(page).toHaveURL(/imports\/new$/)
})

test('a table without a header fails in words, and is cancelled without a trace', async ({ page, expected }) => {
  expected.push(/status of 4\d\d/)
  await page.goto('/imports/new')
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: '说明.csv', mimeType: 'text/csv', buffer: Buffer.from('甲,乙\n1,2\n') })
  await page.getByRole('button', { name: '上传并检查' }).click()
  await expect(page.getByRole('main').getByRole('alert')).toContainText('没有表头')
  await page.getByRole('button', { name: '取消导入' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '取消导入' }).click()
  await expect(page.getByRole('heading', { name: '已取消' })).toBeVisible()
})

test('a table with errors: each cell is told, the good rows enter, and their people are found', async ({
  page,
  accessible,
}) => {
  await page.goto('/imports/new')
  await page.locator('input[type=file]').setInputFiles(join(SAMPLES, '潮安区人才名录（待改）.xlsx'))
  await page.getByRole('button', { name: '上传并检查' }).click()
  const rows = page.getByRole('region', { name: '逐格结果' })
  await expect(rows).toContainText('已列出 20 行，共 37 行', { timeout: 60_000 })
  await expect(rows.getByRole('row', { name: /^16 / })).toContainText('B16 姓名')
  await expect(rows.getByRole('row', { name: /^16 / })).toContainText('不像一个姓名')
  await accessible()
  await rows.getByRole('button', { name: '再列 20 行' }).click()
  await expect(rows).toContainText('S261 毕业院校')
  await page.getByText(/认出 \d+ 列/).click()
  await expect(page.getByRole('cell', { name: '没有用到' }).first()).toBeVisible()

  // left and come back to
  await page.getByRole('link', { name: '名录导入' }).first().click()
  await page.getByRole('link', { name: '潮安区人才名录（待改）.xlsx' }).first().click()
  const [table] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: '下载错误表' }).click(),
  ])
  expect(table.suggestedFilename()).toBe('潮安区人才名录（待改）-错误表.xlsx')

  await rows.getByLabel('显示').selectOption({ label: '将更新的行' })
  await expect(rows).toContainText('技术负责人')
  await rows.getByLabel('显示').selectOption({ label: '新增中有提醒的行' })
  const name = (await rows.getByRole('row', { name: /^268 / }).getByRole('cell').first().innerText()).trim()
  await page.getByRole('button', { name: /^入库 \d+ 行$/ }).click()
  await page.getByRole('dialog').getByRole('button', { name: /^入库/ }).click()
  await expect(page.getByRole('heading', { name: '入库完成' })).toBeVisible({ timeout: 60_000 })
  await expect(page.getByText('另有 37 行有错误')).toBeVisible()
  await page.getByRole('link', { name: '查看刚入库的人才' }).click()
  await expect(page.getByRole('grid').getByRole('link').first()).toBeVisible()
  await expect(page).toHaveURL(/order=RECENT/)
  await page.getByLabel('姓名、拼音或首字母').fill(name)
  await page
    .getByRole('link', { name: `查看${name}的资料` })
    .first()
    .click()
  await expect(page.getByRole('complementary').getByRole('heading', { name })).toBeVisible()
})
