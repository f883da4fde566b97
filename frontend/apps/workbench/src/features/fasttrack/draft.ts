import { type Ref, ref, watch } from 'vue'
import { viewer } from '@kit/auth/session'

/** What somebody has begun to write, for them alone: it outlives a reload, and no longer than the browser's window, since names here may be secret. */
export function useDraft<T>(name: string, fresh: () => T): { draft: Ref<T>; forget: () => void } {
  const key = `bole.fasttrack.${viewer.value?.id}.${name}`
  const draft = ref(read(key) ?? fresh()) as Ref<T>
  const stop = watch(draft, (value) => sessionStorage.setItem(key, JSON.stringify(value)), {
    deep: true,
    flush: 'sync',
  })

  function read(from: string): T | undefined {
    try {
      return (JSON.parse(sessionStorage.getItem(from) ?? 'null') as T | null) ?? undefined
    } catch {
      return undefined
    }
  }
  return {
    draft,
    /** It was sent, or given up. */
    forget: () => {
      stop()
      sessionStorage.removeItem(key)
    },
  }
}
