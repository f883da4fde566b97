import type { Refusal } from '@kit/graphql/errors'
import type { Act } from '@/ui/StepButtons.vue'
import { refused, undoable } from '@/ui/toast'
import { t } from './texts'
import { useStep } from '@/ui/useStep'
import {
  ActivateCardDocument,
  CancelCardDocument,
  FindCardDocument,
  FreezeCardDocument,
  ReplaceCardDocument,
  ReportCardLostDocument,
  ThawCardDocument,
} from './card.gql'

type Held = { readonly id: string; readonly statusReason: string }

/** The steps of one card's life. What has an opposite step can be taken back for a moment; `again` reads the card anew after a refusal, for it may have changed meanwhile. */
export function useCardSteps(card: () => Held, again: () => void, replaced: (id: string) => void): Act[] {
  const activate = useStep(ActivateCardDocument)
  const freeze = useStep(FreezeCardDocument)
  const thaw = useStep(ThawCardDocument)
  const lose = useStep(ReportCardLostDocument)
  const find = useStep(FindCardDocument)
  const replace = useStep(ReplaceCardDocument)
  const cancel = useStep(CancelCardDocument)

  /** A refusal of what was done without a dialog is told as a message. */
  async function told(act: Promise<Refusal | undefined>): Promise<Refusal | undefined> {
    const refusal = await act
    refused(refusal)
    if (refusal) again()
    return refusal
  }
  async function asked(act: Promise<Refusal | undefined>): Promise<Refusal | undefined> {
    const refusal = await act
    // a reason that is wanting is no news of the card
    if (refusal && refusal.field !== 'reason') again()
    return refusal
  }
  const thawAgain = (cardId: string) => void told(thaw({ cardId }, t('card.thawed')))
  const findAgain = (cardId: string) => void told(find({ cardId }, t('card.found')))

  return [
    {
      step: 'activate',
      permission: 'card:issue',
      run: () => told(activate({ cardId: card().id }, t('card.activated'))),
    },
    {
      step: 'thaw',
      permission: 'card:manage',
      run: () => {
        const { id: cardId, statusReason: reason } = card()
        const back = () => void told(freeze({ cardId, reason }, t('card.frozen')))
        return told(thaw({ cardId }, () => undoable(t('card.thawed'), back)))
      },
    },
    {
      step: 'find',
      permission: 'card:manage',
      run: () => {
        const { id: cardId, statusReason: reason } = card()
        const back = () => void told(lose({ cardId, reason }, t('card.lost')))
        return told(find({ cardId }, () => undoable(t('card.found'), back)))
      },
    },
    {
      step: 'freeze',
      permission: 'card:manage',
      reason: 'required',
      confirm: t('card.freezeAsk'),
      run: (reason) => {
        const cardId = card().id
        return asked(freeze({ cardId, reason }, () => undoable(t('card.frozen'), () => thawAgain(cardId))))
      },
    },
    {
      step: 'report_lost',
      permission: 'card:manage',
      reason: 'optional',
      confirm: t('card.lostAsk'),
      run: (reason) => {
        const cardId = card().id
        return asked(lose({ cardId, reason }, () => undoable(t('card.lost'), () => findAgain(cardId))))
      },
    },
    {
      step: 'replace',
      permission: 'card:manage',
      reason: 'required',
      confirm: t('card.replaceAsk'),
      run: (reason) =>
        asked(
          replace({ cardId: card().id, reason }, ({ replaceCard: made }) => {
            replaced(made.id)
            return t('card.replaced', { number: made.number })
          }),
        ),
    },
    {
      step: 'cancel',
      permission: 'card:manage',
      reason: 'required',
      confirm: t('card.cancelAsk'),
      danger: true,
      run: (reason) => asked(cancel({ cardId: card().id, reason }, t('card.cancelled'))),
    },
  ]
}
