import { alerts, expect, test } from './fixtures'

// A talent puts a fact right, the owner of the record confirms, the talent sees it; a request has its deadline; an erasure has its plan.
const PLACE = `潮州市湘桥区意溪镇${Date.now() % 1000}号`

test.describe('a correction and a request', () => {
  test.describe.configure({ mode: 'serial' })
  test.describe('a talent', () => {
    test.use({ login: 'rencai2' })

    test('proposes a correction and asks for an explanation', async ({ page, accessible }) => {
      await page.goto('/card/mine/profile')
      await page.getByRole('button', { name: /^更正\s*常住地$/ }).click()
      const sheet = page.getByRole('dialog', { name: '更正常住地' })
      await sheet.getByLabel('应为').fill(PLACE)
      await accessible()
      await sheet.getByRole('button', { name: '提交更正' }).click()
      await expect(page.getByText('已提交，由归口单位核实后答复')).toBeVisible()

      await page.goto('/card/mine/requests')
      await page.getByLabel('请写明要求').fill('请说明我的资料提供给了谁')
      await page.getByRole('button', { name: '提出请求' }).click()
      await expect(page.getByRole('heading', { name: '解释说明：待受理' })).toBeVisible()
      await expect(page.getByText(/答复期限 \d{4}-\d\d-\d\d/).first()).toBeVisible()
      await accessible()
    })
  })

  test.describe('the office', () => {
    test.use({ login: 'zhuren' })

    test('confirms the correction, answers the request and reads an erasure plan', async ({ page, accessible }) => {
      await page.goto('/changes?source=TALENT')
      const change = page.getByRole('row').filter({ hasText: PLACE })
      await expect(change).toContainText('人才本人')
      await accessible()
      await change.getByRole('button', { name: '采用', exact: true }).click()
      await page.getByRole('dialog').getByRole('button', { name: '采用', exact: true }).click()
      await expect(change).toBeHidden()

      await page.goto('/data-requests')
      const request = page.getByRole('row').filter({ hasText: '请说明我的资料提供给了谁' })
      await request.getByRole('button', { name: '答复' }).click()
      await page.getByLabel('答复（本人可见）').fill('只有核验过您的卡的单位，见本人资料副本。')
      await page.getByRole('dialog').getByRole('button', { name: '答复' }).click()
      await expect(request).toBeHidden()

      const person = (
        await page.getByRole('row').filter({ hasText: '书面申请删除' }).getByRole('link').innerText()
      ).trim()
      await page.getByRole('button', { name: '登记请求' }).click()
      const form = page.getByRole('dialog', { name: '登记请求' })
      await form.getByRole('combobox', { name: '人才' }).fill(person)
      await page.getByRole('option').filter({ hasText: person }).first().click()
      await form.getByLabel('请求 必填').selectOption('删除')
      await form.getByLabel('提出人 必填').selectOption('代理人')
      await form.getByLabel('请求内容').fill('来窗口要求停止推送')
      await form.getByRole('button', { name: '登记', exact: true }).click()
      await expect(form.getByText('请填写“提出人姓名与关系”')).toBeVisible()
      await form.getByLabel('提出人姓名与关系').fill('陈某（受托律师）')
      await form.getByRole('button', { name: '登记', exact: true }).click()
      await expect(alerts(form)).toContainText('已有一项同类请求在办理中')
      await form.getByLabel('请求 必填').selectOption('撤回同意')
      await form.getByLabel('撤回的授权').selectOption('服务推送')
      await accessible()
      await form.getByRole('button', { name: '登记', exact: true }).click()
      const one = page.getByRole('region', { name: '请求详情' })
      await expect(one).toContainText('代理人　陈某（受托律师）')
      await expect(one).toContainText('服务推送')
      const recorded = page.getByRole('row').filter({ hasText: '来窗口要求停止推送' })
      await expect(recorded).toContainText(person)
      await accessible()
      await one.getByRole('button', { name: '不予办理' }).click()
      await page.getByLabel('原因').fill('委托书没有签名')
      await page.getByRole('dialog').getByRole('button', { name: '不予办理' }).click()
      await expect(recorded).toBeHidden()
      await one.getByRole('button', { name: '关闭旁边的内容' }).click()

      await page.getByRole('row').filter({ hasText: '书面申请删除' }).getByRole('button', { name: '删除方案' }).click()
      const plan = page.getByRole('dialog', { name: /^删除方案/ })
      await expect(plan.getByRole('row').filter({ hasText: '身份证件' })).toContainText('删除')
      await expect(plan.getByRole('row').filter({ hasText: '审计日志' })).toContainText('保存')
      await expect(plan.getByRole('button', { name: '执行删除，不能恢复' })).toBeDisabled()
      await accessible()
    })
  })

  test.describe('the talent again', () => {
    test.use({ login: 'rencai2' })

    test('sees what became of both', async ({ page }) => {
      await page.goto('/card/mine/proposals')
      const mine = page.getByRole('listitem').filter({ hasText: PLACE })
      await expect(mine).toContainText('已采用')
      await page.goto('/card/mine/requests')
      await expect(page.getByText('答复：只有核验过您的卡的单位')).toBeVisible()
    })
  })
})

test.describe('an employer', () => {
  test.use({ login: 'danwei' })

  test('sees whom it employs, and proposes where another keeps the record', async ({ page, accessible }) => {
    await page.goto('/my-people')
    const kept = page.getByRole('row').filter({ has: page.getByRole('button', { name: '提出更正' }) })
    await expect(kept.first()).toContainText('客座研究员')
    await accessible()
    await kept.first().getByRole('button', { name: '提出更正' }).click()
    const dialog = page.getByRole('dialog', { name: /^提出更正/ })
    await dialog.getByLabel('资料项').selectOption('residence')
    await dialog.getByLabel('应为').fill('潮州市湘桥区')
    await dialog.getByRole('button', { name: '提交' }).click()
    await expect(page.locator('.el-message').getByText('已提交，由保管单位核实')).toBeVisible()
  })
})

test.describe('the auditor', () => {
  test.use({ login: 'shenji' })

  test('looks at a read and writes down what was found', async ({ page, accessible }) => {
    await page.goto('/read-anomalies')
    const row = page.getByRole('row').filter({ hasText: '非工作时间查看' }).first()
    await expect(row).toBeVisible()
    await accessible()
    await row.getByRole('button', { name: '说明合理' }).click()
    await page.getByLabel('核实情况').fill('周末值班，核对慰问名单。')
    await page.getByRole('dialog').getByRole('button', { name: '说明合理' }).click()
    await expect(page.locator('.el-message').getByText('已记为说明合理')).toBeVisible()
  })
})
