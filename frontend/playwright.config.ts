import { defineConfig, devices } from '@playwright/test'
import { chromiumPath, isShell } from './tools/chromium.ts'

const port = Number(process.env.E2E_PORT ?? 8431)
const launchOptions = {
  executablePath: chromiumPath,
  args: [
    '--no-sandbox',
    // drawn by the processor alone: there is none of the other kind, and imitating one costs half a test's time
    '--disable-gpu',
    '--disable-gpu-rasterization',
    '--disable-gpu-compositing',
    '--disable-software-rasterizer',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ],
}

export default defineConfig({
  testDir: 'e2e',
  workers: 2,
  forbidOnly: true,
  ignoreSnapshots: !isShell,
  reporter: 'list',
  timeout: 90_000,
  use: {
    baseURL: `http://127.0.0.1:${port}`,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    launchOptions,
    contextOptions: { reducedMotion: 'reduce' },
    // recording every step costs a third of a test; whoever looks for a fault asks for it
    trace: process.env.E2E_TRACE ? 'retain-on-failure' : 'off',
  },
  expect: { timeout: 15_000, toHaveScreenshot: { maxDiffPixelRatio: 0.01, animations: 'disabled', caret: 'hide' } },
  snapshotPathTemplate: '{testDir}/looks/{arg}{ext}',
  // The phone's apps are tried as a phone shows them.
  projects: [
    { name: 'desktop', testIgnore: /(card|verifier)\.spec/, use: { viewport: { width: 1440, height: 900 } } },
    { name: 'phone', testMatch: /(card|verifier)\.spec/, use: { ...devices['Pixel 7'], launchOptions } },
  ],
  // The demo itself, with data of its own: one server for interfaces and pages, as in production.
  webServer: {
    command: '../.venv/bin/bole demo',
    env: { PORT: String(port), BOLE_DATA_DIR: process.env.E2E_DATA ?? '/tmp/bole-e2e' },
    url: `http://127.0.0.1:${port}/readyz`,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 20_000 },
    timeout: 240_000,
  },
})
