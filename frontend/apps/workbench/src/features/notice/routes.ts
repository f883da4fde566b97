import { Bell } from '@element-plus/icons-vue'
import type { FeatureRoute } from '@/shell/routes'

export const routes: FeatureRoute[] = [
  {
    path: '/notices',
    component: () => import('./NoticesPage.vue'),
    meta: {
      title: { zh: '消息', en: 'Notices' },
      permission: 'notice:read',
      nav: { group: 'daily', order: 9, icon: Bell },
    },
  },
]
