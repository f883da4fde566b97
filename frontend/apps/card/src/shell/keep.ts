import { clear, createStore, get, set } from 'idb-keyval'

// A web view may have no database: then nothing is kept, and all else works.
const opened = (() => {
  try {
    return createStore('bole-card', 'kept')
  } catch {
    return undefined
  }
})()

/** What this phone keeps for times without a network, until its holder signs out. */
export const recall = <T>(key: string): Promise<T | undefined> =>
  opened ? get<T>(key, opened).catch(() => undefined) : Promise.resolve(undefined)

export async function keep(key: string, value: unknown): Promise<void> {
  // plain data: what is watched by the pages cannot be stored as it is
  if (opened) await set(key, JSON.parse(JSON.stringify(value)), opened).catch(() => undefined)
}

export async function forget(): Promise<void> {
  if (opened) await clear(opened).catch(() => undefined)
}
