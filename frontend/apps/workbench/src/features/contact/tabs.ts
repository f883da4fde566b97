import { can, viewer } from '@kit/auth/session'
import { t as need } from './needTexts'
import { t } from './texts'

/** The pages of contacts that this person may open. */
export const contactTabs = () => [
  { to: '/contacts', title: t('tabs.due') },
  { to: '/contacts/calendar', title: t('tabs.calendar') },
  { to: '/contact-logs', title: t('tabs.logs') },
  ...(can('contact:assign')
    ? [
        { to: '/contacts/coverage', title: t('tabs.coverage') },
        { to: '/handovers', title: t('tabs.handovers') },
      ]
    : []),
]

/** The pages of what follows from contacts. */
export const needTabs = () => [
  ...(can('contact:read')
    ? [
        { to: '/needs', title: need('tabs.needs') },
        { to: '/suggestions', title: need('tabs.suggestions') },
      ]
    : []),
  { to: '/changes', title: need('tabs.changes') },
  // figures are of a place: a leader has none, but the people their post looks after
  ...(viewer.value?.kind === 'leader' || !can('contact:read')
    ? []
    : [{ to: '/needs/statistics', title: need('tabs.statistics') }]),
]
