import { House } from '@element-plus/icons-vue'
import type { FeatureRoute } from '@/shell/routes'

export const routes: FeatureRoute[] = [
  {
    path: '/',
    component: () => import('./HomePage.vue'),
    meta: { title: { zh: '我的待办', en: 'My work' }, nav: { group: 'daily', order: 1, icon: House } },
  },
]
