import type { AnyVariables, TypedDocumentNode } from '@urql/core'
import { type KeysetPages, type Page, useKeysetPages } from '@kit/graphql/useKeysetPages'
import { type ComputedRef, computed, shallowRef, watch } from 'vue'
import { keep, recall } from './keep'
import { round } from './session'

type Kept<Row> = { readonly at: string; readonly rows: readonly Row[]; readonly total?: number }

/** A list read page by page, of which this phone keeps what it last read, and shows that without a network. */
export function useKeptPages<Result, Variables extends AnyVariables, Row>(
  name: string,
  document: TypedDocumentNode<Result, Variables>,
  variables: Omit<Variables, 'after'>,
  pick: (result: Result) => Page<Row>,
): KeysetPages<Row> & { readonly keptAt: ComputedRef<string | undefined> } {
  const list = useKeysetPages(document, variables, pick)
  const kept = shallowRef<Kept<Row>>()
  void recall<Kept<Row>>(name).then((found) => (kept.value ??= found))
  watch(round, list.again)
  watch([list.rows, list.total], ([rows, total]) => {
    if (total === undefined) return
    kept.value = { at: new Date().toISOString(), rows, total }
    void keep(name, kept.value)
  })
  const instead = computed(() => (list.error.value?.networkError && !list.rows.value.length ? kept.value : undefined))
  return {
    ...list,
    rows: computed(() => instead.value?.rows ?? list.rows.value),
    total: computed(() => (instead.value ? instead.value.total : list.total.value)),
    error: computed(() => (instead.value ? undefined : list.error.value)),
    keptAt: computed(() => instead.value?.at),
  }
}
