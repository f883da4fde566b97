import { type Component, defineAsyncComponent } from 'vue'
import NotLoaded from './NotLoaded.vue'

type Page = () => Promise<{ default: Component }>
const today: Page = () => import('./today/TodayPage.vue')
const month: Page = () => import('./month/MonthPage.vue')
const late: Page = () => import('./late/LateUsePage.vue')

/** Pages that a counter wants after the first holder: fetched when they are opened, or when there is time. */
const later = (loader: Page) => defineAsyncComponent({ loader, errorComponent: NotLoaded })
export const TodayPage = later(today)
export const MonthPage = later(month)
export const LateUsePage = later(late)

/** Fetched ahead, for a network that goes away later; where it fails, opening the page asks again. */
export function fetchAhead(): void {
  for (const page of [today, month, late]) page().catch(() => undefined)
}
