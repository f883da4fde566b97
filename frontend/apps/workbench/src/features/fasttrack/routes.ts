import { Finished, Histogram, Stamp } from '@element-plus/icons-vue'
import type { FeatureRoute } from '@/shell/routes'

export const routes: FeatureRoute[] = [
  {
    path: '/fasttrack',
    component: () => import('./CasesPage.vue'),
    meta: {
      title: { zh: '一事一议', en: 'Fast track' },
      permission: 'fasttrack:read',
      nav: { group: 'service', order: 20, icon: Histogram },
    },
  },
  {
    path: '/fasttrack/:id',
    component: () => import('./CasePage.vue'),
    props: true,
    meta: { title: { zh: '一事一议案件', en: 'Fast-track case' }, permission: 'fasttrack:read' },
  },
  {
    path: '/countersigns',
    component: () => import('./CountersignsPage.vue'),
    meta: {
      title: { zh: '我单位待会签', en: 'To countersign' },
      permission: 'fasttrack:countersign',
      nav: { group: 'service', order: 21, icon: Stamp },
    },
  },
  {
    path: '/measures',
    component: () => import('./MeasuresPage.vue'),
    meta: {
      title: { zh: '我单位待落实', en: 'To deliver' },
      permission: 'fasttrack:deliver',
      nav: { group: 'service', order: 22, icon: Finished },
    },
  },
]
