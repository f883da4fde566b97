import type { Page } from '@playwright/test'
import { alerts, ask, expect, sessionOf, test } from './fixtures'
import { beside } from './talent'

const grid = (page: Page) => page.getByRole('grid', { name: '人才名录' })
const drawer = (page: Page) => page.getByRole('complementary', { name: '人才资料' })

/** A resident number of the invented area, never the same twice. */
function newNumber(): string {
  const born = new Date(Date.UTC(1970, 0, 1) + Math.floor(Math.random() * 9000) * 86_400_000)
  const body = `445199${born.toISOString().slice(0, 10).replace(/-/g, '')}${100 + Math.floor(Math.random() * 899)}`
  const sum = [...body].reduce((all, digit, i) => all + Number(digit) * (2 ** (17 - i) % 11), 0)
  return body + '10X98765432'[sum % 11]!
}
async function entered(page: Page, name: string, number = newNumber(), phone = ''): Promise<string> {
  await page.goto('/talents/new')
  await page.getByLabel('证件号码').fill(number)
  await page.getByLabel('姓名').fill(name)
  await page.getByLabel('电话').fill(phone)
  await expect(page.getByLabel('出生日期')).not.toHaveValue('')
  await page.getByRole('combobox', { name: '归口单位' }).click()
  await page.getByRole('option', { name: '潮安区', exact: true }).click()
  await page.getByRole('button', { name: '录入', exact: true }).click()
  await expect(page.getByRole('heading', { name, level: 1 })).toBeVisible()
  return page.url().split('/').pop()!
}

