import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, type Page, chromium } from '@playwright/test'
import { renderSVG } from 'uqr'
import { chromiumPath } from '../tools/chromium.ts'
import { sessionOf } from './fixtures'

/** Types into the field as a hand scanner does: quickly, with Enter at the end. */
export async function scanByHand(page: Page, text: string): Promise<void> {
  await page.getByLabel('8 位数字').fill(text)
  await page.getByLabel('8 位数字').press('Enter')
}

/** A browser whose camera sees what it is shown, signed in at a counter. */
export type Camera = { page: Page; show: (qr: string) => Promise<void>; close: () => Promise<void> }

export async function counterWithCamera(browser: Browser, baseURL: string): Promise<Camera> {
  const film = join(mkdtempSync(join(tmpdir(), 'film-')), 'camera.mjpeg')
  const studio = await browser.newPage({ viewport: { width: 640, height: 480 }, deviceScaleFactor: 1 })
  // a phone held up: the code fills half of the picture
  async function show(qr: string) {
    await studio.setContent(`<body style="margin:0;background:#777;display:grid;place-items:center;height:100vh">
      <div style="width:260px;padding:16px;background:#fff">${renderSVG(qr)}</div></body>`)
    const picture = await studio.screenshot({ type: 'jpeg', quality: 92 })
    writeFileSync(film, Buffer.concat(Array.from({ length: 20 }, () => picture)))
  }
  await show('nothing yet')
  const own = await chromium.launch({
    executablePath: chromiumPath,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--use-fake-ui-for-media-stream',
      '--use-fake-device-for-media-stream',
      `--use-file-for-fake-video-capture=${film}`,
    ],
  })
  const context = await own.newContext({
    baseURL,
    locale: 'zh-CN',
    permissions: ['camera'],
    viewport: { width: 412, height: 839 },
    storageState: await sessionOf(browser, 'yiyuan', baseURL),
  })
  const page = await context.newPage()
  const close = async () => {
    await own.close()
    await studio.close()
  }
  return { page, show, close }
}
