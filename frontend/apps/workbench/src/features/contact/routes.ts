import { ChatDotRound } from '@element-plus/icons-vue'
import type { FeatureRoute } from '@/shell/routes'

export const routes: FeatureRoute[] = [
  {
    path: '/contacts',
    component: () => import('./ContactsPage.vue'),
    meta: {
      title: { zh: '联系服务', en: 'Contacts' },
      permission: 'contact:read',
      nav: { group: 'daily', order: 2, icon: ChatDotRound },
    },
  },
]
