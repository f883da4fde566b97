import { CopyDocument } from '@element-plus/icons-vue'
import type { FeatureRoute } from '@/shell/routes'

export const routes: FeatureRoute[] = [
  {
    path: '/duplicates',
    component: () => import('./DuplicatesPage.vue'),
    meta: {
      title: { zh: '核重', en: 'Duplicates' },
      permission: 'merge:read',
      nav: { group: 'people', order: 4, icon: CopyDocument },
    },
  },
  {
    path: '/duplicates/:id',
    component: () => import('./ComparePage.vue'),
    props: true,
    meta: { title: { zh: '核对两条记录', en: 'Compare two records' }, permission: 'merge:read' },
  },
]
