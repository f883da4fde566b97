import { Bell, Lock, Warning } from '@element-plus/icons-vue'
import type { FeatureRoute } from '@/shell/routes'

export const routes: FeatureRoute[] = [
  {
    path: '/data-requests',
    component: () => import('./RequestsPage.vue'),
    meta: {
      title: { zh: '个人信息请求', en: 'Data requests' },
      permission: 'privacy:read',
      nav: { group: 'people', order: 8, icon: Lock },
    },
  },
  {
    path: '/deletion-notices',
    component: () => import('./DeletionNoticesPage.vue'),
    meta: {
      title: { zh: '删除通知', en: 'Deletion notices' },
      permission: 'privacy:notice',
      nav: { group: 'system', order: 8, icon: Bell },
    },
  },
  {
    path: '/read-anomalies',
    component: () => import('./AnomaliesPage.vue'),
    meta: {
      title: { zh: '待核实的访问', en: 'Reads to be looked at' },
      permission: 'audit:read',
      nav: { group: 'system', order: 7, icon: Warning },
    },
  },
]
