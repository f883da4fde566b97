import { CreditCard, Iphone } from '@element-plus/icons-vue'
import type { FeatureRoute } from '@/shell/routes'

export const routes: FeatureRoute[] = [
  {
    path: '/cards',
    component: () => import('./CardsPage.vue'),
    meta: {
      title: { zh: '优才卡', en: 'Talent cards' },
      permission: 'card:read',
      nav: { group: 'service', order: 1, icon: CreditCard },
    },
  },
  {
    path: '/cards/:id',
    component: () => import('./CardPage.vue'),
    props: true,
    meta: { title: { zh: '优才卡详情', en: 'Talent card' }, permission: 'card:read' },
  },
  {
    path: '/card-batches',
    component: () => import('./BatchesPage.vue'),
    meta: { title: { zh: '发卡批次', en: 'Card batches' }, permission: 'card:issue' },
  },
  {
    path: '/card-batches/:id',
    component: () => import('./BatchPage.vue'),
    props: true,
    meta: { title: { zh: '发卡批次详情', en: 'Card batch' }, permission: 'card:issue' },
  },
  {
    path: '/card-pools',
    component: () => import('./PoolsPage.vue'),
    meta: { title: { zh: '全市名额', en: 'City places' }, permission: 'card:read' },
  },
  {
    path: '/redemptions',
    component: () => import('./UsesPage.vue'),
    meta: { title: { zh: '核销与预约', en: 'Uses and bookings' }, permission: 'card:read' },
  },
  {
    // an app of its own on the same origin: a click leaves the workbench, a link copied works as it is
    path: '/verify/',
    component: { render: () => null },
    beforeEnter: () => {
      window.location.assign('/verify/')
      return false
    },
    meta: {
      title: { zh: '核验台', en: 'Counter' },
      permission: 'card:verify',
      nav: { group: 'service', order: 2, icon: Iphone },
    },
  },
]
