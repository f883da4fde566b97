/** The weighted sum of what was given so far, to one place; nothing while an item is wanting. */
export function weighted(
  items: readonly { readonly code: string; readonly weight: number }[],
  scores: Readonly<Record<string, string | undefined>>,
): number | undefined {
  let sum = 0
  for (const { code, weight } of items) {
    const told = (scores[code] ?? '').trim()
    if (!/^(\d{1,2}|100)$/.test(told)) return undefined
    sum += Number(told) * weight
  }
  return items.length ? Math.round(sum) / 100 : undefined
}
