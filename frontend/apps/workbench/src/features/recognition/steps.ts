import { useClientHandle } from '@urql/vue'
import { can, viewer } from '@kit/auth/session'
import type { Permission } from '@kit/auth/permissions'
import type { Refusal } from '@kit/graphql/errors'
import { STEPS } from '@kit/i18n/flows'
import { today } from '@kit/i18n/format'
import type { RecognitionDecision } from '@kit/graphql/schema.gql'
import type { Filled, Form } from '@/ui/form'
import { useStep } from '@/ui/useStep'
import { type Application, isOwn, isScored, leadsIt, noticeOver, termsOf, isOpen, sheetsNow } from './applications'
import { DepartmentsToAskDocument, ExpertsToAskDocument } from './application.gql'
import * as gql from './steps.gql'
import { t } from './texts'

/** A step somebody may take here: whose it is, and the form it asks for. */
export type ApplicationStep = {
  step: string
  label: string
  permission: Permission
  danger?: boolean
  /** Whether it is up to this person's unit, and what it needs is there. */
  mine: (one: Application) => boolean
  form: () => Form | Promise<Form>
}
const TEXT = 1000
const words: Readonly<Record<string, string>> = STEPS.recognition_application
const text = (said: Filled[string] | undefined) => (typeof said === 'string' ? said : '')
const noneOf = (said: Filled[string] | undefined) => text(said) || null
const ids = (said: Filled[string] | undefined) => text(said).split(',').filter(Boolean)
const unit = () => viewer.value?.post?.unit_id
const holds = (one: Application) => (one.holder?.id ?? one.lead.id) === unit()
const live = (one: Application) => one.reviews.filter((r) => r.status === 'PENDING' || r.status === 'ANSWERED')
const decides = (one: Application) => one.status === 'AWAITING_DECISION'

const units = (rows: Application['reviews']) => rows.map((r) => r.unit.shortName).join('、')

/** Why the application cannot be gathered for the decision yet; nothing where it can. */
export function heldUp(one: Application): string {
  if (one.status !== 'JOINT_REVIEW') return ''
  const owing = live(one).filter((r) => r.status === 'PENDING')
  if (owing.length) return t('case.owing', { units: units(owing) })
  const against = live(one).filter((r) => r.opinion === 'DISAGREE')
  if (against.length) return t('case.against', { units: units(against) })
  if (isScored(one) && one.expertPassed === null) return t('case.toScore')
  return isScored(one) && !one.expertPassed ? t('case.tooLow') : ''
}
const openSheets = (one: Application) => sheetsNow(one).filter(isOpen)
const scoredSheets = (one: Application) => sheetsNow(one).filter((s) => s.status === 'SCORED')

