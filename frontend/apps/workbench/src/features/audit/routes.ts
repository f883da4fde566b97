import { Stamp, View } from '@element-plus/icons-vue'
import type { FeatureRoute } from '@/shell/routes'

export const routes: FeatureRoute[] = [
  {
    path: '/audit',
    component: () => import('./AuditPage.vue'),
    meta: {
      title: { zh: '审计', en: 'Audit' },
      permission: 'audit:read',
      nav: { group: 'system', order: 5, icon: Stamp },
    },
  },
  {
    path: '/audit/reads',
    component: () => import('./ReadsPage.vue'),
    meta: {
      title: { zh: '敏感信息查看', en: 'Sensitive reads' },
      permission: 'audit:read',
      nav: { group: 'system', order: 6, icon: View },
    },
  },
]
