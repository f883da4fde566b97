import type { Page } from '@playwright/test'
import { expect, test, alerts } from './fixtures'
import { beside } from './talent'

test.use({ login: 'jingban' })

const dialog = (page: Page) => page.getByRole('dialog')
/** Takes a step: its button, then the form that it opens. */
async function take(page: Page, step: string, fill?: (form: ReturnType<typeof dialog>) => Promise<void>) {
  await page.getByRole('button', { name: step, exact: true }).click()
  const form = dialog(page).filter({ hasText: step })
  await fill?.(form)
  await form.getByRole('button', { name: step, exact: true }).click()
  await expect(form).toBeHidden()
}
/** The county opens a case; the address of its page. */
async function opened(county: Page, name: string): Promise<string> {
  const form = dialog(county)
  await form.getByLabel('拟引进层次').selectOption({ label: '杰出人才一事一议' })
  await form.getByLabel('人选姓名').fill(name)
  await form.getByLabel('事由与诉求').fill('领衔建设电子陶瓷平台，需科研经费与住房')
  await form.getByLabel('牵头人才办').selectOption({ index: 1 })
  await form.getByRole('button', { name: '发起', exact: true }).click()
  await expect(county.getByRole('heading', { name: /待编号/ })).toBeVisible()
  return new URL(county.url()).pathname
}
/** A step is refused beside its field while a word is wanting; with it the step is taken. */
async function takeWithReason(page: Page, step: string, reason: string, field = '理由') {
  await take(page, step, async (form) => {
    await form.getByRole('button', { name: step, exact: true }).click()
    await expect(form.getByText(`请填写“${field}”。`)).toBeVisible()
    await expect(form.getByLabel(field)).toBeFocused()
    await form.getByLabel(field).fill(reason)
  })
}
const ahead = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)

