import { useLocalStorage } from '@vueuse/core'
import { watchEffect } from 'vue'

/** How the pages look, remembered on this device under the names that the workbench uses too. */
export const dark = useLocalStorage('bole.dark', false)
export const large = useLocalStorage('bole.large', false)

watchEffect(() => {
  document.documentElement.classList.toggle('dark', dark.value)
  document.documentElement.classList.toggle('large', large.value)
})
