import { ref } from 'vue'

export const PAGES = ['verify', 'today', 'month', 'late'] as const
export type PageName = (typeof PAGES)[number]

/** The page that an address means (`#/today`); what is none of ours means the first. */
export const pageOf = (hash: string): PageName => PAGES.find((name) => hash === `#/${name}`) ?? 'verify'

/** Which page is shown: four of them need no router. */
export const page = ref(pageOf(location.hash))
window.addEventListener('hashchange', () => (page.value = pageOf(location.hash)))