test('a county proposes, the office plans, a department answers, the leader decides', async ({
  page,
  as,
  accessible,
}) => {
  test.slow() // six accounts, one after the other
  const county = await as('chaoan')
  await county.goto('/fasttrack')
  await county.getByRole('button', { name: '发起一事一议' }).click()
  await dialog(county).getByRole('button', { name: '发起', exact: true }).click()
  await expect(dialog(county).getByText('请填写“人选姓名”')).toBeVisible()
  await dialog(county).getByLabel('人选姓名').fill('苏')
  await county.reload()
  await county.getByRole('button', { name: '发起一事一议' }).click()
  await expect(dialog(county).getByLabel('人选姓名')).toHaveValue('苏')
  await accessible(county)
  const address = await opened(county, '苏砚田')

  // accepted by a double click once, and the clock says how it counts
  await page.goto(address)
  await page.getByRole('button', { name: '受理', exact: true }).click()
  await dialog(page).getByRole('button', { name: '受理', exact: true }).dblclick()
  const number = page.getByRole('heading', { name: /^FT-\d{4}-\d{2,} 苏砚田/ })
  await expect(number).toBeVisible()
  const ft = /FT-\d{4}-\d+/.exec(await number.innerText())![0]
  await expect(page.getByText('共 15 个工作日', { exact: true })).toBeVisible()
  await page.getByRole('button', { name: '列表', exact: true }).click()
  await expect(page.getByText(/工作日，计 1 天，第 1 天/)).toBeVisible()
  await expect(page.getByText(/周末，不计/).first()).toBeVisible()

  await take(page, '核验通过', async (form) => {
    await form.getByRole('button', { name: '核验通过' }).click()
    await expect(form.getByText('请填写“核验情况”。')).toBeVisible()
    await form.getByLabel('核验情况').fill('学历与业绩属实')
  })

  // two officers draw up the plan at once: the second sees what the first changed
  const deputy = await as('zhuren')
  await deputy.goto(address)
  await deputy.getByRole('button', { name: '拟定方案' }).click()
  await page.getByRole('button', { name: '拟定方案' }).click()
  for (const officer of [page, deputy]) {
    await officer.getByRole('button', { name: '增加一项' }).click()
    await officer.getByLabel('类别').selectOption({ label: '科研经费' })
    await officer.getByLabel('内容').fill('首期科研经费')
    await officer.getByLabel('责任单位').selectOption({ label: '市财政局' })
    await officer.getByLabel('完成时限').fill(ahead(90))
  }
  for (const wrong of ['-5', '1.234', '很多']) {
    await page.getByLabel('金额').fill(wrong)
    await page.getByRole('button', { name: '保存方案' }).click()
    await expect(alerts(page)).toHaveText('请填不为负的数，最多两位小数')
  }
  await page.getByLabel('金额').fill('1200.5')
  await page.getByLabel('完成时限').fill(ahead(-3))
  await page.getByRole('button', { name: '保存方案' }).click()
  await expect(alerts(page)).toHaveText('时限须晚于今天')
  await page.getByLabel('完成时限').fill(ahead(60))
  await page.getByRole('button', { name: '保存方案' }).click()
  await expect(page.getByRole('cell', { name: '1,200.5' })).toBeVisible()
  await deputy.getByLabel('金额').fill('900')
  await deputy.getByRole('button', { name: '保存方案' }).click()
  await expect(alerts(deputy)).toContainText('新增：首期科研经费')
  await deputy.getByRole('button', { name: '以最新方案重新编辑' }).click()
  await expect(deputy.getByLabel('金额')).toHaveValue('1200.5')

  await take(page, '送部门联审', async (form) => {
    await expect(form.getByLabel('市财政局')).toBeChecked()
  })
  await expect(page.getByText('市财政局会签后，才能送专家论证或报请审定。')).toBeVisible()
  await accessible()

  // the department answers on the case, beside the plan
  const department = await as('zhuanyuan')
  await department.goto('/countersigns')
  await expect(department.getByRole('link', { name: ft })).toBeVisible()
  await accessible(department)
  await department.getByRole('link', { name: ft }).click()
  await department.getByLabel('修改后同意').check()
  await department.getByRole('button', { name: '提交会签意见' }).click()
  await expect(department.getByText('请写明理由或修改意见')).toBeVisible()
  await department.getByLabel('理由或修改意见').fill('列入下年度预算')
  await department.getByRole('button', { name: '提交会签意见' }).click()
  await expect(department.getByRole('cell', { name: '列入下年度预算' })).toBeVisible()

  await page.reload()
  await take(page, '送专家论证')
  await take(page, '登记论证结果', async (form) => {
    for (const [name, count] of [
      ['应邀人数', '9'],
      ['到会人数', '8'],
      ['同意人数', '6'],
    ] as const)
      await form.getByLabel(name).fill(count)
    await expect(form.getByText(/实到 8 人：有效；同意须 6 人、实为 6 人：通过/)).toBeVisible()
  })
  await take(page, '报请审定', async (form) => {
    const secretary = form.getByRole('option', { name: /市委书记/ }).first()
    await form.getByRole('combobox').selectOption((await secretary.getAttribute('value'))!)
  })

  const leader = await as('zuzhang')
  await leader.goto(address)
  await take(leader, '审定同意', async (form) => form.getByLabel('审定意见').fill('同意引进，抓紧落实'))
  await expect(leader.getByText('审定记录一经写下不可更改')).toBeVisible()

  // whoever may not know the name sees the number and nothing more
  const inspector = await as('ducha')
  await inspector.goto(address)
  await expect(inspector.getByRole('heading', { name: ft, exact: true })).toBeVisible()
  await expect(inspector.getByText('限知案件，姓名与事由只有参办人员可见')).toBeVisible()
  await inspector.goto('/fasttrack?view=table')
  await expect(inspector.getByRole('link', { name: ft })).toBeVisible()
  await expect(inspector.getByText('苏砚田')).toHaveCount(0)

  // signed and handed out; the department tells what it did
  await page.reload()
  await take(page, '签约', async (form) => form.getByLabel('协议编号').fill('潮才引〔2026〕8号'))
  await take(page, '交办落实')
  await department.goto('/measures')
  const row = department.getByRole('row').filter({ hasText: ft })
  await row.getByRole('button', { name: '登记落实' }).click()
  await dialog(department).getByLabel('落实情况').fill('已拨付')
  await dialog(department).getByRole('button', { name: '登记落实' }).click()
  await expect(row).toHaveCount(0)
})

