import { ask, expect, test, alerts } from './fixtures'

// One story: what a leader is told becomes a need, is routed, accepted and finished. Each part is somebody's own sign-in.
test.describe.configure({ mode: 'serial' })
const NEED = `实验室排风系统老化，急需改造（${Date.now()}）`
const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10)

test.describe('a leader', () => {
  test.use({ login: 'lianxi' })

  test('is told who is due, reads the brief and records the four questions once; nothing typed is lost', async ({
    page,
    context,
    accessible,
  }) => {
    await page.goto('/contacts?days=90')
    await expect(page.getByRole('grid', { name: '联系服务' })).toBeVisible()
    await accessible()
    const row = page.getByRole('row').filter({ has: page.getByRole('button', { name: '记录四问' }) })
    await row.last().getByRole('button', { name: '记录四问' }).click()
    const form = page.getByRole('dialog', { name: '记录四问' })
    await expect(form.getByRole('heading', { name: '走访前须知' })).toBeVisible()
    await form.getByLabel('问候').fill('到实验室看望')
    await form.getByLabel('问需').fill(NEED)
    await expect(page).toHaveURL(/open=/)

    await page.reload()
    await expect(form.getByLabel('问需')).toHaveValue(NEED)
    const cookies = await context.cookies()
    await context.clearCookies()
    await form.getByRole('button', { name: '保存' }).click()
    await expect(page.getByText('登录已过期，请重新登录')).toBeVisible()
    await context.addCookies(cookies)
    await page.reload()
    await expect(form.getByLabel('问需')).toHaveValue(NEED)
    await form.getByRole('button', { name: '保存' }).dblclick()
    await expect(page.getByText('已记录，后续事项 1 件')).toBeVisible()
    await expect(form).toBeHidden()
    const { contactLogs } = await ask<{ contactLogs: { nodes: { need: string | null }[] } }>(
      page.request,
      'query ($day: Date) { contactLogs(since: $day) { nodes { need } } }',
      { day: today },
    )
    expect(contactLogs.nodes.filter((log) => log.need === NEED)).toHaveLength(1)
  })

  test('puts a record right, and is told when somebody else was faster', async ({ page }) => {
    type Logs = { contactLogs: { nodes: { id: string; version: number; need: string | null }[] } }
    const { contactLogs } = await ask<Logs>(
      page.request,
      'query ($day: Date) { contactLogs(since: $day) { nodes { id version need } } }',
      { day: today },
    )
    const log = contactLogs.nodes.find((one) => one.need === NEED)!
    await page.goto(`/contact-logs?log=${log.id}`)
    await page.getByRole('button', { name: '更正' }).click()
    await page.getByLabel('问候').fill('到实验室看望，了解新项目进展')
    await ask(
      page.request,
      `mutation ($id: UUID!, $version: Int!, $contact: ContactWordsIn!) {
        amendContact(logId: $id, version: $version, contact: $contact) { id } }`,
      {
        id: log.id,
        version: log.version,
        contact: { occurredOn: today, mode: 'VISIT', greeting: '另有补充', need: NEED },
      },
    )
    await page.getByRole('button', { name: '保存' }).click()
    await expect(alerts(page)).toContainText('修改')
    await page.getByRole('button', { name: '仍以我的内容更正' }).click()
    await expect(page.getByText('到实验室看望，了解新项目进展')).toBeVisible()
    await page.getByRole('button', { name: '送审' }).click()
    await expect(page.locator('.el-message').getByText('已送审')).toBeVisible()
  })

  test('walks the calendar by keyboard, and reads it as a list', async ({ page, accessible }) => {
    await page.goto('/contacts/calendar')
    const month = page.getByRole('grid')
    await expect(month.getByRole('gridcell', { selected: true })).toContainText('已联系')
    await accessible()
    await month.getByRole('gridcell', { selected: true }).focus()
    await page.keyboard.press('PageDown')
    await page.keyboard.press('PageUp')
    await page.keyboard.press('ArrowLeft')
    await page.keyboard.press('ArrowRight')
    await expect(month.locator('[aria-current=date]')).toBeFocused()
    await expect(month.locator('[aria-current=date]')).toContainText('已联系')
    await page.keyboard.press('Enter')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('dialog')).toBeVisible()
    await page.goto('/contacts/calendar?view=list')
    await expect(page.getByRole('list', { name: /月/ })).toContainText('已联系')
  })
})

