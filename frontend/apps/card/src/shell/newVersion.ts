import { ref } from 'vue'
import type { Router } from 'vue-router'
import { registerSW } from 'virtual:pwa-register'

const HOUR = 3_600_000
const TRIED = 'bole.card.renewed'
/** A newer version than the one that is open lies ready on this phone. */
export const fresh = ref(false)
/** The address of a page that could not be fetched, although it was tried anew. */
export const missing = ref('')

/** Whether something is being typed that no draft keeps (a password). */
export const typing = (): boolean =>
  [...document.querySelectorAll<HTMLInputElement>('input[type="password"]')].some((field) => field.value !== '')

/** Pages start without a network, too. A new version takes over with the next step to another page or when its holder says so, never under the hand of someone who is writing; a part that only the old version had brings the new one at once. */
export function keepUpToDate(router: Router): void {
  registerSW({
    immediate: true,
    onNeedReload: () => (fresh.value = true),
    onRegisteredSW: (_address, registration) => {
      if (!registration) return
      // an app that is never closed would never ask
      const look = () => document.hidden || void registration.update().catch(() => undefined)
      document.addEventListener('visibilitychange', look)
      setInterval(look, HOUR)
    },
  })
  const open = (path: string) => location.assign(router.resolve(path).href)
  router.beforeEach((to, from) => {
    if (!fresh.value || to.path === from.path) return true
    open(to.fullPath)
    return false
  })
  router.afterEach((_to, _from, failure) => {
    if (failure) return
    missing.value = ''
    sessionStorage.removeItem(TRIED)
  })
  router.onError((_error: Error, to) => {
    // once for one page: what is missing in the new version, too, is told
    if (!navigator.onLine || sessionStorage.getItem(TRIED) === to.fullPath) {
      missing.value = to.fullPath
      return
    }
    sessionStorage.setItem(TRIED, to.fullPath)
    open(to.fullPath)
  })
}

/** Opens the page anew: in the new version, where there is one. */
export function renew(): void {
  sessionStorage.removeItem(TRIED)
  if (missing.value) location.assign(import.meta.env.BASE_URL.replace(/\/$/, '') + missing.value)
  else location.reload()
}
