import type { Command } from '@kit/graphql/useCommand'
import { done } from '@/ui/toast'
import type { CompleteMeasureMutation, CompleteMeasureMutationVariables } from './case.gql'
import type { StepForm } from './form'
import { t } from './texts'

/** The form in which a department tells what it did for one measure. */
export const completing = (
  measure: { id: string; content: string },
  command: Command<CompleteMeasureMutation, CompleteMeasureMutationVariables>,
  stale: () => void,
): StepForm => ({
  title: t('plan.completeOf', { content: measure.content }),
  submit: t('plan.complete'),
  fields: [{ name: 'result', label: t('plan.completeResult'), kind: 'text', required: true, most: 500 }],
  act: async ({ result }) => {
    if (await command.run({ measureId: measure.id, result: result! })) done(t('plan.completed'))
    else stale()
    return command.refusal.value
  },
})
