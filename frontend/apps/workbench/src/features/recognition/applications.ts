import { viewer } from '@kit/auth/session'
import { today } from '@kit/i18n/format'
import type { Criterion, Directory } from '@kit/recognition/directory'
import type { ApplicationStatus } from '@kit/graphql/schema.gql'
import type { RecognitionApplicationQuery } from './application.gql'

export type Application = NonNullable<RecognitionApplicationQuery['recognitionApplication']>
/** What the rules of the day of submission say, as far as the pages tell it. */
export type Terms = {
  readonly working_days: Readonly<Record<string, number>>
  readonly scoring: { readonly levels: readonly string[]; readonly fewest: number; readonly pass_score: string } | null
  readonly recommenders_fewest: number
}
export type Phase = 'draft' | 'recommend' | 'review' | 'joint' | 'decide' | 'notice' | 'done'
/** The way of an application: what is being done in which state. */
export const PHASES: readonly Phase[] = ['draft', 'recommend', 'review', 'joint', 'decide', 'notice', 'done']
const AT: Readonly<Record<ApplicationStatus, Phase>> = {
  DRAFT: 'draft',
  SUBMITTED: 'recommend',
  RECOMMENDED: 'review',
  REVIEWED: 'joint',
  JOINT_REVIEW: 'joint',
  AWAITING_DECISION: 'decide',
  ON_NOTICE: 'notice',
  OBJECTED: 'notice',
  RECOGNISED: 'done',
  DECLINED: 'done',
  WITHDRAWN: 'done',
}
export const phaseOf = (status: ApplicationStatus): Phase => AT[status]

export const termsOf = (one: Application): Terms | null => one.terms as Terms | null
export const directoryOf = (one: Application): Directory => one.directory.body as Directory
export const criterionOf = (one: Application): Criterion | undefined =>
  directoryOf(one).criteria.find(({ code }) => code === one.criterion)

/** Whether this person's unit has drawn it up, and may still change it or take it back. */
export function isOwn(one: Application): boolean {
  const unit = viewer.value?.post?.unit_id
  const owner = one.route === 'EXEMPT' ? one.employer?.id : one.unit?.id
  return !!unit && owner === unit
}
export const leadsIt = (one: Application): boolean => viewer.value?.post?.unit_id === one.lead.id

/** Whether the experts' scores are asked for at this level. */
export const isScored = (one: Application): boolean => !!termsOf(one)?.scoring?.levels.includes(one.level)

type Sheet = NonNullable<Application['sheets']>[number]
/** The sheets that count; those of former rounds spoke of other facts. */
export const sheetsNow = (one: Application): readonly Sheet[] =>
  (one.sheets ?? []).filter((s) => s.round === one.scoringRound)
export const isOpen = ({ status }: Sheet): boolean => status === 'INVITED' || status === 'ACCEPTED'

/** Whether the days in which the city may object are over. */
export const noticeOver = (one: Application): boolean => !!one.notices[0] && one.notices[0].endsOn < today()
