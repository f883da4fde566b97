import { beforeEach, expect, test, vi } from 'vitest'
import { createMemoryHistory, createRouter } from 'vue-router'

type Options = { onNeedReload: () => void; onRegisteredSW: (at: string, told: { update: () => Promise<void> }) => void }
let registered: Options
vi.mock('virtual:pwa-register', () => ({ registerSW: (options: Options) => (registered = options) }))

const opened: string[] = []
const heard = new Map<string, () => void>()
const kept = new Map<string, string>()
const screen = { hidden: false, addEventListener: (what: string, then: () => void) => heard.set(what, then) }
const web = { onLine: true }
vi.stubGlobal('document', screen)
vi.stubGlobal('navigator', web)
vi.stubGlobal('location', { assign: (to: string) => opened.push(to) })
vi.stubGlobal('sessionStorage', {
  getItem: (key: string) => kept.get(key) ?? null,
  setItem: (key: string, value: string) => kept.set(key, value),
  removeItem: (key: string) => kept.delete(key),
})
const { fresh, keepUpToDate, missing } = await import('./newVersion')

const gone = () => Promise.reject(new TypeError('Importing a module script failed.'))
async function app() {
  const routes = ['/', '/mine'].map((path) => ({ path, component: {} }))
  const router = createRouter({
    history: createMemoryHistory('/card/'),
    routes: [...routes, { path: '/gone', component: gone }],
  })
  keepUpToDate(router)
  await router.push('/')
  return router
}
beforeEach(() => {
  opened.length = 0
  kept.clear()
  fresh.value = false
  missing.value = ''
  web.onLine = true
})

test('a new version is told and left alone until another page is opened', async () => {
  const router = await app()
  registered.onNeedReload()
  expect(fresh.value).toBe(true)
  expect(opened).toEqual([])
  await router.push('/?again')
  expect(opened).toEqual([])
  await router.push('/mine?from=card')
  expect(opened).toEqual(['/card/mine?from=card'])
  expect(router.currentRoute.value.path).toBe('/')
})

test('an app that is never closed asks for a new version whenever it is looked at', async () => {
  await app()
  const update = vi.fn(async () => undefined)
  registered.onRegisteredSW('sw.js', { update })
  screen.hidden = true
  heard.get('visibilitychange')!()
  expect(update).not.toHaveBeenCalled()
  screen.hidden = false
  heard.get('visibilitychange')!()
  expect(update).toHaveBeenCalledOnce()
})

test('a part that vanished is fetched with a new version once, then told', async () => {
  const router = await app()
  await expect(router.push('/gone')).rejects.toThrow()
  expect(opened).toEqual(['/card/gone'])
  expect(missing.value).toBe('')
  await expect(router.push('/gone')).rejects.toThrow()
  expect(opened).toHaveLength(1)
  expect(missing.value).toBe('/gone')
  await router.push('/mine')
  expect(missing.value).toBe('')
})

test('without a network it is told at once', async () => {
  const router = await app()
  web.onLine = false
  await expect(router.push('/gone')).rejects.toThrow()
  expect(opened).toEqual([])
  expect(missing.value).toBe('/gone')
})
