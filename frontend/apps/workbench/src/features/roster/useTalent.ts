import { useQuery } from '@urql/vue'
import { type MaybeRefOrGetter, computed, toValue } from 'vue'
import { can } from '@kit/auth/session'
import { TalentPageDocument } from './talent.gql'

/** One person with all that this reader may see of them. */
export function useTalent(id: MaybeRefOrGetter<string>) {
  const { data, fetching, error, executeQuery } = useQuery({
    query: TalentPageDocument,
    // others change records too: what is kept shows at once, and is read anew
    requestPolicy: 'cache-and-network',
    variables: computed(() => ({
      id: toValue(id),
      family: can('roster:sensitive'),
      contacts: can('contact:read'),
      cards: can('card:read'),
    })),
  })
  return {
    // the answer about the one before is none about this one
    person: computed(() => (data.value?.talent?.id === toValue(id) ? data.value.talent : undefined)),
    gone: computed(() => !fetching.value && data.value?.talent === null),
    loading: fetching,
    error,
    again: () => executeQuery({ requestPolicy: 'network-only' }),
  }
}
