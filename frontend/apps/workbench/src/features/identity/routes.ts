import { Connection, User } from '@element-plus/icons-vue'
import type { FeatureRoute } from '@/shell/routes'

export const routes: FeatureRoute[] = [
  {
    path: '/me',
    component: () => import('./MePage.vue'),
    meta: { title: { zh: '我的账号', en: 'My account' } },
  },
  {
    path: '/accounts',
    component: () => import('./AccountsPage.vue'),
    meta: {
      title: { zh: '账号', en: 'Accounts' },
      permission: 'account:read',
      nav: { group: 'system', order: 2, icon: User },
    },
  },
  {
    path: '/partners',
    component: () => import('./PartnersPage.vue'),
    meta: {
      title: { zh: '伙伴系统', en: 'Partners' },
      permission: 'partner:manage',
      nav: { group: 'system', order: 3, icon: Connection },
    },
  },
]
