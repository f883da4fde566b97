import { createRouter, createWebHistory } from 'vue-router'
import { Refused, viewer, whoAmI } from '@kit/auth/session'
import { failed } from '@/ui/toast'
import { t } from '@/texts'
import { type FeatureRoute, features, spoken } from './routes'
import { turnInto } from './session'

const own: FeatureRoute[] = [
  {
    path: '/sign-in',
    component: () => import('./SignInPage.vue'),
    meta: { title: { zh: '登录', en: 'Sign in' }, open: true },
  },
  {
    path: '/:rest(.*)*',
    component: () => import('./NotFoundPage.vue'),
    meta: { title: { zh: '没有这个页面', en: 'No such page' } },
  },
]

export const router = createRouter({ history: createWebHistory(), routes: [...features, ...own] })

router.beforeEach(async (to, from) => {
  if (to.meta.open) return true
  if (to.path !== from.path) turnInto()
  if (!viewer.value) {
    try {
      await whoAmI()
    } catch (error) {
      if (error instanceof Refused && error.problem.status === 401)
        return { path: '/sign-in', query: { to: to.fullPath } }
      throw error
    }
  }
  // an initial password, or no authenticator yet: nothing else is open before that is put right
  const unready = viewer.value?.must_change_password || viewer.value?.must_enrol_totp
  return unready && to.path !== '/me' ? { path: '/me', query: { to: to.fullPath } } : true
})
const RENEWED = 'bole.renewed'
router.onError((error, to) => {
  if (error instanceof Refused) return failed(error.message)
  // a part of the page could not be fetched: no network, or a new version has taken its place
  if (!navigator.onLine || sessionStorage.getItem(RENEWED) === to.fullPath) return failed(t('state.unreachable'))
  sessionStorage.setItem(RENEWED, to.fullPath)
  location.assign(to.fullPath)
})
router.afterEach((to) => {
  document.title = `${spoken(to.meta.title)} · ${t('name')}`
})
