import { createRouter, createWebHistory, type RouteRecordRaw } from 'vue-router'
import { Refused, can, viewer, whoAmI } from '@kit/auth/session'
import type { Permission } from '@kit/auth/permissions'
import { t } from '@/texts'

declare module 'vue-router' {
  interface RouteMeta {
    title: string
    /** Whoever lacks it is told whom to ask; the server refuses anyway. */
    permission?: Permission
    /** Shown in the navigation. */
    nav?: boolean
    /** Open to those who have not signed in. */
    open?: boolean
  }
}

export const routes: RouteRecordRaw[] = [
  {
    path: '/sign-in',
    component: () => import('./SignInPage.vue'),
    meta: { title: t('signIn.title'), open: true },
  },
  {
    path: '/',
    component: () => import('@/features/home/HomePage.vue'),
    meta: { title: t('home.title'), nav: true },
  },
  {
    path: '/talents',
    component: () => import('@/features/roster/RosterPage.vue'),
    meta: { title: t('roster.title'), permission: 'roster:read', nav: true },
  },
  {
    path: '/talents/:id',
    component: () => import('@/features/roster/TalentPage.vue'),
    props: true,
    meta: { title: t('talent.title'), permission: 'roster:read' },
  },
  {
    path: '/contacts',
    component: () => import('@/features/contact/ContactsPage.vue'),
    meta: { title: t('contact.title'), permission: 'contact:read', nav: true },
  },
  {
    path: '/:rest(.*)*',
    component: () => import('./NotFoundPage.vue'),
    meta: { title: t('notFound.title') },
  },
]

export const router = createRouter({ history: createWebHistory(), routes })

router.beforeEach(async (to) => {
  if (to.meta.open) return true
  if (!viewer.value) {
    try {
      await whoAmI()
    } catch (error) {
      if (error instanceof Refused && error.problem.status === 401)
        return { path: '/sign-in', query: { to: to.fullPath } }
      throw error
    }
  }
  return true
})
router.afterEach((to) => {
  document.title = `${to.meta.title} · ${t('name')}`
})

export const denied = (permission: Permission | undefined): boolean => permission !== undefined && !can(permission)
