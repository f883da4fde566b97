import { ChatDotRound, EditPen, Opportunity } from '@element-plus/icons-vue'
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
  {
    path: '/contacts/calendar',
    component: () => import('./CalendarPage.vue'),
    meta: { title: { zh: '联系日历', en: 'Calendar of contacts' }, permission: 'contact:read' },
  },
  {
    path: '/contacts/coverage',
    component: () => import('./CoveragePage.vue'),
    meta: { title: { zh: '覆盖与安排', en: 'Coverage and assignments' }, permission: 'contact:assign' },
  },
  {
    path: '/contact-logs',
    component: () => import('./ContactLogsPage.vue'),
    meta: { title: { zh: '联系记录', en: 'Records of contacts' }, permission: 'contact:read' },
  },
  {
    path: '/handovers',
    component: () => import('./HandoversPage.vue'),
    meta: { title: { zh: '待接续', en: 'Handovers' }, permission: 'contact:assign' },
  },
  {
    path: '/needs',
    component: () => import('./NeedsPage.vue'),
    meta: {
      title: { zh: '需求办理', en: 'Needs' },
      // every need:handle of the city's roles comes with contact:read, without which no need is seen
      permission: 'contact:read',
      nav: { group: 'daily', order: 3, icon: Opportunity },
    },
  },
  {
    path: '/needs/statistics',
    component: () => import('./NeedStatisticsPage.vue'),
    meta: { title: { zh: '需求统计', en: 'Figures of needs' }, permission: 'contact:read' },
  },
  {
    path: '/suggestions',
    component: () => import('./SuggestionsPage.vue'),
    meta: { title: { zh: '人才建议', en: 'Suggestions' }, permission: 'contact:read' },
  },
  {
    path: '/changes',
    component: () => import('./ChangesPage.vue'),
    meta: {
      title: { zh: '资料变动', en: 'Changes' },
      permission: ['roster:write', 'contact:read'],
      nav: { group: 'people', order: 6, icon: EditPen },
    },
  },
]
