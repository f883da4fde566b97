import { Collection, Flag, Medal, Postcard, Reading, Tickets } from '@element-plus/icons-vue'
import type { FeatureRoute } from '@/shell/routes'

export const routes: FeatureRoute[] = [
  {
    path: '/directory',
    component: () => import('./DirectoryPage.vue'),
    meta: {
      title: { zh: '重点人才目录', en: 'Talent directory' },
      permission: ['directory:draft', 'recognition:read'],
      nav: { group: 'people', order: 40, icon: Collection },
    },
  },
  {
    path: '/directory/drafts/:id',
    component: () => import('./DirectoryDraftPage.vue'),
    props: true,
    meta: { title: { zh: '目录草案', en: 'Draft directory' }, permission: 'directory:draft' },
  },
  {
    path: '/recognition',
    component: () => import('./ApplicationsPage.vue'),
    meta: {
      title: { zh: '人才认定', en: 'Recognition' },
      permission: 'recognition:read',
      nav: { group: 'people', order: 41, icon: Postcard },
    },
  },
  {
    path: '/recognition/new',
    component: () => import('./NewApplicationPage.vue'),
    meta: { title: { zh: '新的认定申请', en: 'New application' }, permission: 'recognition:apply' },
  },
  {
    path: '/recognition/:id',
    component: () => import('./ApplicationPage.vue'),
    props: true,
    meta: { title: { zh: '认定申请', en: 'Application' }, permission: 'recognition:read' },
  },
  {
    path: '/joint-reviews',
    component: () => import('./JointReviewsPage.vue'),
    meta: {
      title: { zh: '我单位待联审', en: 'Joint reviews' },
      permission: 'recognition:joint',
      nav: { group: 'people', order: 42, icon: Tickets },
    },
  },
  {
    path: '/recognitions',
    component: () => import('./GrantedPage.vue'),
    meta: {
      title: { zh: '已认定', en: 'Recognised' },
      permission: 'recognition:read',
      nav: { group: 'people', order: 43, icon: Medal },
    },
  },
  {
    path: '/programmes',
    component: () => import('./ProgrammesPage.vue'),
    meta: {
      title: { zh: '人才计划', en: 'Programmes' },
      permission: 'recognition:read',
      nav: { group: 'people', order: 44, icon: Flag },
    },
  },
  {
    path: '/experts',
    component: () => import('./ExpertsPage.vue'),
    meta: { title: { zh: '评审专家', en: 'Experts' }, permission: 'recognition:lead' },
  },
  {
    path: '/scoring',
    component: () => import('./MySheetsPage.vue'),
    meta: {
      title: { zh: '我的评审', en: 'My reviews' },
      permission: 'recognition:score',
      nav: { group: 'daily', order: 40, icon: Reading },
    },
  },
  {
    path: '/scoring/:id',
    component: () => import('./SheetPage.vue'),
    props: true,
    meta: { title: { zh: '评分表', en: 'Score sheet' }, permission: 'recognition:score' },
  },
]
