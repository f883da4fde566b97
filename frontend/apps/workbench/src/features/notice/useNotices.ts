import { useQuery } from '@urql/vue'
import { useDocumentVisibility, useTimeoutFn } from '@vueuse/core'
import { heard } from '@/ui/toast'
import { computed, onScopeDispose, watch } from 'vue'
import { can } from '@kit/auth/session'
import { watch as hear } from '@kit/graphql/live'
import { useCommand } from '@kit/graphql/useCommand'
import { expired } from '@/shell/session'
import { MarkNoticesReadDocument, NoticeArrivedDocument, UnreadNoticesDocument } from './notice.gql'

/** What is unread, kept current while somebody looks: a browser holds few connections to one address, so a hidden tab gives its own back. */
export function useNotices() {
  const paused = computed(() => !can('notice:read'))
  const { data, executeQuery } = useQuery({ query: UnreadNoticesDocument, variables: {}, pause: paused })
  const again = () => void executeQuery({ requestPolicy: 'network-only' })
  // several that arrive together are read once
  const soon = useTimeoutFn(again, 300, { immediate: false })
  const seen = useDocumentVisibility()
  let stop: (() => void) | undefined

  watch(
    [seen, paused],
    () => {
      stop?.()
      stop = undefined
      if (seen.value !== 'visible' || paused.value) return
      stop = hear(
        NoticeArrivedDocument,
        ({ noticeArrived }) => {
          heard(noticeArrived.title)
          soon.start()
        },
        expired,
      )
      if (data.value) again()
    },
    { immediate: true },
  )
  onScopeDispose(() => stop?.())
  return {
    unread: computed(() => data.value?.notices.nodes ?? []),
    count: computed(() => data.value?.notices.totalCount ?? 0),
    mark: useCommand(MarkNoticesReadDocument),
  }
}
