import type { Component } from 'vue'
import { type RouteLocationNormalizedLoaded, createRouter, createWebHistory } from 'vue-router'
import { t } from '../texts'

/** `tab`: where a page belongs; a page below a tab has a way back. */
type Page = {
  path: string
  title: string
  tab: 'card' | 'rights' | 'contact' | 'mine'
  below?: string
  component: () => Promise<Component>
}
const PAGES: readonly Page[] = [
  { path: '/', title: t('card.title'), tab: 'card', component: () => import('../card/CardPage.vue') },
  { path: '/rights', title: t('rights.title'), tab: 'rights', component: () => import('../rights/RightsPage.vue') },
  {
    path: '/rights/uses',
    title: t('rights.uses'),
    tab: 'rights',
    below: '/rights',
    component: () => import('../rights/UsesPage.vue'),
  },
  {
    path: '/contact',
    title: t('contact.title'),
    tab: 'contact',
    component: () => import('../contact/ContactPage.vue'),
  },
  {
    path: '/contact/raise',
    title: t('raise.title'),
    tab: 'contact',
    below: '/contact',
    component: () => import('../contact/RaiseNeedPage.vue'),
  },
  { path: '/mine', title: t('mine.title'), tab: 'mine', component: () => import('../mine/MinePage.vue') },
  {
    path: '/mine/messages',
    title: t('messages.title'),
    tab: 'mine',
    below: '/mine',
    component: () => import('../mine/MessagesPage.vue'),
  },
  {
    path: '/mine/profile',
    title: t('profile.title'),
    tab: 'mine',
    below: '/mine',
    component: () => import('../mine/ProfilePage.vue'),
  },
  {
    path: '/mine/proposals',
    title: t('proposals.title'),
    tab: 'mine',
    below: '/mine',
    component: () => import('../mine/ProposalsPage.vue'),
  },
  {
    path: '/mine/requests',
    title: t('requests.title'),
    tab: 'mine',
    below: '/mine',
    component: () => import('../mine/RequestsPage.vue'),
  },
  {
    path: '/mine/recognition',
    title: t('recognition.title'),
    tab: 'mine',
    below: '/mine',
    component: () => import('../recognition/RecognitionPage.vue'),
  },
  {
    path: '/mine/recognition/new',
    title: t('recognition.apply'),
    tab: 'mine',
    below: '/mine/recognition',
    component: () => import('../recognition/BeginPage.vue'),
  },
  {
    path: '/mine/recognition/:id',
    title: t('recognition.one'),
    tab: 'mine',
    below: '/mine/recognition',
    component: () => import('../recognition/ApplicationPage.vue'),
  },
  {
    path: '/mine/reads',
    title: t('reads.title'),
    tab: 'mine',
    below: '/mine',
    component: () => import('../mine/ReadsPage.vue'),
  },
  {
    path: '/mine/consents',
    title: t('consents.title'),
    tab: 'mine',
    below: '/mine',
    component: () => import('../mine/ConsentsPage.vue'),
  },
  {
    path: '/mine/password',
    title: t('password.title'),
    tab: 'mine',
    below: '/mine',
    component: () => import('../mine/PasswordPage.vue'),
  },
]

/** What is known of the page at an address. */
export const pageAt = ({ matched }: RouteLocationNormalizedLoaded): Page | undefined =>
  PAGES.find(({ path }) => path === matched[0]?.path)

export const router = createRouter({
  history: createWebHistory(import.meta.env.BASE_URL),
  scrollBehavior: (_to, _from, before) => before ?? { top: 0 },
  routes: [
    ...PAGES.map(({ path, component }) => ({ path, component, props: true })),
    { path: '/:rest(.*)*', redirect: '/' },
  ],
})

router.afterEach((to) => {
  document.title = `${pageAt(to)?.title ?? ''} · ${t('name')}`
})
