import { useLocalStorage } from '@vueuse/core'
import { watchEffect } from 'vue'

/** How this person likes to read, remembered on this computer. */
export const dark = useLocalStorage('bole.dark', false)
export const large = useLocalStorage('bole.large', false)

watchEffect(() => {
  document.documentElement.classList.toggle('dark', dark.value)
  document.documentElement.classList.toggle('large', large.value)
})
