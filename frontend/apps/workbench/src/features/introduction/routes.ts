import { Connection } from '@element-plus/icons-vue'
import type { FeatureRoute } from '@/shell/routes'

export const routes: FeatureRoute[] = [
  {
    path: '/introductions',
    component: () => import('./IntroductionsPage.vue'),
    meta: {
      title: { zh: '引进归属', en: 'Introductions' },
      permission: 'introduction:read',
      nav: { group: 'people', order: 5, icon: Connection },
    },
  },
]
