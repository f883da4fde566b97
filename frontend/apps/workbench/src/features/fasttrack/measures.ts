import type { Refusal } from '@kit/graphql/errors'
import type { Form } from '@/ui/form'
import { t } from './texts'

/** The form in which a department tells what it did for one measure. */
export const completing = (
  measure: { id: string; content: string },
  complete: (told: { measureId: string; result: string }, said: string) => Promise<Refusal | undefined>,
  stale: () => void,
): Form => ({
  title: t('plan.completeOf', { content: measure.content }),
  confirm: t('plan.complete'),
  fields: [{ key: 'result', label: t('plan.completeResult'), kind: 'long', required: true, max: 500 }],
  act: async ({ result }) => {
    const refusal = await complete({ measureId: measure.id, result: String(result) }, t('plan.completed'))
    if (refusal) stale()
    return refusal
  },
})
