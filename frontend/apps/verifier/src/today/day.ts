import type { CounterDayQuery } from './day.gql'

export type Row = CounterDayQuery['counterRedemptions']['nodes'][number]
export type Total = { service: string; uses: number; booked: number; reversed: number; net: number }

/** What a row is to a counter: a reversal is a row of its own, below zero. */
export const isReversal = (row: Pick<Row, 'amount'>): boolean => row.amount < 0

/** Per service: uses (also those taken back later), what is booked, what was taken back this day, and what is left. */
export function totals(
  rows: readonly Pick<Row, 'serviceCode' | 'serviceName' | 'amount' | 'status'>[],
): readonly Total[] {
  const found = new Map<string, Total>()
  for (const row of rows) {
    const sum = found.get(row.serviceCode) ?? { service: row.serviceName, uses: 0, booked: 0, reversed: 0, net: 0 }
    found.set(row.serviceCode, sum)
    if (row.status === 'RESERVED') sum.booked += row.amount
    else if (row.status === 'CONFIRMED' || row.status === 'REVERSED') {
      if (isReversal(row)) sum.reversed -= row.amount
      else sum.uses += row.amount
      sum.net = sum.uses - sum.reversed
    }
  }
  return [...found.values()]
}
