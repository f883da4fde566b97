import { day } from '@kit/i18n/format'
import { t } from '../texts'
import type { MyApplicationLineFragment } from './recognition.gql'

/** What an application waits for, in the words of its person. A draft with a number was submitted and came back. */
export const nextOf = (one: MyApplicationLineFragment): string =>
  t(`recognition.next.${one.status === 'DRAFT' && one.number ? 'RETURNED' : one.status}`, {
    unit: one.holder?.name ?? one.lead.name,
    day: day(one.notices[0]?.endsOn),
  } as never)

const ENDED: ReadonlySet<string> = new Set(['RECOGNISED', 'DECLINED', 'WITHDRAWN'])
export const isEnded = (one: Pick<MyApplicationLineFragment, 'status'>): boolean => ENDED.has(one.status)
/** Mine to fill in and take back: what a unit applies for is the unit's. */
export const isOwn = (one: Pick<MyApplicationLineFragment, 'route'>): boolean =>
  one.route === 'SELF' || one.route === 'EXEMPT'