test.describe('the office', () => {
  test.use({ login: 'jingban' })

  test('routes the need to the unit that can solve it, and answers a suggestion', async ({ page, accessible }) => {
    await page.goto('/needs?status=REGISTERED')
    await expect(page.getByRole('link', { name: NEED })).toBeVisible()
    await accessible()
    await page.getByRole('link', { name: NEED }).click()
    await page.getByRole('button', { name: '分办' }).click()
    await page.getByRole('combobox', { name: '分办给哪个单位' }).fill('财政')
    await page.getByRole('listbox', { name: '分办给哪个单位' }).getByRole('option', { name: '市财政局' }).click()
    await page.getByRole('dialog', { name: '分办' }).getByRole('button', { name: '分办' }).click()
    await expect(page.getByText(/已分办，\d/)).toBeVisible()

    await page.goto('/suggestions?status=OPEN')
    await expect(page.getByRole('grid')).toBeVisible()
    await accessible()
    await page.getByRole('button', { name: '答复建议' }).first().click()
    await page.getByRole('radio', { name: '部分采纳' }).check({ force: true })
    await page.getByRole('textbox', { name: '答复' }).fill('先在两个园区试行。')
    await page.getByRole('dialog').getByRole('button', { name: '答复建议' }).click()
    await expect(page.locator('.el-message').getByText('已答复')).toBeVisible()
  })
})

test.describe('the office, day by day', () => {
  test.use({ login: 'jingban' })

  test('plans two contacts, calls one off, writes up the other, archives a record and gives a talent a leader', async ({
    page,
  }) => {
    const mark = Date.now()
    const message = page.locator('.el-message')
    const dialog = page.getByRole('dialog')
    const plan = (place: string) =>
      page
        .getByRole('region', { name: /计划中的联系/ })
        .getByRole('listitem')
        .filter({ hasText: place })
    await page.goto('/contacts?days=90')
    for (const [row, place] of [`展厅 ${mark}`, `车间 ${mark}`].entries()) {
      await page.getByRole('button', { name: '拟定计划' }).nth(row).click()
      await dialog.getByLabel('拟定日期').fill(today)
      await dialog.getByLabel('地点').fill(place)
      await dialog.getByRole('button', { name: '拟定计划' }).click()
      await expect(plan(place)).toContainText('计划')
    }
    await plan('展厅')
      .filter({ hasText: String(mark) })
      .getByRole('button', { name: '取消' })
      .click()
    await dialog.getByRole('button', { name: '取消', exact: true }).last().click()
    await expect(alerts(dialog)).toBeVisible() // a reason is asked for
    await dialog.getByRole('textbox').fill('对方出差')
    await dialog.getByRole('button', { name: '取消', exact: true }).last().click()
    await expect(plan(`展厅 ${mark}`)).toBeHidden()

    await plan(`车间 ${mark}`).getByRole('button', { name: '记录四问' }).click()
    await dialog.getByLabel('问候').fill('到车间看望')
    await dialog.getByRole('button', { name: '保存' }).click()
    await expect(message.getByText('已记录，后续事项 0 件')).toBeVisible()
    await expect(plan(`车间 ${mark}`)).toBeHidden()

    await page.goto(`/contact-logs?since=${today}&until=${today}`)
    const kept = page.getByRole('row')
    await expect(kept.filter({ hasText: `展厅 ${mark}` })).toContainText('取消')
    await kept
      .filter({ hasText: `车间 ${mark}` })
      .getByRole('link')
      .first()
      .click()
    await test.step('one step at a time: the others stand still until the answer is there', async () => {
      await page.route('**/graphql*', async (route) => {
        await new Promise((go) => setTimeout(go, 600))
        await route.continue()
      })
      await dialog.getByRole('button', { name: '送审' }).click()
      await expect(dialog.getByRole('button', { name: '归档' })).toBeDisabled()
      await page.unrouteAll({ behavior: 'wait' })
    })
    await dialog.getByRole('button', { name: '归档' }).click()
    await dialog.last().getByLabel('归档意见（可不填）').fill('属实')
    await dialog.last().getByRole('button', { name: '归档' }).click()
    await expect(message.getByText('已归档')).toBeVisible()
    await expect(dialog.getByText('审核意见：属实')).toBeVisible()
    await expect(kept.filter({ hasText: `车间 ${mark}` })).toContainText('归档')

    type Free = {
      talents: { nodes: { name: string }[] }
      contactAssignments: { nodes: { talent: { name: string } | null }[] }
    }
    const all = await ask<Free>(
      page.request,
      '{ talents(first: 100, status: ACTIVE) { nodes { name } } contactAssignments(first: 100) { nodes { talent { name } } } }',
    )
    const looked = new Set(all.contactAssignments.nodes.map((one) => one.talent?.name))
    const free = all.talents.nodes.find((one) => !looked.has(one.name))!.name
    await page.goto('/contacts/coverage')
    await page.getByRole('button', { name: '安排联系领导' }).click()
    await dialog.getByRole('button', { name: '安排联系领导' }).click()
    await expect(alerts(dialog)).toHaveText('请选择人才和联系领导。')
    await dialog.getByRole('combobox', { name: /^人才/ }).fill(free)
    await page.getByRole('listbox', { name: /^人才/ }).getByRole('option', { name: free }).first().click()
    await dialog.getByRole('combobox', { name: /^联系领导/ }).fill('曾振达')
    await page
      .getByRole('listbox', { name: /^联系领导/ })
      .getByRole('option', { name: '曾振达' })
      .first()
      .click()
    await dialog.getByRole('button', { name: '安排联系领导' }).click()
    await expect(message.getByText(/已安排，首次联系 .* 前完成/)).toBeVisible()
  })
})

