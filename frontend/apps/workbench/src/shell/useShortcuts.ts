import { useEventListener } from '@vueuse/core'
import { ref } from 'vue'
import { printPage } from '@/ui/print'

/** The keys that work on every page: Ctrl+K finds, Ctrl+P prints what has been read whole, `/` goes to the page's own search, `?` tells the keys. */
export function useShortcuts() {
  const palette = ref(false)
  const help = ref(false)

  useEventListener('keydown', (event: KeyboardEvent) => {
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k') {
      event.preventDefault()
      palette.value = !palette.value
      return
    }
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'p') {
      event.preventDefault()
      void printPage()
      return
    }
    const typing = (event.target as HTMLElement).closest('input, textarea, select, [contenteditable]')
    if (typing || event.ctrlKey || event.metaKey || event.altKey) return
    if (event.key === '?') help.value = true
    if (event.key === '/') {
      const search = document.querySelector<HTMLInputElement>('main input[type="search"]')
      if (!search) return
      event.preventDefault()
      search.focus()
    }
  })
  return { palette, help }
}
