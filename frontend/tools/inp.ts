// How long a person waits for the roster to answer a key or a click: 57 pages of 100 rows scrolled in Chromium at a
// quarter of its speed. Prints one JSON object. Called by `make bench`; the system runs at E2E_PORT.
import { chromium } from '@playwright/test'
import { chromiumPath } from './chromium.ts'

type Interaction = { name: string; ms: number }
const PAGES = 57
const SLOWER = 4
const port = Number(process.env.E2E_PORT)
const [login, password, code] = process.argv.slice(2)

const browser = await chromium.launch({
  executablePath: chromiumPath,
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'],
})
const context = await browser.newContext({
  baseURL: `http://127.0.0.1:${port}`,
  viewport: { width: 1440, height: 900 },
})
await context.request.post('/api/v1/session', {
  headers: { 'x-bole-request': '1' },
  data: { login, password, totp: code },
})
const page = await context.newPage()
await page.addInitScript(() => {
  const seen: Interaction[] = []
  Object.assign(window, { interactions: seen })
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as (PerformanceEntry & { interactionId?: number })[])
      if (entry.interactionId) seen.push({ name: entry.name, ms: entry.duration })
  }).observe({ type: 'event', durationThreshold: 16, buffered: true } as PerformanceObserverInit)
})
await page.goto('/talents')
const grid = page.getByRole('grid')
await grid.waitFor()
const cdp = await context.newCDPSession(page)
await cdp.send('Emulation.setCPUThrottlingRate', { rate: SLOWER })

const loaded = () =>
  page.evaluate(() =>
    Number(/([\d,]+)\D*$/.exec(document.querySelector('main [role="status"]')!.textContent!)![1]!.replace(/,/g, '')),
  )
await grid.focus()
let rows = await loaded()
while (rows < PAGES * 100) {
  await page.keyboard.press('End')
  await page.waitForFunction(
    (before) =>
      Number(/([\d,]+)\D*$/.exec(document.querySelector('main [role="status"]')!.textContent!)![1]!.replace(/,/g, '')) >
      before,
    rows,
    { timeout: 60_000 },
  )
  for (let i = 0; i < 3; i++) await page.keyboard.press(i % 2 ? 'PageUp' : 'PageDown')
  rows = await loaded()
}
await page.getByRole('row').nth(5).click()
const search = page.locator('main input[type="search"]')
await search.click()
await page.keyboard.type('chen', { delay: 120 })
await page.waitForTimeout(1500)

const all = await page.evaluate(() => (window as unknown as { interactions: Interaction[] }).interactions)
const drawn = await page.evaluate(() => document.querySelectorAll('*').length)
const heap = await page.evaluate(
  () => (performance as unknown as { memory: { usedJSHeapSize: number } }).memory.usedJSHeapSize,
)
const worst = all.reduce((most, one) => (one.ms > most.ms ? one : most), { name: '-', ms: 0 })
console.log(
  JSON.stringify({
    rows,
    interactions: all.length,
    worst_ms: worst.ms,
    worst_on: worst.name,
    nodes: drawn,
    heap_mb: Math.round(heap / 1e6),
  }),
)
await browser.close()