test.describe('the unit', () => {
  test.use({ login: 'zhuanyuan' })

  test('accepts the need and reports it done', async ({ page }) => {
    await page.goto('/needs?status=ROUTED')
    await page.getByRole('link', { name: NEED }).click()
    await page.getByRole('button', { name: '受理' }).click()
    await page.getByRole('button', { name: '报办结' }).click()
    await page.getByLabel('办理结果').fill('已安排专项经费。')
    await page.getByRole('dialog', { name: '报办结' }).getByRole('button', { name: '报办结' }).click()
    await expect(page.getByText('报办结：已安排专项经费。')).toBeVisible()
    await expect(page.getByRole('dialog').getByText('待确认')).toBeVisible()
  })
})

test.describe('a district', () => {
  test.use({ login: 'chaoan2' })

  test('accepts a change that a contact brought to light', async ({ page, accessible }) => {
    await page.goto('/changes')
    const row = page.getByRole('row').filter({ hasText: '食品保鲜包装' })
    await expect(row).toBeVisible()
    await accessible()
    await row.getByRole('button', { name: '采用', exact: true }).click()
    await expect(page.getByRole('dialog')).toContainText('改为“食品保鲜包装”')
    await page.getByRole('dialog').getByRole('button', { name: '采用', exact: true }).click()
    await expect(page.locator('.el-message').getByText('已采用')).toBeVisible()
    await expect(row).toBeHidden()
  })
})

