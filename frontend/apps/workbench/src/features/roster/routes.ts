import { User } from '@element-plus/icons-vue'
import type { FeatureRoute } from '@/shell/routes'

export const routes: FeatureRoute[] = [
  {
    path: '/talents',
    component: () => import('./RosterPage.vue'),
    meta: {
      title: { zh: '人才名录', en: 'Roster' },
      permission: 'roster:read',
      nav: { group: 'people', order: 1, icon: User },
    },
  },
  {
    path: '/talents/:id',
    component: () => import('./TalentPage.vue'),
    props: true,
    meta: { title: { zh: '人才资料', en: 'Talent' }, permission: 'roster:read' },
  },
]
