import type { Component } from 'vue'
import type { RouteRecordRaw } from 'vue-router'
import { type Permission } from '@kit/auth/permissions'
import { type Viewer, can } from '@kit/auth/session'
import { type Language, language } from '@kit/i18n/language'

export type Title = Readonly<Record<Language, string>>
/** The groups of the navigation, in their order. */
export const GROUPS = {
  daily: { zh: '日常', en: 'Daily' },
  people: { zh: '人才', en: 'People' },
  service: { zh: '服务', en: 'Services' },
  rules: { zh: '规则', en: 'Rules' },
  system: { zh: '系统', en: 'System' },
} as const satisfies Record<string, Title>
export type Nav = { group: keyof typeof GROUPS; order: number; icon: Component }

declare module 'vue-router' {
  interface RouteMeta {
    title: Title
    /** Whoever lacks it is told whom to ask; the server refuses anyway. Of several, one will do. */
    permission?: Permission | readonly Permission[]
    /** Where it stands in the navigation, if it does. */
    nav?: Nav
    /** Open to those who have not signed in. */
    open?: boolean
  }
}
export type FeatureRoute = RouteRecordRaw & { meta: NonNullable<RouteRecordRaw['meta']> }

const needed = (permission: Permission | readonly Permission[] | undefined): readonly Permission[] =>
  permission === undefined ? [] : typeof permission === 'string' ? [permission] : permission

/** The permissions of which this person has none, though the page wants one of them. */
export function missing(
  permission: Permission | readonly Permission[] | undefined,
  who?: Viewer | null,
): readonly Permission[] {
  const wanted = needed(permission)
  return wanted.some((one) => can(one, who ?? undefined)) ? [] : wanted
}
export const spoken = (title: Title): string => title[language.value]

const found = import.meta.glob<{ routes: FeatureRoute[] }>('../features/*/routes.ts', { eager: true })
/** The pages of every feature: a folder under features/ that has a routes.ts is a part of the workbench. */
export const features: FeatureRoute[] = Object.values(found).flatMap((feature) => feature.routes)

/** What this person may open from the navigation, by group. */
export const navigation = (who?: Viewer | null): { title: string; links: FeatureRoute[] }[] =>
  (Object.keys(GROUPS) as (keyof typeof GROUPS)[])
    .map((group) => ({
      title: spoken(GROUPS[group]),
      links: features
        .filter(({ meta }) => meta.nav?.group === group && !missing(meta.permission, who).length)
        .sort((a, b) => a.meta.nav!.order - b.meta.nav!.order),
    }))
    .filter(({ links }) => links.length)