test.describe('the office of a county', () => {
  test.use({ login: 'chaoan' })

  test('a view and the columns are kept with the account, and a colleague uses the view but keeps their hands off it', async ({
    page,
    as,
    browser,
    baseURL,
    accessible,
  }) => {
    const view = `领军${Date.now() % 100_000}`
    await page.goto('/talents')
    await grid(page).waitFor()
    await page.getByRole('combobox', { name: '人才层次' }).press('Enter')
    await page.getByRole('option', { name: '领军人才' }).click()
    await expect(page).toHaveURL(/level=/)
    await page.getByRole('button', { name: '列设置' }).click()
    await page.getByRole('checkbox', { name: '职务' }).uncheck()
    await page.getByRole('checkbox', { name: '性别' }).check()
    await accessible()
    await page.getByRole('button', { name: '保存列设置' }).click()
    await expect(page.getByRole('columnheader', { name: '性别' })).toBeVisible()
    await page.getByRole('button', { name: '保存视图' }).click()
    await page.getByLabel('视图名称').fill(view)
    await page.getByRole('checkbox', { name: /潮安.*共享/ }).check()
    await page.getByRole('dialog').getByRole('button', { name: '保存视图' }).click()
    await expect(page.getByText(`已保存视图“${view}”`)).toBeVisible()

    await page.goto('/talents')
    await page.reload()
    await expect(page.getByRole('columnheader', { name: '性别' })).toBeVisible()
    await expect(page.getByRole('columnheader', { name: '职务' })).toHaveCount(0)
    await page.getByRole('combobox', { name: /^视图/ }).selectOption({ label: `${view}（已共享）` })
    await expect(page).toHaveURL(/level=/)

    const colleague = await as('chaoan2')
    await colleague.goto('/talents')
    const theirs = colleague.locator('optgroup[label="单位共享的视图"] option', { hasText: view })
    const viewId = (await theirs.getAttribute('value'))!
    await colleague.getByRole('combobox', { name: /^视图/ }).selectOption(viewId)
    await expect(colleague).toHaveURL(/level=/)
    await expect(colleague.getByRole('columnheader', { name: '性别' })).toBeVisible()
    await expect(colleague.getByRole('button', { name: '删除视图' })).toHaveCount(0)
    const { asks } = await beside(browser, 'chaoan2', baseURL!)
    const refused = await asks('mutation($v: UUID!) { deleteView(viewId: $v) }', { v: viewId })
    expect(refused.errors![0]!.message).toMatch(/由.+共享，只有其本人可以改动/)

    await expect(colleague.getByRole('button', { name: '视图改名' })).toHaveCount(0)
    await page.getByRole('button', { name: '视图改名' }).click()
    const renaming = page.getByRole('dialog', { name: '视图改名' })
    await expect(renaming.getByLabel('视图名称')).toHaveValue(view)
    const other = await ask<{ saveView: { id: string } }>(
      page.request,
      'mutation($n: String!) { saveView(page: "roster", name: $n, query: "status=LEFT") { id } }',
      { n: `${view}乙` },
    )
    await renaming.getByLabel('视图名称').fill(`${view}乙`)
    await renaming.getByRole('button', { name: '视图改名' }).click()
    await expect(renaming.getByLabel('视图名称')).toHaveAccessibleDescription(/已有同名的视图/)
    await ask(page.request, 'mutation($v: UUID!) { deleteView(viewId: $v) }', { v: other.saveView.id })
    await renaming.getByLabel('视图名称').fill(`${view}甲`)
    await renaming.getByRole('button', { name: '视图改名' }).click()
    await expect(page.getByRole('combobox', { name: /^视图/ })).toContainText(`${view}甲（已共享）`)
    await expect(page.getByRole('combobox', { name: /^视图/ })).toHaveValue(viewId)

    await page.getByRole('button', { name: '删除视图' }).click()
    await page.getByRole('dialog').getByRole('button', { name: '删除视图' }).click()
    await expect(page.getByRole('option', { name: view })).toHaveCount(0)
    await page.getByRole('button', { name: '列设置' }).click()
    await page.getByRole('button', { name: '恢复默认' }).click()
    await expect(page.getByRole('columnheader', { name: '职务' })).toBeVisible()
  })

  test('what is done to several is told for each, and can be undone', async ({ page }) => {
    await page.goto('/talents?status=ACTIVE')
    const boxes = page.getByRole('checkbox', { name: /^选择第/ })
    const names = grid(page).getByRole('link')
    await names.first().waitFor()
    const [one, other] = [await names.nth(0).innerText(), await names.nth(1).innerText()]
    await page.goto('/talents')
    await names.first().waitFor()
    const row = (name: string) => grid(page).getByRole('row').filter({ hasText: name }).first()
    await row(one).getByRole('checkbox').check()
    await page.getByRole('button', { name: '标记待更新' }).click()
    await expect(page.getByText('办成 1 人，未办 0 人')).toBeVisible()
    await page.getByRole('button', { name: '关闭', exact: true }).click()
    await expect(row(one)).toContainText('待更新')
    await row(one).getByRole('checkbox').check()
    await row(other).getByRole('checkbox').check()
    await page.getByRole('button', { name: '标记待更新' }).click()
    const result = page.getByRole('dialog')
    await expect(result.getByText('办成 1 人，未办 1 人')).toBeVisible()
    await expect(result.getByRole('row', { name: one })).toContainText('待更新')
    await expect(result.getByRole('row', { name: other })).toContainText('已办理')
    await result.getByRole('button', { name: '撤销这 1 人' }).click()
    await expect(page.getByRole('dialog').getByText('办成 1 人，未办 0 人')).toBeVisible()
    await page.getByRole('button', { name: '关闭', exact: true }).click()
    await expect(row(other)).toContainText('在库')
    await row(one).getByRole('checkbox').check()
    await page.getByRole('button', { name: '确认资料已更新' }).click()
    await expect(page.getByText('办成 1 人，未办 0 人')).toBeVisible()
    await page.getByRole('button', { name: '关闭', exact: true }).click()
    await expect(boxes.first()).not.toBeChecked()
  })

  test('people are looked through beside the list by keyboard alone', async ({ page, accessible }) => {
    await page.goto('/talents')
    const names = grid(page).getByRole('link')
    await names.first().waitFor()
    const [first, second] = [await names.nth(0).innerText(), await names.nth(1).innerText()]
    await grid(page).focus()
    await page.keyboard.press('Enter')
    await expect(drawer(page).getByRole('heading', { name: first })).toBeFocused()
    await expect(page).toHaveURL(/talent=/)
    await accessible()
    await page.keyboard.press('j')
    await expect(drawer(page).getByRole('heading', { name: second })).toBeVisible()
    // the person is here before the list: a step asked for by then is taken when the list comes
    let arrives!: () => void
    const list = new Promise<void>((go) => (arrives = go))
    await page.route('**/graphql*', async (route) => {
      if (route.request().postData()?.includes('"first":100')) await list
      await route.fallback()
    })
    await page.reload()
    await expect(drawer(page).getByRole('heading', { name: second })).toBeVisible()
    await expect(grid(page)).toHaveCount(0)
    await page.keyboard.press('k')
    arrives()
    await expect(drawer(page).getByRole('heading', { name: first })).toBeVisible()
    await page.unrouteAll({ behavior: 'wait' })
    await page.keyboard.press('Escape')
    await expect(drawer(page)).toHaveCount(0)
    await expect(grid(page)).toBeFocused()
    await page.keyboard.press('/')
    await expect(page.getByLabel('姓名、拼音或首字母')).toBeFocused()
  })

  test('two change one record: both versions are shown, and what is chosen is saved', async ({
    page,
    browser,
    baseURL,
    accessible,
  }) => {
    const id = await entered(page, '林同改')
    await accessible()
    await page.getByRole('button', { name: '更改资料' }).click()
    await expect(page.getByLabel('姓名')).toHaveValue('林同改')
    await accessible()

    const colleague = await browser.newContext({ storageState: await sessionOf(browser, 'jingban', baseURL!), baseURL })
    const theirs = await colleague.newPage()
    await theirs.goto(`/talents/${id}/edit`)
    await theirs.getByLabel('常住地').fill('枫溪')
    await theirs.getByLabel('国籍（地区）').fill('中国（香港）')
    await theirs.getByRole('button', { name: '保存' }).click()
    await expect(theirs.getByText('枫溪')).toBeVisible()

    await page.getByLabel('常住地').fill('庵埠')
    await page.getByLabel('专业专长').fill('陶瓷釉料')
    await page.getByRole('button', { name: '保存' }).click()
    const notice = alerts(page).filter({ hasText: '也改了这条记录' })
    await expect(notice.getByRole('row', { name: /常住地/ })).toContainText('枫溪')
    await expect(notice).toContainText('中国（香港）')
    await expect(notice.getByRole('button', { name: '按所选保存' })).toBeDisabled()
    await accessible()
    await notice.getByRole('radio', { name: '庵埠' }).check()
    await notice.getByRole('button', { name: '按所选保存' }).click()
    const facts = page.getByRole('region', { name: '基本情况' })
    for (const word of ['庵埠', '陶瓷釉料', '中国（香港）']) await expect(facts).toContainText(word)

    // and a record that is closed meanwhile takes no change, and says so
    await page.getByRole('button', { name: '更改资料' }).click()
    await page.getByLabel('常住地').fill('彩塘')
    await theirs.goto(`/talents/${id}`)
    await theirs.getByRole('button', { name: '注销' }).click()
    await theirs.getByLabel('原因（必填）').fill('误录')
    await theirs.getByRole('dialog').getByRole('button', { name: '注销' }).click()
    await expect(theirs.getByText('注销（误录）')).toBeVisible()
    await colleague.close()
    await page.getByRole('button', { name: '保存' }).click()
    await expect(alerts(page)).toContainText('刚刚被注销')
    await page.getByRole('button', { name: '放弃我的改动' }).click()
    await expect(facts).toContainText('注销（误录）')
    await expect(page.getByRole('button', { name: '更改资料' })).toHaveCount(0)
  })

  test('what is typed outlives leaving, and a wrong number is told beside its field', async ({ page }) => {
    const id = await entered(page, '陈留稿')
    await page.goto(`/talents/${id}/edit`)
    await page.getByLabel('常住地').fill('浮洋')
    await page.getByLabel('电话').fill('12')
    await page.getByRole('button', { name: '保存' }).click()
    await expect(page.getByText('手机为 11 位')).toBeVisible()
    await expect(page.getByLabel('电话')).toBeFocused()
    await page.getByRole('link', { name: '返回资料页' }).click()
    await page.getByRole('dialog').getByRole('button', { name: '留下继续填' }).click()
    await page.getByRole('link', { name: '返回资料页' }).click()
    await page.getByRole('dialog').getByRole('button', { name: '离开' }).click()
    await page.getByRole('button', { name: '更改资料' }).click()
    await expect(page.getByText('已恢复上次未保存的改动')).toBeVisible()
    await expect(page.getByLabel('常住地')).toHaveValue('浮洋')
    await page.getByRole('button', { name: '放弃草稿' }).click()
    await expect(page.getByLabel('常住地')).toHaveValue('')
    await page.goto('/talents/new')
    await page.getByLabel('证件号码').fill('445199199001011234')
    await page.getByLabel('姓名').fill('某人')
    await expect(page.getByText('校验')).toBeVisible()
  })

  test('who is here already is told with a link, and nothing typed is lost', async ({ page }) => {
    const [number, phone] = [newNumber(), `1990000${String(Date.now()).slice(-4)}`]
    const id = await entered(page, '方重录', number, phone)
    await page.goto('/talents/new')
    await page.getByLabel('证件号码').fill(number)
    await page.getByLabel('姓名').fill('方重录')
    await page.getByLabel('电话').fill(phone)
    const namesake = page.getByRole('status').getByRole('link', { name: /^方重录 · .*潮安/ })
    await expect(namesake.first()).toHaveAttribute('href', /\/talents\//)
    await page.getByLabel('常住地').fill('庵埠')
    await page.getByRole('combobox', { name: '归口单位' }).click()
    await page.getByRole('option', { name: '潮安区', exact: true }).click()

    // the same document: there is no second record of it
    await page.getByRole('button', { name: '录入', exact: true }).click()
    const notice = alerts(page).filter({ hasText: '名录中可能已有此人' })
    await expect(notice).toContainText('持同一居民身份证的“方重录”')
    await expect(notice).toBeFocused()
    await expect(notice.getByRole('link')).toHaveAttribute('href', `/talents/${id}`)
    await expect(notice.getByRole('checkbox')).toHaveCount(0)

    // another document with the same name and phone may be another person, if somebody says so
    await page.getByLabel('证件号码').fill(newNumber())
    await page.getByRole('button', { name: '录入', exact: true }).click()
    await expect(notice).toContainText('同名同电话')
    await expect(notice.getByRole('link')).toHaveAttribute('href', `/talents/${id}`)
    await expect(page.getByLabel('常住地')).toHaveValue('庵埠')
    await notice.getByRole('checkbox', { name: '不是同一人' }).check()
    await page.getByRole('button', { name: '录入', exact: true }).click()
    await expect(page.getByRole('heading', { name: '方重录', level: 1 })).toBeVisible()
    await expect(page).not.toHaveURL(new RegExp(id))
    await expect(page.getByRole('region', { name: '基本情况' })).toContainText('庵埠')
  })

  test('a person leaves and comes back, the timeline tells it, and of their family nothing need stay', async ({
    page,
    accessible,
  }) => {
    await entered(page, '郑去留')
    await page.getByRole('button', { name: '登记学历' }).click()
    await page.getByLabel('最高学历').selectOption({ label: '硕士研究生' })
    await page.getByLabel('毕业院校').fill('韩江理工学院')
    await page.getByRole('dialog').getByRole('button', { name: '保存' }).click()
    const line = page.getByRole('region', { name: '时间线' })
    await expect(line).toContainText('韩江理工学院')

    const family = page.getByRole('region', { name: '家庭成员' })
    await family.getByRole('button', { name: '登记家庭成员' }).click()
    const member = page.getByRole('dialog', { name: '登记家庭成员' })
    await member.getByLabel('与本人关系').selectOption({ label: '子女' })
    await member.getByLabel('姓名').fill('郑小满2')
    await member.getByLabel('出生日期').fill('2018-06-01')
    await member.getByLabel('就读学校或工作单位').fill('庵埠小学')
    await member.getByLabel('登记用途').fill('子女入学')
    await member.getByRole('button', { name: '保存' }).click()
    await expect(member.getByLabel('姓名')).toHaveAccessibleDescription(/“郑小满2”不像一个姓名/)
    await expect(member.getByLabel('姓名')).toBeFocused()
    await member.getByLabel('姓名').fill('郑小满')
    await member.getByRole('button', { name: '保存' }).click()
    await expect(family.getByRole('listitem')).toHaveText(/子女：郑小满 庵埠小学.*2018-06-01 出生.*用途：子女入学/)

    await page.getByRole('button', { name: '登记离开' }).click()
    await page.getByRole('dialog').getByRole('button', { name: '登记离开' }).click()
    await expect(page.getByText('请填写“已向谁报告”。')).toBeVisible()
    await page.getByLabel('离开原因').selectOption({ label: '调出本市' })
    await page.getByLabel('已向谁报告').fill('潮安区人才办主任')
    await page.getByRole('dialog').getByRole('button', { name: '登记离开' }).click()
    await expect(line).toContainText('离开（调出本市）')

    await expect(family.getByRole('button', { name: '登记家庭成员' })).toHaveCount(0)
    await family.getByRole('button', { name: '删除“郑小满”' }).click()
    const removal = page.getByRole('dialog', { name: '删除“郑小满”' })
    await expect(removal).toContainText('服务办结后不再需要的家庭成员资料应当删除。删除后不能恢复')
    await accessible()
    await removal.getByRole('button', { name: '删除“郑小满”' }).click()
    await expect(family).toContainText('没有登记')

    await page.getByRole('button', { name: '重新入库' }).click()
    await page.getByRole('dialog').getByRole('button', { name: '重新入库' }).click()
    await expect(line.getByText('重新入库')).toBeVisible()
  })

  test('a phone is shown for a purpose, and a list leaves by an export that can be traced', async ({
    page,
    accessible,
  }) => {
    await page.goto('/talents?status=ACTIVE')
    await grid(page).getByRole('link').first().click()
    await drawer(page).getByRole('button', { name: '查看明文：电话' }).click()
    await page.getByLabel('用途').selectOption({ label: '联系本人' })
    await page.getByLabel('具体事由').fill('通知体检')
    await page.getByRole('dialog').getByRole('button', { name: '查看明文', exact: true }).click()
    await expect(drawer(page).getByText(/^1\d{10}$/)).toBeVisible()
    await drawer(page).getByRole('button', { name: '隐藏：电话' }).click()
    await expect(drawer(page).getByText(/^1\d{10}$/)).toHaveCount(0)

    await page
      .getByRole('checkbox', { name: /^选择第/ })
      .first()
      .check()
    await page.getByRole('button', { name: '申请导出' }).click()
    await expect(page.getByText('选定的 1 人')).toBeVisible()
    await accessible()
    await page.getByLabel('用途').selectOption({ label: '依法依规上报' })
    await page.getByLabel('具体事由').fill('三季度统计')
    await page.getByRole('button', { name: '申请导出' }).click()
    const ready = page.getByRole('button', { name: /^下载 / }).first()
    await ready.waitFor()
    const [file] = await Promise.all([page.waitForEvent('download'), ready.click()])
    expect(file.suggestedFilename()).toMatch(/^人才名录-\w{8}\.xlsx$/)
  })
})

test.describe('an employer', () => {
  test.use({ login: 'danwei' })

  test('sees its own people and is told whom to ask for more', async ({ page, accessible }) => {
    await page.goto('/talents')
    await expect(page.getByRole('heading', { name: '人才名录' })).toBeVisible()
    await expect(page.getByRole('button', { name: '录入人才' })).toBeVisible()
    await expect(page.getByRole('button', { name: '导出这份清单' })).toHaveCount(0)
    await accessible()
    await page.goto('/exports')
    await expect(page.getByText('请联系您单位的系统管理员')).toBeVisible()
  })
})
