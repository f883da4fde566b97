import { Calendar, Coin } from '@element-plus/icons-vue'
import type { FeatureRoute } from '@/shell/routes'

export const routes: FeatureRoute[] = [
  {
    path: '/campaigns',
    component: () => import('./CampaignsPage.vue'),
    meta: {
      title: { zh: '季度更新', en: 'Quarterly update' },
      permission: ['campaign:answer', 'campaign:manage'],
      nav: { group: 'people', order: 4, icon: Calendar },
    },
  },
  {
    path: '/campaigns/:id',
    component: () => import('./CampaignPage.vue'),
    props: true,
    meta: { title: { zh: '一次季度更新', en: 'An update' }, permission: 'roster:read' },
  },
  {
    path: '/quarters',
    component: () => import('./SnapshotsPage.vue'),
    meta: {
      title: { zh: '季度数字', en: 'Quarterly figures' },
      permission: ['campaign:answer', 'campaign:manage'],
      nav: { group: 'people', order: 5, icon: Coin },
    },
  },
  {
    path: '/quarters/:quarter',
    component: () => import('./SnapshotPage.vue'),
    props: true,
    meta: { title: { zh: '冻结的数字', en: 'Frozen figures' }, permission: 'roster:read' },
  },
]
