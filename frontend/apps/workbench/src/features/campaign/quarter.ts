const PER_YEAR = 4
const MONTHS = 3

/** The quarter of a day and so many before it, the latest first. */
export function quartersTo(day: string, many: number): string[] {
  const at = Number(day.slice(0, 4)) * PER_YEAR + Math.floor((Number(day.slice(5, 7)) - 1) / MONTHS)
  return Array.from({ length: many }, (_, i) => `${Math.floor((at - i) / PER_YEAR)}Q${((at - i) % PER_YEAR) + 1}`)
}
