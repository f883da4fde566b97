/** Money is text all the way: the backend counts yuan to the cent, people here write 万元. No float touches it. */
const WAN = 4
const CENTS = 2

/** `1000000.50` yuan as 100.00005; `12000000.00` as 1,200 without the comma. */
export function wanOf(yuan: string | null | undefined): string {
  if (!yuan) return ''
  const [whole, cents = ''] = yuan.split('.')
  const digits = `${whole!.padStart(WAN + 1, '0')}${cents.padEnd(CENTS, '0')}`
  const point = digits.length - WAN - CENTS
  const part = digits.slice(point).replace(/0+$/, '')
  const before = digits.slice(0, point).replace(/^0+(?=\d)/, '')
  return part ? `${before}.${part}` : before
}

/** What somebody wrote in 万元, as yuan; nothing where it is no amount, is negative or finer than two decimals. */
export function yuanOf(wan: string): string | undefined {
  const told = /^(\d{1,8})(?:\.(\d{1,2}))?$/.exec(wan.trim().replace(/,/g, ''))
  if (!told) return undefined
  const digits = `${told[1]}${(told[2] ?? '').padEnd(WAN + CENTS, '0')}`
  const point = digits.length - CENTS
  return `${digits.slice(0, point).replace(/^0+(?=\d)/, '')}.${digits.slice(point)}`
}

/** Amounts in yuan added up, in cents. */
export function sumOf(yuan: readonly (string | null | undefined)[]): string {
  const cents = yuan.reduce((sum, one) => {
    const [whole = '0', part = ''] = (one ?? '0').split('.')
    return sum + BigInt(`${whole}${part.padEnd(CENTS, '0')}`)
  }, BigInt(0))
  const digits = cents.toString().padStart(CENTS + 1, '0')
  return `${digits.slice(0, -CENTS)}.${digits.slice(-CENTS)}`
}

/** With commas, as amounts are read. */
export const grouped = (amount: string): string => amount.replace(/\B(?=(\d{3})+(?!\d))(?<!\.\d*)/g, ',')
