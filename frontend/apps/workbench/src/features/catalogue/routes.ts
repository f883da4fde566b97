import { Calendar, Collection } from '@element-plus/icons-vue'
import type { FeatureRoute } from '@/shell/routes'

export const routes: FeatureRoute[] = [
  {
    path: '/catalogue',
    component: () => import('./CataloguePage.vue'),
    meta: {
      title: { zh: '目录', en: 'Catalogue' },
      permission: 'catalogue:read',
      nav: { group: 'rules', order: 1, icon: Collection },
    },
  },
  {
    path: '/calendar',
    component: () => import('./CalendarPage.vue'),
    meta: {
      title: { zh: '工作日历', en: 'Work calendar' },
      permission: 'catalogue:read',
      nav: { group: 'rules', order: 2, icon: Calendar },
    },
  },
]
