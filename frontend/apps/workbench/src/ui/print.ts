import { nextTick } from 'vue'

const PATIENCE_MS = 10_000
const reading = () => {
  const main = document.querySelector('main')
  return !main?.textContent?.trim() || !!main.querySelector('.state[aria-busy="true"]')
}

/** Prints once everything on the page has been read: what is still on its way would be missing on paper. */
export async function printPage(): Promise<void> {
  const end = Date.now() + PATIENCE_MS
  while (reading() && Date.now() < end) await new Promise((go) => setTimeout(go, 50))
  await document.fonts.ready
  // drawn as paper before the browser takes its picture
  window.dispatchEvent(new Event('beforeprint'))
  await nextTick()
  window.print()
}
