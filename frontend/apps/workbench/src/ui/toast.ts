import { ElButton, ElMessage, type MessageHandler, type MessageOptions } from 'element-plus'
import 'element-plus/es/components/button/style/css'
import 'element-plus/es/components/message/style/css'
import { h } from 'vue'
import type { Refusal } from '@kit/graphql/errors'
import { t } from '@/texts'

const UNDO_MS = 8000
const MOST = 2
let standing: MessageHandler[] = []

/** At the lower edge, away from the steps at a page's head; where two stand already the older goes. */
function say(options: MessageOptions): MessageHandler {
  while (standing.length >= MOST) standing.shift()!.close()
  const shown = ElMessage({
    ...options,
    placement: 'bottom-right',
    onClose: () => (standing = standing.filter((one) => one !== shown)),
  })
  standing.push(shown)
  return shown
}

export const done = (message: string): void => void say({ type: 'success', message })

export const failed = (message: string): void => void say({ type: 'error', message, duration: 8000, showClose: true })

/** What somebody else did, and is heard of now. */
export const heard = (message: string): void => void say({ type: 'info', message, duration: 6000, showClose: true })

export const refused = (refusal: Refusal | undefined): void => {
  if (refusal) failed(refusal.message)
}

/** What was done, and for eight seconds the way back. */
export function undoable(message: string, undo: () => void): void {
  const shown = say({
    type: 'success',
    duration: UNDO_MS,
    message: h('span', [
      `${message}　`,
      h(
        ElButton,
        {
          size: 'small',
          onClick: () => {
            shown.close()
            undo()
          },
        },
        () => t('undo'),
      ),
    ]),
  })
}
