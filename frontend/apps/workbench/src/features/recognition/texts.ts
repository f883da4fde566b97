import { createTexts } from '@kit/i18n/texts'
import { en } from './texts.en'
import { zh } from './texts.zh'

export const t = createTexts(zh, en)
