import { onceKey } from '@kit/graphql/once'

type Kept = { said: string; key: string }

/** The key of an act, kept through a reload of the page until its answer is known. */
export function keyFor(store: Pick<Storage, 'getItem' | 'setItem'>, place: string, said: string): string {
  const kept = JSON.parse(store.getItem(place) ?? 'null') as Kept | null
  if (kept?.said === said) return kept.key
  const key = onceKey()
  store.setItem(place, JSON.stringify({ said, key }))
  return key
}
