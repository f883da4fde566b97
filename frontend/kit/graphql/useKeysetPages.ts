import type { AnyVariables, CombinedError, TypedDocumentNode } from '@urql/core'
import { useClientHandle } from '@urql/vue'
import {
  type ComputedRef,
  type MaybeRefOrGetter,
  type ShallowRef,
  computed,
  onScopeDispose,
  shallowRef,
  toValue,
  watch,
} from 'vue'

type PageInfo = { readonly hasNextPage: boolean; readonly endCursor: string | null }
export type Page<Row> = {
  readonly rows: readonly Row[]
  readonly info: PageInfo
  readonly total?: number
}

/** A list that is read on page by page. */
export type KeysetPages<Row> = {
  readonly rows: ComputedRef<readonly Row[]>
  readonly total: ComputedRef<number | undefined>
  readonly loading: ComputedRef<boolean>
  readonly error: Readonly<ShallowRef<CombinedError | undefined>>
  readonly more: () => void
  readonly again: () => void
}

/** Rows of a keyset-paged list, read on as the reader nears the end. Each page is a query of its own: an answer that changes redraws its page, and nothing merges pages (which grows with the square of their number). */
export function useKeysetPages<Result, Variables extends AnyVariables, Row>(
  document: TypedDocumentNode<Result, Variables>,
  variables: MaybeRefOrGetter<Omit<Variables, 'after'>>,
  pick: (result: Result) => Page<Row>,
): KeysetPages<Row> {
  const { client } = useClientHandle()
  const pages = shallowRef<readonly Page<Row>[]>([])
  const pending = shallowRef(0)
  const error = shallowRef<CombinedError>()
  let stops: (() => void)[] = []

  function load(index: number, after: string | null, fresh = false) {
    pending.value++
    let waiting = true
    const asked = { ...toValue(variables), after } as unknown as Variables
    const { unsubscribe } = client
      // what is kept is shown at once and asked for again: a list without rows names no type that a command could renew
      .query(document, asked, { requestPolicy: fresh ? 'network-only' : 'cache-and-network' })
      .subscribe((result) => {
        if (waiting && !result.stale) {
          waiting = false
          pending.value--
        }
        error.value = result.error
        if (!result.data) return
        const next = [...pages.value]
        next[index] = pick(result.data)
        pages.value = next
      })
    stops.push(unsubscribe)
  }
  function clear() {
    for (const stop of stops) stop()
    stops = []
    pages.value = []
    pending.value = 0
    error.value = undefined
  }
  function more() {
    const last = pages.value[pages.value.length - 1]
    if (!pending.value && last?.info.hasNextPage) load(pages.value.length, last.info.endCursor)
  }
  function again() {
    clear()
    load(0, null, true)
  }
  watch(
    () => JSON.stringify(toValue(variables)),
    () => {
      clear()
      load(0, null)
    },
    { immediate: true },
  )
  onScopeDispose(clear)
  return {
    rows: computed(() => pages.value.flatMap((page) => page.rows)),
    total: computed(() => pages.value[0]?.total),
    loading: computed(() => pending.value > 0),
    error,
    more,
    again,
  }
}