test.describe('a leader leaves', () => {
  test.describe('as the keeper of posts has it', () => {
    test.use({ login: 'guanli' })
    test('and another is appointed', async ({ page }) => {
      type Term = { id: string; personId: string; personName: string }
      type Posts = {
        posts: { nodes: { id: string; code: string; unitId: string; appointments: Term[] }[] }
      }
      const { posts } = await ask<Posts>(
        page.request,
        '{ posts(leaders: true, first: 100, leaderLevel: COUNTY) { nodes { id code unitId appointments(first: 1) { id personId personName } } } }',
      )
      const post = posts.nodes.find((one) => one.code === 'chaoan-secretary')!
      const yesterday = new Date(Date.parse(today) - 86_400_000).toISOString().slice(0, 10)
      await ask(
        page.request,
        'mutation ($id: UUID!, $day: Date!) { endAppointment(appointmentId: $id, lastDay: $day) { id } }',
        {
          id: post.appointments[0]!.id,
          day: yesterday,
        },
      )
      await ask(
        page.request,
        'mutation ($post: UUID!, $day: Date!) { appoint(postId: $post, personName: "邱望津", validFrom: $day) { id } }',
        { post: post.id, day: today },
      )
      // who left goes on in another post, where a talent may follow them
      const { createPost } = await ask<{ createPost: { id: string } }>(
        page.request,
        'mutation ($unit: UUID!, $code: String!) { createPost(unitId: $unit, code: $code, name: "区委顾问", leaderLevel: COUNTY) { id } }',
        { unit: post.unitId, code: `adviser-${Date.now()}` },
      )
      const { personId, personName } = post.appointments[0]!
      await ask(
        page.request,
        'mutation ($post: UUID!, $day: Date!, $id: UUID!, $name: String!) { appoint(postId: $post, personId: $id, personName: $name, validFrom: $day) { id } }',
        { post: createPost.id, day: today, id: personId, name: personName },
      )
    })
  })

  test.describe('as the office hands over', () => {
    test.use({ login: 'jingban' })
    test('one to the successor, one to another post, one follows the leader who left', async ({ page, accessible }) => {
      await expect(async () => {
        await page.goto('/handovers')
        await expect(page.getByRole('row').filter({ hasText: '邱望津' })).toHaveCount(3, { timeout: 3000 })
      }).toPass({ timeout: 40_000 })
      await accessible()
      const boxes = page.getByRole('checkbox')
      await boxes.nth(0).check()
      await page.getByRole('button', { name: '由继任者接续（1）' }).click()
      await page.getByRole('dialog').getByRole('button', { name: '确定' }).click()
      await expect(page.getByText('已由继任者接续 1 项')).toBeVisible()
      await expect(boxes).toHaveCount(2)
      await boxes.nth(0).check()
      await page.getByRole('button', { name: '改由其他岗位联系（1）' }).click()
      await page.getByRole('combobox', { name: '改由哪个岗位联系' }).fill('潮安')
      const posts = page.getByRole('listbox', { name: '改由哪个岗位联系' }).getByRole('option')
      await posts.filter({ hasText: '潮安区' }).filter({ hasNotText: '邱望津' }).first().click()
      await page.getByRole('dialog').getByRole('button', { name: '确定' }).click()
      await expect(page.getByText('已改由其他岗位联系 1 项')).toBeVisible()
      await expect(boxes).toHaveCount(1)
      const name = await page.getByRole('row').filter({ hasText: '邱望津' }).getByRole('link').innerText()
      await page.getByRole('button', { name: '随人联系' }).click()
      await page.getByRole('dialog').getByRole('button', { name: '确定' }).click()
      await expect(alerts(page.getByRole('dialog'))).toHaveText('请选择岗位，写明理由。')
      await page.getByRole('combobox', { name: '新岗位' }).fill('区委顾问')
      await page.getByRole('listbox', { name: '新岗位' }).getByRole('option', { name: '区委顾问' }).click()
      await page.getByLabel('理由').fill('长期联系，相互熟悉')
      await page.getByRole('dialog').getByRole('button', { name: '确定' }).click()
      await expect(page.getByText('已随人转到新岗位')).toBeVisible()
      await expect(boxes).toHaveCount(0)
      await page.goto('/contacts/coverage')
      await page.getByRole('link', { name: '区委顾问' }).click()
      await expect(page.getByRole('dialog').getByRole('row').filter({ hasText: name })).toContainText('随人')
    })
  })
})
