/** One holiday of a notice, as the backend takes it. */
export type Holiday = { name: string; first: string; last: string; workdays: string[] }

const two = (n: string | number) => String(n).padStart(2, '0')
/** `2026年2月15日`, `2月15日`, `23日`: what is not said is as in the day before it. */
const DAY = /(?:(\d{4})年)?(?:(\d{1,2})月)?(\d{1,2})日/g

function days(text: string, year: number, month: string | undefined): { day: string; month: string | undefined }[] {
  const found: { day: string; month: string | undefined }[] = []
  let inYear = year
  let inMonth = month
  for (const [, y, m, d] of text.matchAll(DAY)) {
    if (y) inYear = Number(y)
    if (m) inMonth = m
    if (inMonth) found.push({ day: `${inYear}-${two(inMonth)}-${two(d!)}`, month: inMonth })
  }
  return found
}

/** What a line of a holiday notice arranges, such as `一、元旦：1月1日（周四）至3日（周六）放假调休，共3天。1月4日（周日）上班。`; nothing if it arranges nothing. */
function holidayOf(line: string, year: number): Holiday | undefined {
  const plain = line
    .replace(/[（(][^（）()]*[）)]/g, '')
    .replace(/(\d{4})-(\d{1,2})-(\d{1,2})/g, '$1年$2月$3日')
    .replace(/^\s*[一二三四五六七八九十\d]+\s*[、.．]\s*/, '')
  const [, name, rest] = /^\s*([^：:\s\d]+)\s*[：:\s]\s*(.+)$/.exec(plain) ?? []
  if (!name || !rest) return undefined
  const off = /^(.*?)放假/.exec(rest)?.[1]
  if (off === undefined) return undefined
  const free = days(off, year, undefined)
  if (!free.length) return undefined
  const after = rest.slice(off.length)
  const work = /上班/.test(after)
    ? days(after.slice(0, after.lastIndexOf('上班')), year, free[free.length - 1]!.month)
    : []
  return { name, first: free[0]!.day, last: free[free.length - 1]!.day, workdays: work.map((w) => w.day) }
}

/** The holidays that a pasted notice arranges, and the lines that could not be read. */
export function holidaysOf(notice: string, year: number): { holidays: Holiday[]; unread: string[] } {
  const holidays: Holiday[] = []
  const unread: string[] = []
  for (const line of notice.split('\n').map((l) => l.trim())) {
    if (!line) continue
    const told = holidayOf(line, year)
    if (told) holidays.push(told)
    else unread.push(line)
  }
  return { holidays, unread }
}
