import { language, speak } from '@kit/i18n/language'
import { signOut } from '@kit/auth/session'
import { t } from '@/texts'
import { printPage } from '@/ui/print'
import { dark, large } from './appearance'
import { router } from './router'

/** What can be done from every page. */
export type Action = { key: string; title: string; act: () => unknown }

export async function leave(): Promise<void> {
  await signOut()
  await router.push('/sign-in')
}

export const actions = (): Action[] => [
  { key: 'dark', title: t('nav.dark'), act: () => (dark.value = !dark.value) },
  { key: 'large', title: t('nav.large'), act: () => (large.value = !large.value) },
  { key: 'language', title: t('nav.language'), act: () => speak(language.value === 'en' ? 'zh' : 'en') },
  { key: 'print', title: t('nav.print'), act: () => setTimeout(printPage, 300) },
  { key: 'leave', title: t('signIn.out'), act: leave },
]
