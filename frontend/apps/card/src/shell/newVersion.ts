import type { Router } from 'vue-router'
import { registerSW } from 'virtual:pwa-register'

/** Pages start without a network, too. A new version takes over with the next step to another page, never under the hand of someone who is writing; a part that only the old version had brings the new one at once. */
export function keepUpToDate(router: Router): void {
  let fresh = false
  registerSW({ immediate: true, onNeedReload: () => (fresh = true) })
  router.beforeEach((to, from) => {
    if (!fresh || to.path === from.path) return true
    location.assign(router.resolve(to).href)
    return false
  })
  let tried = false
  router.onError((error: Error, to) => {
    if (tried || !navigator.onLine || !/dynamically imported|module script|preload/i.test(error.message)) return
    tried = true
    location.assign(router.resolve(to).href)
  })
}
