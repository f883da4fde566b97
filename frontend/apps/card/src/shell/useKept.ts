import type { AnyVariables, CombinedError, TypedDocumentNode } from '@urql/core'
import { useQuery } from '@urql/vue'
import { type ComputedRef, computed, shallowRef, watch } from 'vue'
import { keep, recall } from './keep'
import { round } from './session'

type Kept<Result> = { readonly at: string; readonly data: Result }
export type Shown<Result> = {
  readonly data: ComputedRef<Result | undefined>
  /** When it was so, where the server could not be reached just now. */
  readonly keptAt: ComputedRef<string | undefined>
  readonly loading: ComputedRef<boolean>
  /** Told only where there is nothing to show instead. */
  readonly error: ComputedRef<CombinedError | undefined>
  readonly again: () => void
}

/** An answer that is also kept on the phone, and shown from there without a network. */
export function useKept<Result, Variables extends AnyVariables>(
  name: string,
  document: TypedDocumentNode<Result, Variables>,
  variables: Variables,
  types: string[] = [],
): Shown<Result> {
  const asked = useQuery({
    query: document,
    variables,
    requestPolicy: 'cache-and-network',
    context: { additionalTypenames: types },
  })
  const kept = shallowRef<Kept<Result>>()
  void recall<Kept<Result>>(name).then((found) => (kept.value ??= found))
  const again = () => void asked.executeQuery({ requestPolicy: 'network-only' })
  watch(
    () => asked.data.value,
    (data) => {
      if (!data) return
      kept.value = { at: new Date().toISOString(), data: data as Result }
      void keep(name, kept.value)
    },
    { immediate: true },
  )
  watch(round, again)
  const unreached = computed(() => Boolean(asked.error.value?.networkError))
  return {
    data: computed(() => (asked.data.value as Result | undefined) ?? kept.value?.data),
    keptAt: computed(() => (unreached.value ? kept.value?.at : undefined)),
    loading: computed(() => asked.fetching.value && !kept.value),
    error: computed(() => (asked.data.value || kept.value ? undefined : asked.error.value)),
    again,
  }
}
