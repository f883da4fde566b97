import { OfficeBuilding } from '@element-plus/icons-vue'
import type { FeatureRoute } from '@/shell/routes'

export const routes: FeatureRoute[] = [
  {
    path: '/units',
    component: () => import('./UnitsPage.vue'),
    meta: {
      title: { zh: '单位与岗位', en: 'Units and posts' },
      permission: 'org:read',
      nav: { group: 'system', order: 1, icon: OfficeBuilding },
    },
  },
]
