import { useQuery } from '@urql/vue'
import { computed } from 'vue'
import { CardTermsDocument } from './card.gql'

type SchemeBody = { readonly classes?: readonly { readonly code: string; readonly name: string }[] }
type TierBody = { readonly scheme?: string; readonly levels?: readonly string[] }

/** What the city's catalogue says of cards: schemes with their classes of services, tiers, the names of levels. */
export function useTerms() {
  const { data } = useQuery({ query: CardTermsDocument, variables: {} })
  const schemes = computed(() => data.value?.schemes ?? [])
  const tiers = computed(() =>
    (data.value?.tiers ?? []).map((tier) => ({ ...tier, ...(tier.body as TierBody), code: tier.code })),
  )
  const levels = computed(() => data.value?.levels ?? [])
  const classes = computed(() => schemes.value.flatMap((scheme) => (scheme.body as SchemeBody).classes ?? []))
  return {
    schemes,
    tiers,
    levels,
    classes,
    levelName: (code: string | null) => levels.value.find((level) => level.code === code)?.name ?? code ?? '—',
    tierOf: (scheme: string, level: string) =>
      tiers.value.find((tier) => tier.scheme === scheme && tier.levels?.includes(level)),
  }
}
