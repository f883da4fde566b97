import { Avatar, Download, Upload, User } from '@element-plus/icons-vue'
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
    path: '/my-people',
    component: () => import('./PeoplePage.vue'),
    meta: {
      title: { zh: '本单位人才', en: 'My people' },
      permission: 'employee:keep',
      nav: { group: 'people', order: 0, icon: Avatar },
    },
  },
  {
    path: '/talents/new',
    component: () => import('./EnterPage.vue'),
    meta: { title: { zh: '录入人才', en: 'Enter a person' }, permission: 'roster:write' },
  },
  {
    path: '/talents/:id',
    component: () => import('./TalentPage.vue'),
    props: true,
    meta: { title: { zh: '人才资料', en: 'Talent' }, permission: 'roster:read' },
  },
  {
    path: '/talents/:id/edit',
    component: () => import('./TalentEditPage.vue'),
    props: true,
    meta: { title: { zh: '更改资料', en: 'Edit' }, permission: 'roster:write' },
  },
  {
    path: '/figures',
    component: () => import('./FiguresPage.vue'),
    meta: { title: { zh: '名录数字', en: 'Figures' }, permission: 'roster:read' },
  },
  {
    path: '/imports',
    component: () => import('./ImportsPage.vue'),
    meta: {
      title: { zh: '名录导入', en: 'Imports' },
      permission: 'roster:import',
      nav: { group: 'people', order: 2, icon: Upload },
    },
  },
  {
    path: '/imports/new',
    component: () => import('./NewImportPage.vue'),
    meta: { title: { zh: '新的导入', en: 'New import' }, permission: 'roster:import' },
  },
  {
    path: '/imports/:id',
    component: () => import('./ImportPage.vue'),
    props: true,
    meta: { title: { zh: '一次导入', en: 'An import' }, permission: 'roster:import' },
  },
  {
    path: '/exports',
    component: () => import('./ExportsPage.vue'),
    meta: {
      title: { zh: '名录导出', en: 'Exports' },
      permission: 'roster:export',
      nav: { group: 'people', order: 3, icon: Download },
    },
  },
]
