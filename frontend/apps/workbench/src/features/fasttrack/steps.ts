import { useClientHandle } from '@urql/vue'
import { viewer } from '@kit/auth/session'
import type { Permission } from '@kit/auth/permissions'
import type { Refusal } from '@kit/graphql/errors'
import { STEPS } from '@kit/i18n/flows'
import { dayAhead } from '@kit/i18n/format'
import type { Outcome } from '@kit/graphql/schema.gql'
import type { Filled, Form, Values } from '@/ui/form'
import { useStep } from '@/ui/useStep'
import { type Terms, needed } from './cases'
import { DecidersDocument, type FastTrackCaseQuery, type FastTrackChoicesQuery } from './cases.gql'
import * as gql from './case.gql'
import { t } from './texts'

export type Case = NonNullable<FastTrackCaseQuery['fasttrackCase']>
/** A step somebody may take here: whose it is, and the form it asks for. */
export type CaseStep = {
  step: string
  label: string
  permission: Permission
  danger?: boolean
  /** A step that ends the case or its pause may be taken while the clock stands still. */
  whilePaused?: boolean
  form: () => Form | Promise<Form>
}
const TEXT = 500
const LONG_TEXT = 2000
const text = (said: Filled[string] | undefined) => (typeof said === 'string' ? said : '')
const noneOf = (said: Filled[string] | undefined) => text(said) || null
const count = (values: Values | Filled, name: string) => Number(values[name] || 0)
const ids = (said: Filled[string] | undefined) => text(said).split(',').filter(Boolean)
type Step<Variables> = (variables: Variables, said: string) => Promise<Refusal | undefined>

