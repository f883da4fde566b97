/** The month of a day and those before it, newest first: `2026-03`, `2026-02`, … */
export function monthsUntil(day: string, many: number): readonly string[] {
  const [year, month] = day.split('-').map(Number) as [number, number]
  return Array.from({ length: many }, (_, back) =>
    new Date(Date.UTC(year, month - 1 - back, 1)).toISOString().slice(0, 7),
  )
}
