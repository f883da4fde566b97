import { type DriveStep, driver } from 'driver.js'
import 'driver.js/dist/driver.css'
import { t } from '@/texts'

const stop = (element: string, what: 'nav' | 'home' | 'palette' | 'bell' | 'me'): DriveStep => ({
  element,
  popover: { title: t(`tour.${what}`), description: t(`tour.${what}Help`) },
})

/** A walk over the frame: what is where. Each stop is a part that every role has. */
export function walk(): void {
  driver({
    showProgress: true,
    nextBtnText: t('tour.next'),
    prevBtnText: t('tour.back'),
    doneBtnText: t('tour.done'),
    progressText: '{{current}} / {{total}}',
    steps: [
      stop('.shell-nav', 'nav'),
      stop('#main', 'home'),
      stop('.find', 'palette'),
      stop('.bell', 'bell'),
      stop('.who', 'me'),
    ],
  }).drive()
}
