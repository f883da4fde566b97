import { useQuery } from '@urql/vue'
import { computed } from 'vue'
import { NeedKindsTodayDocument } from './contact.gql'

type Kind = { readonly code: string; readonly name: string; readonly working_days: number }
/** The kinds of needs that the city's catalogue has today. */
export function useNeedKinds() {
  const { data } = useQuery({ query: NeedKindsTodayDocument, variables: {} })
  return computed(
    () => (data.value?.entries[0]?.body as { need_kinds?: readonly Kind[] } | undefined)?.need_kinds ?? [],
  )
}