test('a case withdrawn meanwhile says so, and the board and its table stay in the address', async ({
  page,
  as,
  accessible,
}) => {
  const county = await as('chaoan')
  await county.goto('/fasttrack')
  await county.getByRole('button', { name: '发起一事一议' }).click()
  const address = await opened(county, '许听澜')
  await page.goto(address)
  await page.getByRole('button', { name: '受理', exact: true }).click()
  await take(county, '撤回', async (form) => form.getByLabel('理由').fill('人选另有安排'))
  await dialog(page).getByRole('button', { name: '受理', exact: true }).click()
  await expect(dialog(page).getByRole('alert')).toContainText('当前为“中止”')
  await dialog(page).getByRole('button', { name: '取消' }).click()
  await expect(page.getByText('已了结')).toBeVisible()

  await page.goto('/fasttrack')
  await expect(page.getByRole('heading', { name: /结案/ })).toBeVisible()
  await accessible()
  await page.getByText('表格', { exact: true }).click()
  await expect(page).toHaveURL(/view=table/)
  await page.getByLabel('状态').selectOption('STOPPED')
  await expect(page).toHaveURL(/status=STOPPED/)
  await expect(page.getByRole('gridcell', { name: '许听澜' })).toBeVisible()
  await accessible()
})

test('the clock stands still for a reason, who is related keeps out, and what has ended says so', async ({
  page,
  as,
  browser,
  baseURL,
}) => {
  const [county, office, department, leader] = await Promise.all(
    ['chaoan', 'jingban', 'zhuanyuan', 'zuzhang'].map((login) => beside(browser, login, baseURL!)),
  )
  const told = await office!.does('{ governmentUnits { id kind shortName } me { post { unitId } } }')
  const unit = told.governmentUnits.find((u: { shortName: string }) => u.shortName === '市财政局').id
  const step = (who = office!) => ({
    take: (name: string, variables: Record<string, unknown>, more = '', types = '') =>
      who.does(`mutation($c: UUID!${types}) { ${name}(caseId: $c${more}) { id version } }`, variables),
  })
  async function proposed(n: string): Promise<string> {
    const asks = 'level: "L1", candidateName: $n, request: "建设平台", leadId: $u, secret: false'
    const words = `mutation($n: String!, $u: UUID!) { openCase(${asks}) { id } }`
    return (await county!.does(words, { n, u: told.me.post.unitId })).openCase.id
  }
  /** A case whose plan is with the department. */
  async function sent(name: string): Promise<string> {
    const c = await proposed(name)
    await step().take('acceptCase', { c })
    const { verifyCase } = await step().take('verifyCase', { c }, ', note: "属实"')
    const measure = { unitId: unit, dueOn: ahead(60) }
    const measures = [
      { ...measure, kind: 'team', content: '配备团队五人' },
      { ...measure, kind: 'research_fund', content: '二期科研经费', amount: 3_000_000, afterAssessment: true },
    ]
    const types = ', $v: Int!, $m: [MeasureIn!]!'
    await step().take('setCasePlan', { c, v: verifyCase.version, m: measures }, ', version: $v, measures: $m', types)
    await step().take('sendToCountersign', { c, u: [unit] }, ', unitIds: $u', ', $u: [UUID!]!')
    return c
  }
  const clock = page.getByRole('region', { name: '计时', exact: true })
  const state = (words: string) => expect(page.locator('.now').getByText(words, { exact: true })).toBeVisible()

  // paused and resumed, and the clock explains both
  const id = await sent('霍停云')
  await page.goto(`/fasttrack/${id}`)
  await take(page, '暂停计时', async (form) => {
    await form.getByRole('button', { name: '暂停计时' }).click()
    await expect(form.getByText('请填写“暂停理由”。')).toBeVisible()
    await form.getByLabel('暂停理由').fill('等待补正学历认证')
    await form.getByLabel('预计恢复日').fill(ahead(-1))
    await form.getByRole('button', { name: '暂停计时' }).click()
    await expect(form.getByText(/请选择 .+ 或以后的日期/)).toBeVisible()
    await form.getByLabel('预计恢复日').fill(ahead(9))
  })
  await expect(page.getByText(`计时已暂停，预计 ${ahead(9)} 恢复。`)).toBeVisible()
  await expect(clock.getByRole('cell', { name: /暂停：等待补正学历认证，不计/ }).first()).toBeVisible()
  await expect(clock).toContainText(/等待补正学历认证，预计 .+ 恢复/)
  await expect(clock.getByRole('listitem').filter({ hasText: '应审定日' })).toHaveCount(1)
  await expect(page.getByRole('button', { name: '修改方案' })).toHaveCount(0)
  await take(page, '恢复计时')
  await expect(page.getByText('计时已暂停')).toHaveCount(0)
  await expect(clock.getByRole('listitem').filter({ hasText: '应审定日' })).toHaveCount(2)

  // who is related keeps out, another post of the department answers
  const signer = await as('zhuanyuan')
  await signer.goto(`/fasttrack/${id}`)
  await take(signer, '本人回避', async (form) => {
    await form.getByRole('button', { name: '本人回避' }).click()
    await expect(form.getByText('请填写“代签岗位”。')).toBeVisible()
    await form.getByLabel('理由').fill('与人选是师生')
    await form.getByRole('combobox').selectOption({ index: 1 })
  })
  await expect(signer.getByText(/本件因回避由.+会签，您不能代签。/)).toBeVisible()
  await expect(signer.getByRole('cell', { name: /回避（与人选是师生）/ })).toBeVisible()

  // back to the plan, and from there to an end: the clock stops with it
  await takeWithReason(page, '修改方案', '增列住房')
  await state('方案拟定')
  await expect(page.getByRole('button', { name: '拟定方案' })).toBeVisible()
  await takeWithReason(page, '不予支持', '条件不符')
  await state('不予支持')
  await state('已了结')
  await expect(clock).toContainText(/已于 .+ 停止计时/)
  await expect(clock.getByText('剩余', { exact: true })).toHaveCount(0)

  // handed out and assessed: what waited for that is released, and all of it comes before the end
  const other = await sent('叶知秋')
  const { fasttrackCase } = await department!.does(
    'query($c: UUID!) { fasttrackCase(id: $c) { countersigns { id } } }',
    {
      c: other,
    },
  )
  await department!.does('mutation($s: UUID!) { countersign(countersignId: $s, opinion: AGREE) { id } }', {
    s: fasttrackCase.countersigns[0].id,
  })
  await step().take('consultExperts', { c: other })
  await step().take('recordExpertVote', { c: other }, ', invited: 9, present: 9, agree: 9, recused: 0')
  const { me } = await leader!.does('{ me { post { id } } }')
  await step().take('submitCase', { c: other, d: me.post.id }, ', deciderId: $d', ', $d: UUID!')
  await step(leader!).take('decideCase', { c: other }, ', outcome: APPROVED, opinion: "同意", form: "组长审定"')
  await step().take('signCase', { c: other }, ', agreement: "潮才引〔2026〕9号"')
  await step().take('deliverCase', { c: other })
  await page.goto(`/fasttrack/${other}`)
  await expect(page.getByRole('row', { name: /二期科研经费/ })).toContainText('待评估')
  await take(page, '评估', async (form) => {
    await form.getByRole('button', { name: '评估', exact: true }).click()
    for (const field of ['评估期', '评估结果', '评估结论'])
      await expect(form.getByText(`请填写“${field}”。`)).toBeVisible()
    await form.getByLabel('评估期').fill('第一年度')
    await form.getByLabel('合格', { exact: true }).check()
    await form.getByLabel('评估结论').fill('到岗履约')
  })
  await state('评估')
  await expect(page.getByRole('row', { name: /二期科研经费/ })).toContainText('待落实')
  await page.getByRole('button', { name: '结案', exact: true }).click()
  await dialog(page).getByRole('button', { name: '结案', exact: true }).click()
  await expect(alerts(dialog(page))).toContainText('还有 2 项措施未落实，不能结案')
  await dialog(page).getByRole('button', { name: '取消' }).click()
  for (const content of ['配备团队五人', '二期科研经费']) {
    const row = page.getByRole('row', { name: new RegExp(content) })
    await row.getByRole('button', { name: '取消' }).click()
    await dialog(page).getByLabel('理由').fill('已另行安排')
    await dialog(page).getByRole('button', { name: '取消', exact: true }).last().click()
    await expect(row).toContainText('已取消')
  }
  await take(page, '结案')
  await state('已了结')

  // stopped on the way, and the history keeps why
  const last = await proposed('钟既白')
  await page.goto(`/fasttrack/${last}`)
  await takeWithReason(page, '中止', '人选另就')
  await state('中止')
  await expect(page.getByRole('region', { name: '办理经过' })).toContainText('人选另就')
})