/** The steps of an application, each with what it asks. */
export function useApplicationSteps(one: () => Application, changed: () => void): readonly ApplicationStep[] {
  const { client } = useClientHandle()
  const commands = {
    submit: useStep(gql.SubmitRecognitionDocument, changed),
    withdraw: useStep(gql.WithdrawRecognitionDocument, changed),
    recommend: useStep(gql.RecommendRecognitionDocument, changed),
    review: useStep(gql.ReviewRecognitionDocument, changed),
    back: useStep(gql.SendBackRecognitionDocument, changed),
    decline: useStep(gql.DeclineRecognitionDocument, changed),
    send: useStep(gql.SendRecognitionToDepartmentsDocument, changed),
    again: useStep(gql.AskRecognitionAgainDocument, changed),
    gather: useStep(gql.GatherRecognitionDocument, changed),
    skip: useStep(gql.SkipJointReviewDocument, changed),
    decide: useStep(gql.DecideRecognitionDocument, changed),
    invite: useStep(gql.InviteExpertsDocument, changed),
    close: useStep(gql.CloseScoringDocument, changed),
    object: useStep(gql.FileObjectionDocument, changed),
    certify: useStep(gql.CertifyRecognitionDocument, changed),
  }
  const id = () => one().id
  const told = (step: string) => t('case.done', { step: words[step] ?? step })
  async function take(act: Promise<Refusal | undefined>): Promise<Refusal | undefined> {
    const refusal = await act
    if (refusal?.code === 'STEP_NOT_ALLOWED') changed() // somebody was faster: what stands here is old
    return refusal
  }
  /** A form of one long field. */
  const said =
    (
      step: string,
      key: 'opinion' | 'reason',
      act: (said: string) => Promise<Refusal | undefined>,
      ask?: string,
      danger = false,
    ) =>
    (): Form => ({
      title: words[step]!,
      text: ask,
      danger,
      fields: [{ key, label: t(`form.${key}`), kind: 'long', required: true, max: TEXT }],
      act: (values) => take(act(text(values[key]))),
    })
  const decided = (outcome: RecognitionDecision, step: string, ask: string, danger = false): ApplicationStep => ({
    step,
    label: words[step]!,
    permission: 'recognition:decide',
    danger,
    mine: decides,
    form: said(step, 'opinion', (opinion) => commands.decide({ id: id(), outcome, opinion }, told(step)), ask, danger),
  })
  async function departments(but: readonly string[]) {
    const { data } = await client.query(DepartmentsToAskDocument, {}).toPromise()
    const found = (data?.governmentUnits ?? []).filter(
      (u) => (u.kind === 'MEMBER' || u.kind === 'NON_MEMBER') && !but.includes(u.id),
    )
    return Object.fromEntries(found.map((u) => [u.id, u.shortName]))
  }
  async function experts() {
    // once a round; whoever kept out keeps out of every round
    const standing = sheetsNow(one()).filter((s) => s.status !== 'CALLED_OFF')
    const recused = (one().sheets ?? []).filter((s) => s.status === 'RECUSED')
    const asked = new Set([...standing, ...recused].map((s) => s.expert?.id))
    const { data } = await client
      .query(ExpertsToAskDocument, { talentType: one().talentType }, { requestPolicy: 'network-only' })
      .toPromise()
    const found = (data?.recognitionExperts.nodes ?? []).filter((e) => !asked.has(e.id))
    return Object.fromEntries(
      found.map((e) => [e.id, [e.name, e.employerName, e.specialty].filter(Boolean).join(' · ')]),
    )
  }
  const days = (stage: string) => termsOf(one())?.working_days[stage] ?? ''

  return [
    {
      step: 'submit',
      label: words.submit!,
      permission: 'recognition:apply',
      mine: isOwn,
      form: () => ({
        title: words.submit!,
        text: t('form.submitAsk'),
        fields: [],
        act: () =>
          take(
            commands.submit({ id: id() }, ({ submitRecognition: made }) =>
              t('case.submitted', { number: made.number ?? '' }),
            ),
          ),
      }),
    },
    {
      step: 'recommend',
      label: words.recommend!,
      permission: 'recognition:handle',
      mine: holds,
      form: said('recommend', 'opinion', (opinion) => commands.recommend({ id: id(), opinion }, told('recommend'))),
    },
    {
      step: 'review',
      label: words.review!,
      permission: 'recognition:handle',
      mine: holds,
      form: said(
        'review',
        'opinion',
        (opinion) => commands.review({ id: id(), opinion }, told('review')),
        t('form.reviewAsk'),
      ),
    },
    {
      step: 'send_to_departments',
      label: words.send_to_departments!,
      permission: 'recognition:lead',
      mine: leadsIt,
      form: async () => ({
        title: words.send_to_departments!,
        text: t('form.sendAsk', { days: days('joint') }),
        fields: [
          {
            key: 'unitIds',
            label: t('form.departments'),
            help: t('form.departmentsHelp'),
            kind: 'several',
            choices: await departments([]),
          },
          { key: 'note', label: t('form.note'), kind: 'long', max: 500 },
        ],
        act: ({ unitIds, note }) => {
          const chosen = ids(unitIds)
          return take(
            commands.send(
              { id: id(), unitIds: chosen.length ? chosen : null, note: noneOf(note) },
              told('send_to_departments'),
            ),
          )
        },
      }),
    },
    {
      step: 'skip_joint_review',
      label: words.skip_joint_review!,
      permission: 'recognition:lead',
      mine: (a) => leadsIt(a) && a.route === 'EXEMPT',
      form: () => ({
        title: words.skip_joint_review!,
        text: t('form.skipAsk'),
        fields: [],
        act: () => take(commands.skip({ id: id() }, told('skip_joint_review'))),
      }),
    },
    {
      step: 'gather',
      label: words.gather!,
      permission: 'recognition:lead',
      mine: (a) => leadsIt(a) && !heldUp(a),
      form: () => ({
        title: words.gather!,
        text: t('form.gatherAsk'),
        fields: [{ key: 'note', label: t('form.note'), kind: 'long', max: TEXT }],
        act: ({ note }) => take(commands.gather({ id: id(), note: noneOf(note) }, told('gather'))),
      }),
    },
    {
      step: 'invite_experts',
      label: words.invite_experts!,
      permission: 'recognition:lead',
      mine: (a) => leadsIt(a) && isScored(a) && a.expertPassed === null,
      form: async () => ({
        title: words.invite_experts!,
        text: t('form.inviteAsk', { fewest: termsOf(one())?.scoring?.fewest ?? 0 }),
        fields: [
          { key: 'expertIds', label: t('form.experts'), kind: 'several', required: true, choices: await experts() },
        ],
        act: ({ expertIds }) => take(commands.invite({ id: id(), expertIds: ids(expertIds) }, told('invite_experts'))),
      }),
    },
    {
      step: 'close_scoring',
      label: words.close_scoring!,
      permission: 'recognition:lead',
      mine: (a) => leadsIt(a) && a.expertPassed === null && scoredSheets(a).length > 0,
      form: () => ({
        title: words.close_scoring!,
        text: openSheets(one()).length
          ? t('form.closeOpen', { open: openSheets(one()).length })
          : t('form.closeAsk', { count: scoredSheets(one()).length }),
        fields: [],
        act: () =>
          take(
            commands.close({ id: id() }, ({ closeScoring: made }) =>
              t('case.scored', { count: made.expertCount ?? 0, score: made.expertScore ?? 0 }),
            ),
          ),
      }),
    },
    {
      step: 'ask_again',
      label: words.ask_again!,
      permission: 'recognition:lead',
      mine: (a) => leadsIt(a) && live(a).some((r) => r.status === 'ANSWERED'),
      form: async () => {
        const waiting = live(one()).filter((r) => r.status === 'PENDING')
        return {
          title: words.ask_again!,
          text: t('form.againAsk'),
          initial: {
            unitIds: live(one())
              .filter((r) => r.opinion === 'DISAGREE')
              .map((r) => r.unit.id)
              .join(','),
          },
          fields: [
            {
              key: 'unitIds',
              label: t('form.departments'),
              kind: 'several',
              required: true,
              choices: await departments(waiting.map((r) => r.unit.id)),
            },
            { key: 'note', label: t('form.againNote'), kind: 'long', required: true, max: 500 },
          ],
          act: ({ unitIds, note }) =>
            take(commands.again({ id: id(), unitIds: ids(unitIds), note: text(note) }, told('ask_again'))),
        }
      },
    },
    decided('APPROVED', 'approve', t('form.approveAsk')),
    {
      step: 'certify',
      label: words.certify!,
      permission: 'recognition:lead',
      mine: (a) => leadsIt(a) && noticeOver(a) && !(a.objections ?? []).some((o) => o.status === 'OPEN'),
      form: () => ({
        title: words.certify!,
        text: t('form.certifyAsk', { level: one().levelName ?? one().level }),
        fields: [
          {
            key: 'effectiveOn',
            label: t('form.effectiveOn'),
            help: t('form.effectiveHelp'),
            kind: 'date',
            earliest: today(),
          },
        ],
        act: ({ effectiveOn }) =>
          take(
            commands.certify({ id: id(), effectiveOn: noneOf(effectiveOn) }, ({ certifyRecognition: made }) =>
              t('case.certified', { number: made.recognitions[0]?.certificateNumber ?? '' }),
            ),
          ),
      }),
    },
    {
      step: 'object',
      label: words.object!,
      permission: 'recognition:handle',
      mine: (a) => !noticeOver(a),
      form: () => ({
        title: words.object!,
        text: t('form.objectAsk', { day: one().notices[0]?.endsOn ?? '' }),
        fields: [
          { key: 'objector', label: t('form.objector'), required: true, max: 60 },
          { key: 'contact', label: t('form.contact'), max: 60 },
          { key: 'content', label: t('form.content'), kind: 'long', required: true, max: 2000 },
        ],
        act: ({ objector, contact, content }) =>
          take(
            commands.object(
              { id: id(), objector: text(objector), contact: noneOf(contact), content: text(content) },
              told('object'),
            ),
          ),
      }),
    },
    {
      step: 'send_back',
      label: words.send_back!,
      permission: 'recognition:handle',
      mine: (a) => holds(a) && !(decides(a) && can('recognition:decide')),
      form: said(
        'send_back',
        'reason',
        (reason) => commands.back({ id: id(), reason }, told('send_back')),
        t('form.backAsk'),
        true,
      ),
    },
    {
      step: 'decline',
      label: words.decline!,
      permission: 'recognition:handle',
      danger: true,
      mine: (a) =>
        (a.status === 'SUBMITTED' ? a.district.id === unit() && holds(a) : holds(a)) &&
        !(decides(a) && can('recognition:decide')),
      form: said(
        'decline',
        'reason',
        (reason) => commands.decline({ id: id(), reason }, told('decline')),
        t('form.declineAsk'),
        true,
      ),
    },
    decided('SENT_BACK', 'send_back', t('form.backAsk')),
    decided('DECLINED', 'decline', t('form.declineAsk'), true),
    {
      step: 'withdraw',
      label: words.withdraw!,
      permission: 'recognition:apply',
      danger: true,
      mine: isOwn,
      form: said(
        'withdraw',
        'reason',
        (reason) => commands.withdraw({ id: id(), reason }, told('withdraw')),
        t('form.withdrawAsk'),
        true,
      ),
    },
  ]
}
