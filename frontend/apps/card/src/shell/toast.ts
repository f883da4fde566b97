import { shallowRef } from 'vue'

export type Toast = { readonly words: string; readonly bad?: boolean; readonly undo?: () => void }
export const shown = shallowRef<Toast>()
let timer: ReturnType<typeof setTimeout> | undefined

/** Says what was done, for a few seconds; with a way back it stays longer. */
export function say(words: string, more: Omit<Toast, 'words'> = {}): void {
  clearTimeout(timer)
  shown.value = { words, ...more }
  timer = setTimeout(hush, more.undo || more.bad ? 8000 : 4000)
}

export function hush(): void {
  clearTimeout(timer)
  shown.value = undefined
}