/** The steps of a case, each with what it asks. Who may take them: `unitOf` the case, by the state that the backend tells. */
export function useCaseSteps(
  one: () => Case,
  choices: () => FastTrackChoicesQuery | undefined,
  refused: (refusal: Refusal) => void,
) {
  const { client } = useClientHandle()
  const commands = {
    accept: useStep(gql.AcceptCaseDocument),
    verify: useStep(gql.VerifyCaseDocument),
    decline: useStep(gql.DeclineCaseDocument),
    withdraw: useStep(gql.WithdrawCaseDocument),
    stop: useStep(gql.StopCaseDocument),
    close: useStep(gql.CloseCaseDocument),
    send: useStep(gql.SendToCountersignDocument),
    again: useStep(gql.AskCountersignAgainDocument),
    revise: useStep(gql.ReviseCasePlanDocument),
    consult: useStep(gql.ConsultExpertsDocument),
    vote: useStep(gql.RecordExpertVoteDocument),
    submit: useStep(gql.SubmitCaseDocument),
    decide: useStep(gql.DecideCaseDocument),
    sign: useStep(gql.SignCaseDocument),
    deliver: useStep(gql.DeliverCaseDocument),
    assess: useStep(gql.AssessCaseDocument),
    pause: useStep(gql.PauseCaseDocument),
    resume: useStep(gql.ResumeCaseDocument),
  }
  const words: Readonly<Record<string, string>> = STEPS.fasttrack_case
  const terms = () => one().terms as Terms | null
  const caseId = () => one().id

  /** Whoever is refused sees the case as it is by now. */
  async function take(act: Promise<Refusal | undefined>): Promise<Refusal | undefined> {
    const refusal = await act
    if (refusal) refused(refusal)
    return refusal
  }
  const told = (step: string) => t('case.done', { step: words[step] ?? step })
  const why = (step: string, ask: string, command: Step<{ caseId: string; reason: string }>) => (): Form => ({
    title: words[step]!,
    text: ask,
    danger: true,
    fields: [{ key: 'reason', label: t('form.reason'), kind: 'long', required: true, max: TEXT }],
    act: ({ reason }) => take(command({ caseId: caseId(), reason: text(reason) }, told(step))),
  })
  const noted = (step: string, command: Step<{ caseId: string; note?: string | null }>) => (): Form => ({
    title: words[step]!,
    fields: [{ key: 'note', label: t('form.note'), kind: 'long', max: TEXT }],
    act: ({ note }) => take(command({ caseId: caseId(), note: noneOf(note) }, told(step))),
  })
  const departments = (but: ReadonlySet<string>) =>
    Object.fromEntries(
      (choices()?.governmentUnits ?? [])
        .filter((u) => (u.kind === 'MEMBER' || u.kind === 'NON_MEMBER') && !but.has(u.id))
        .map((u) => [u.id, u.shortName]),
    )

  async function deciders() {
    const { data } = await client.query(DecidersDocument, {}).toPromise()
    return Object.fromEntries(
      (data?.posts.nodes ?? []).map((post) => [
        post.id,
        [post.name, post.appointments[0]?.personName].filter(Boolean).join(' '),
      ]),
    )
  }
  function tally(values: Values): string {
    const eligible = count(values, 'invited') - count(values, 'recused')
    const rules = terms()
    const [present, agree] = [count(values, 'present'), count(values, 'agree')]
    if (!rules || !values.invited || !values.present || !(eligible > 0)) return ''
    const quorum = Math.max(needed(rules.expert_quorum, eligible), rules.experts_fewest)
    const majority = needed(rules.expert_majority, present)
    return t('form.voteNow', {
      eligible,
      quorum,
      present,
      valid: present >= quorum ? t('form.valid') : t('form.invalid'),
      majority,
      agree,
      passed: agree >= majority ? t('form.passed') : t('form.failed'),
    })
  }
  const decide = (outcome: Outcome, step: string, danger = false): CaseStep => ({
    step,
    label: words[step]!,
    permission: 'fasttrack:decide',
    danger,
    form: () => ({
      title: words[step]!,
      text: t('form.decisionAsk'),
      initial: { form: '组长审定' },
      danger,
      fields: [
        { key: 'opinion', label: t('form.opinion'), kind: 'long', required: true, max: LONG_TEXT },
        {
          key: 'form',
          label: t('form.decisionForm'),
          help: t('form.decisionFormHelp'),
          required: true,
          max: 120,
          offered: ['组长审定', '领导小组会议审定'],
        },
      ],
      act: ({ opinion, form }) =>
        take(commands.decide({ caseId: caseId(), outcome, opinion: text(opinion), form: text(form) }, told(step))),
    }),
  })
  const lead = (step: string, form: CaseStep['form'], rest: Partial<CaseStep> = {}): CaseStep => ({
    step,
    label: words[step]!,
    permission: 'fasttrack:lead',
    form,
    ...rest,
  })

  const steps: readonly CaseStep[] = [
    lead('accept', () => ({
      title: words.accept!,
      text: t('form.acceptAsk', { days: termDays() }),
      fields: [],
      act: () =>
        take(
          commands.accept({ caseId: caseId() }, ({ acceptCase: { number, dueOn } }) =>
            t('case.accepted2', { number: number ?? '', day: dueOn ?? '' }),
          ),
        ),
    })),
    lead('verify', () => ({
      title: words.verify!,
      fields: [
        {
          key: 'note',
          label: t('form.verifyNote'),
          help: t('form.verifyHelp'),
          kind: 'long',
          required: true,
          max: TEXT,
        },
      ],
      act: ({ note }) => take(commands.verify({ caseId: caseId(), note: text(note) }, told('verify'))),
    })),
    lead('send_to_countersign', () => ({
      title: words.send_to_countersign!,
      initial: { unitIds: planned().join(',') },
      text: t('form.sendTerm', { days: terms()?.countersign_days ?? 0 }),
      fields: [
        {
          key: 'unitIds',
          label: t('form.units'),
          help: t('form.unitsHelp'),
          kind: 'several',
          required: true,
          choices: departments(new Set()),
        },
        { key: 'note', label: t('form.sendNote'), kind: 'long', max: TEXT },
      ],
      act: ({ unitIds, note }) =>
        take(
          commands.send({ caseId: caseId(), unitIds: ids(unitIds), note: noneOf(note) }, told('send_to_countersign')),
        ),
    })),
    lead('consult_experts', noted('consult_experts', commands.consult)),
    lead('record_vote', () => ({
      title: words.record_vote!,
      text: t('form.voteRule', {
        quorum: terms()?.expert_quorum ?? '',
        fewest: terms()?.experts_fewest ?? 0,
        majority: terms()?.expert_majority ?? '',
      }),
      live: tally,
      initial: { recused: '0' },
      fields: [
        { key: 'invited', label: t('form.invited'), kind: 'count', required: true },
        { key: 'recused', label: t('form.recused'), kind: 'count', required: true },
        { key: 'present', label: t('form.present'), kind: 'count', required: true },
        { key: 'agree', label: t('form.agree'), kind: 'count', required: true },
        { key: 'note', label: t('form.voteNote'), kind: 'long', max: LONG_TEXT },
      ],
      act: (values) =>
        take(
          commands.vote(
            {
              caseId: caseId(),
              invited: count(values, 'invited'),
              recused: count(values, 'recused'),
              present: count(values, 'present'),
              agree: count(values, 'agree'),
              note: noneOf(values.note),
            },
            told('record_vote'),
          ),
        ),
    })),
    lead('submit', async () => ({
      title: words.submit!,
      fields: [
        {
          key: 'deciderId',
          label: t('form.decider'),
          kind: 'choice',
          required: true,
          choices: await deciders(),
        },
        { key: 'note', label: t('form.submitNote'), kind: 'long', max: LONG_TEXT },
      ],
      act: ({ deciderId, note }) =>
        take(commands.submit({ caseId: caseId(), deciderId: text(deciderId), note: noneOf(note) }, told('submit'))),
    })),
    lead('ask_again', () => ({
      title: words.ask_again!,
      initial: { unitIds: objecting().join(',') },
      text: t('form.againHelp'),
      fields: [
        {
          key: 'unitIds',
          label: t('form.units'),
          kind: 'several',
          required: true,
          choices: departments(pending()),
        },
        { key: 'note', label: t('form.againNote'), kind: 'long', required: true, max: TEXT },
      ],
      act: ({ unitIds, note }) =>
        take(commands.again({ caseId: caseId(), unitIds: ids(unitIds), note: text(note) }, told('ask_again'))),
    })),
    decide('APPROVED', 'approve'),
    decide('SENT_BACK', 'send_back'),
    decide('REJECTED', 'reject', true),
    lead('sign', () => ({
      title: words.sign!,
      fields: [{ key: 'agreement', label: t('form.agreement'), required: true, max: 80 }],
      act: ({ agreement }) => take(commands.sign({ caseId: caseId(), agreement: text(agreement) }, told('sign'))),
    })),
    lead('deliver', () => ({
      title: words.deliver!,
      text: t('form.deliverAsk'),
      fields: [],
      act: () => take(commands.deliver({ caseId: caseId() }, told('deliver'))),
    })),
    lead('assess', () => ({
      title: words.assess!,
      fields: [
        {
          key: 'period',
          label: t('form.period'),
          help: t('form.periodHelp'),
          required: true,
          max: 40,
        },
        {
          key: 'passed',
          label: t('form.outcome'),
          kind: 'radio',
          required: true,
          choices: { yes: t('form.good'), no: t('form.bad') },
        },
        { key: 'conclusion', label: t('form.conclusion'), kind: 'long', required: true, max: LONG_TEXT },
      ],
      act: ({ period, passed, conclusion }) =>
        take(
          commands.assess(
            { caseId: caseId(), period: text(period), passed: passed === 'yes', conclusion: text(conclusion) },
            told('assess'),
          ),
        ),
    })),
    lead('close', noted('close', commands.close)),
    lead('revise', why('revise', t('form.reviseAsk'), commands.revise)),
    lead('decline', why('decline', t('form.declineAsk'), commands.decline), { danger: true, whilePaused: true }),
    {
      ...lead('withdraw', why('withdraw', t('form.withdrawAsk'), commands.withdraw)),
      permission: 'fasttrack:open',
      danger: true,
      whilePaused: true,
    },
    lead('stop', why('stop', t('form.stopAsk'), commands.stop), { danger: true, whilePaused: true }),
  ]
  const pause = (): Form => ({
    title: t('form.pause'),
    text: t('form.pauseAsk'),
    fields: [
      {
        key: 'reason',
        label: t('form.pauseReason'),
        help: t('form.pauseReasonHelp'),
        kind: 'long',
        required: true,
        max: TEXT,
      },
      {
        key: 'expectedEnd',
        label: t('form.expectedEnd'),
        kind: 'date',
        required: true,
        earliest: dayAhead(1),
      },
    ],
    act: ({ reason, expectedEnd }) =>
      take(
        commands.pause(
          { caseId: caseId(), reason: text(reason), expectedEnd: text(expectedEnd) },
          t('case.done', { step: t('form.pause') }),
        ),
      ),
  })
  const resume = (): Form => ({
    title: t('form.resume'),
    text: t('form.resumeAsk'),
    fields: [{ key: 'note', label: t('form.note'), kind: 'long', max: TEXT }],
    act: ({ note }) =>
      take(commands.resume({ caseId: caseId(), note: noneOf(note) }, t('case.done', { step: t('form.resume') }))),
  })

  const termDays = () =>
    (choices()?.entries.find(({ code }) => code === one().level)?.body as Terms | undefined)?.working_days ?? ''
  const planned = () => {
    const open = departments(new Set())
    const units = one()
      .measures.filter((m) => m.status === 'PLANNED')
      .map((m) => m.unit.id)
    return [...new Set(units)].filter((id) => id in open)
  }
  const pending = () =>
    new Set(
      one()
        .countersigns.filter((c) => c.status === 'PENDING')
        .map((c) => c.unit.id),
    )
  const objecting = () =>
    one()
      .countersigns.filter((c) => c.status === 'ANSWERED' && c.opinion === 'DISAGREE')
      .map((c) => c.unit.id)
  return { steps, pause, resume }
}

