import { ElButton, ElMessage } from 'element-plus'
import 'element-plus/es/components/button/style/css'
import 'element-plus/es/components/message/style/css'
import { h } from 'vue'
import type { Refusal } from '@kit/graphql/errors'
import { t } from '@/texts'

const UNDO_MS = 8000

export const done = (message: string): void => void ElMessage.success(message)

export const failed = (message: string): void => void ElMessage.error({ message, duration: 8000, showClose: true })

export const refused = (refusal: Refusal | undefined): void => {
  if (refusal) failed(refusal.message)
}

/** What was done, and for eight seconds the way back. */
export function undoable(message: string, undo: () => void): void {
  const shown = ElMessage({
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
