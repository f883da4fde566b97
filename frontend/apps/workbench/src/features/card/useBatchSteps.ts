import type { Refusal } from '@kit/graphql/errors'
import type { Act } from '@/ui/StepButtons.vue'
import { t } from './texts'
import { useStep } from '@/ui/useStep'
import {
  ApproveCardBatchDocument,
  ReturnCardBatchDocument,
  SubmitCardBatchDocument,
  WithdrawCardBatchDocument,
} from './batch.gql'

/** The steps of a batch; each is asked for first, for each tells or binds somebody else. `again` reads the batch anew. */
export function useBatchSteps(batch: () => { id: string; planned: number }, again: () => void): () => Act[] {
  const submit = useStep(SubmitCardBatchDocument)
  const approve = useStep(ApproveCardBatchDocument)
  const giveBack = useStep(ReturnCardBatchDocument)
  const withdraw = useStep(WithdrawCardBatchDocument)

  async function told(act: Promise<Refusal | undefined>): Promise<Refusal | undefined> {
    const refusal = await act
    if (refusal?.field !== 'reason') again()
    return refusal
  }
  return () => [
    {
      step: 'submit',
      permission: 'card:issue',
      confirm: t('batch.submitAsk'),
      run: () => told(submit({ batchId: batch().id }, t('batch.submitted'))),
    },
    {
      step: 'approve',
      permission: 'card:approve',
      confirm: t('batch.approveAsk', { count: batch().planned }),
      run: () => told(approve({ batchId: batch().id }, t('batch.approved'))),
    },
    {
      step: 'return',
      permission: 'card:approve',
      reason: 'required',
      run: (note) => told(giveBack({ batchId: batch().id, note }, t('batch.returned'))),
    },
    {
      step: 'withdraw',
      permission: 'card:issue',
      confirm: t('batch.withdrawAsk'),
      danger: true,
      run: () => told(withdraw({ batchId: batch().id }, t('batch.withdrawn'))),
    },
  ]
}
