import { useRoute, useRouter } from 'vue-router'
import { today } from '@kit/i18n/format'

/** The address is the state of a list: it can be sent as a link, kept as a bookmark, and gone back to. */
export function useAddress() {
  const route = useRoute()
  const router = useRouter()
  const word = (name: string): string | null =>
    typeof route.query[name] === 'string' ? (route.query[name] as string) : null
  return {
    /** What the address says under this name. */
    word,
    /** The past day that the page is of; nothing where it is of today. */
    pastDay: (): string | null => {
      const told = word('asOf')
      return told && told < today() ? told : null
    },
    set: (name: string, value: string | null | undefined) =>
      router.replace({ query: { ...route.query, [name]: value || undefined } }),
    /** Forgets every word of it. */
    clear: () => router.replace({ query: {} }),
  }
}
