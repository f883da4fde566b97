import { type Ref, ref, watchEffect } from 'vue'

/** How this counter likes to read; the same memory as the workbench's. */
function remembered(name: string): Ref<boolean> {
  const told = ref(localStorage.getItem(`bole.${name}`) === 'true')
  watchEffect(() => {
    localStorage.setItem(`bole.${name}`, String(told.value))
    document.documentElement.classList.toggle(name, told.value)
  })
  return told
}

export const dark = remembered('dark')
export const large = remembered('large')