/** Why the plan cannot go on to experts or to the decision yet: who has not answered, or disagrees. */
export function heldUp(one: Case): string {
  if (one.status !== 'COUNTERSIGNING') return ''
  const units = (rows: Case['countersigns']) => rows.map((c) => c.unit.shortName).join('、')
  const owing = one.countersigns.filter((c) => c.status === 'PENDING')
  if (owing.length) return t('case.blocked', { units: units(owing) })
  const against = one.countersigns.filter((c) => c.status === 'ANSWERED' && c.opinion === 'DISAGREE')
  return against.length ? t('case.objected', { units: units(against) }) : ''
}

/** Whether what a step needs is there: offered in vain, it would only be refused. */
export function isReady(one: Case, step: string): boolean {
  if (step === 'consult_experts') return !heldUp(one)
  if (step === 'send_to_countersign') return one.measures.some((m) => m.status === 'PLANNED')
  if (step !== 'submit') return true
  const experts = (one.terms as Terms | null)?.experts_required
  return one.status === 'COUNTERSIGNING' ? !experts && !heldUp(one) : !!one.votes[0]?.passed
}

/** Whether this step of the case is up to the unit, or the post, of the person who looks. */
export function isTheirs(one: Case, step: CaseStep): boolean {
  const post = viewer.value?.post
  if (step.permission === 'fasttrack:decide') return !!post && post.id === one.decider?.id
  return post?.unit_id === (step.step === 'withdraw' ? one.unit.id : one.lead.id)
}
