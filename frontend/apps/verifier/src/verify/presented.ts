import { shallowRef, watchEffect } from 'vue'
import type { Presented } from './serving'

const PLACE = 'bole.presented'

/** The card before us, kept through a reload and a look at another page: its code is good once. */
export const presented = shallowRef<Presented | null>(
  JSON.parse(sessionStorage.getItem(PLACE) ?? 'null') as Presented | null,
)
watchEffect(() => sessionStorage.setItem(PLACE, JSON.stringify(presented.value)))

export const nextHolder = (): void => {
  presented.value = null
}
