import { expect, test } from 'vitest'
import { holidaysOf } from './holidays'

test('the lines of a holiday notice are read as it is published', () => {
  const { holidays, unread } = holidaysOf(
    `一、元旦：1月1日（周四）至3日（周六）放假调休，共3天。1月4日（周日）上班。
     二、春节：2月15日（农历腊月二十八、周日）至23日（农历正月初七、周一）放假调休，共9天。2月14日（周六）、2月28日（周六）上班。
     三、清明节：4月4日（周六）至6日（周一）放假，共3天。
     六、中秋节：9月25日（周五）至27日（周日）放假，共3天。`,
    2026,
  )
  expect(unread).toEqual([])
  expect(holidays).toEqual([
    { name: '元旦', first: '2026-01-01', last: '2026-01-03', workdays: ['2026-01-04'] },
    { name: '春节', first: '2026-02-15', last: '2026-02-23', workdays: ['2026-02-14', '2026-02-28'] },
    { name: '清明节', first: '2026-04-04', last: '2026-04-06', workdays: [] },
    { name: '中秋节', first: '2026-09-25', last: '2026-09-27', workdays: [] },
  ])
})

test('a holiday of one day, one over the turn of a month, and days with their year are read', () => {
  const { holidays } = holidaysOf(
    '端午节：6月9日放假\n国庆节：9月29日至10月7日放假，10月10日上班\n元旦 2026-12-31 至 2027-01-02 放假',
    2027,
  )
  expect(holidays[0]).toEqual({ name: '端午节', first: '2027-06-09', last: '2027-06-09', workdays: [] })
  expect(holidays[1]).toEqual({ name: '国庆节', first: '2027-09-29', last: '2027-10-07', workdays: ['2027-10-10'] })
  expect(holidays[2]).toEqual({ name: '元旦', first: '2026-12-31', last: '2027-01-02', workdays: [] })
})

test('a line that arranges nothing is told, not passed over', () => {
  expect(holidaysOf('各地区、各部门要妥善安排好值班', 2026).unread).toHaveLength(1)
})
