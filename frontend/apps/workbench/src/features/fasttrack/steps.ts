import { useClientHandle } from '@urql/vue'
import { viewer } from '@kit/auth/session'
import type { Permission } from '@kit/auth/permissions'
import type { Refusal } from '@kit/graphql/errors'
import { type Command, useCommand } from '@kit/graphql/useCommand'
import { STEPS } from '@kit/i18n/flows'
import { dayAhead } from '@kit/i18n/format'
import type { Outcome } from '@kit/graphql/schema.gql'
import { done } from '@/ui/toast'
import { type Terms, needed } from './cases'
import { DecidersDocument, type FastTrackCaseQuery, type FastTrackChoicesQuery } from './cases.gql'
import * as gql from './case.gql'
import type { StepForm, Values } from './form'
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
  form: () => StepForm | Promise<StepForm>
}
const TEXT = 500
const LONG_TEXT = 2000
const noneOf = (text: string | undefined) => text?.trim() || null
const count = (values: Values, name: string) => Number(values[name] || 0)

/** The steps of a case, each with what it asks. Who may take them: `unitOf` the case, by the state that the backend tells. */
export function useCaseSteps(
  one: () => Case,
  choices: () => FastTrackChoicesQuery | undefined,
  refused: (refusal: Refusal) => void,
) {
  const { client } = useClientHandle()
  const commands = {
    accept: useCommand(gql.AcceptCaseDocument),
    verify: useCommand(gql.VerifyCaseDocument),
    decline: useCommand(gql.DeclineCaseDocument),
    withdraw: useCommand(gql.WithdrawCaseDocument),
    stop: useCommand(gql.StopCaseDocument),
    close: useCommand(gql.CloseCaseDocument),
    send: useCommand(gql.SendToCountersignDocument),
    again: useCommand(gql.AskCountersignAgainDocument),
    revise: useCommand(gql.ReviseCasePlanDocument),
    consult: useCommand(gql.ConsultExpertsDocument),
    vote: useCommand(gql.RecordExpertVoteDocument),
    submit: useCommand(gql.SubmitCaseDocument),
    decide: useCommand(gql.DecideCaseDocument),
    sign: useCommand(gql.SignCaseDocument),
    deliver: useCommand(gql.DeliverCaseDocument),
    assess: useCommand(gql.AssessCaseDocument),
    pause: useCommand(gql.PauseCaseDocument),
    resume: useCommand(gql.ResumeCaseDocument),
  }
  const words: Readonly<Record<string, string>> = STEPS.fasttrack_case
  const terms = () => one().terms as Terms | null
  const caseId = () => one().id

  async function take<R, V>(
    command: Command<R, V>,
    variables: V,
    tell: (answer: R) => string,
  ): Promise<Refusal | undefined> {
    const answer = await command.run(variables)
    if (answer) done(tell(answer))
    else if (command.refusal.value) refused(command.refusal.value)
    return command.refusal.value
  }
  const told = (step: string) => () => t('case.done', { step: words[step] ?? step })
  const why =
    <R>(step: string, text: string, command: Command<R, { caseId: string; reason: string }>) =>
    (): StepForm => ({
      title: words[step]!,
      text,
      danger: true,
      fields: [{ name: 'reason', label: t('form.reason'), kind: 'text', required: true, most: TEXT }],
      act: ({ reason }) => take(command, { caseId: caseId(), reason: reason! }, told(step)),
    })
  const noted =
    <R>(step: string, command: Command<R, { caseId: string; note?: string | null }>) =>
    (): StepForm => ({
      title: words[step]!,
      fields: [{ name: 'note', label: t('form.note'), kind: 'text', most: TEXT }],
      act: ({ note }) => take(command, { caseId: caseId(), note: noneOf(note) }, told(step)),
    })
  const departments = (but: ReadonlySet<string>) =>
    (choices()?.governmentUnits ?? [])
      .filter((u) => (u.kind === 'MEMBER' || u.kind === 'NON_MEMBER') && !but.has(u.id))
      .map((u) => ({ value: u.id, label: u.shortName }))

  async function deciders() {
    const { data } = await client.query(DecidersDocument, {}).toPromise()
    return (data?.posts.nodes ?? []).map((post) => ({
      value: post.id,
      label: [post.name, post.appointments[0]?.personName].filter(Boolean).join(' '),
    }))
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
      danger,
      fields: [
        { name: 'opinion', label: t('form.opinion'), kind: 'text', required: true, most: LONG_TEXT },
        {
          name: 'form',
          label: t('form.decisionForm'),
          help: t('form.decisionFormHelp'),
          kind: 'line',
          required: true,
          most: 120,
          initial: '组长审定',
          offered: ['组长审定', '领导小组会议审定'],
        },
      ],
      act: ({ opinion, form }) =>
        take(commands.decide, { caseId: caseId(), outcome, opinion: opinion!, form: form! }, told(step)),
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
        take(commands.accept, { caseId: caseId() }, ({ acceptCase: { number, dueOn } }) =>
          t('case.accepted2', { number: number ?? '', day: dueOn ?? '' }),
        ),
    })),
    lead('verify', () => ({
      title: words.verify!,
      fields: [
        {
          name: 'note',
          label: t('form.verifyNote'),
          help: t('form.verifyHelp'),
          kind: 'text',
          required: true,
          most: TEXT,
        },
      ],
      act: ({ note }) => take(commands.verify, { caseId: caseId(), note: note! }, told('verify')),
    })),
    lead('send_to_countersign', () => ({
      title: words.send_to_countersign!,
      text: t('form.sendTerm', { days: terms()?.countersign_days ?? 0 }),
      fields: [
        {
          name: 'unitIds',
          label: t('form.units'),
          help: t('form.unitsHelp'),
          kind: 'units',
          required: true,
          options: departments(new Set()),
          initial: planned().join(','),
        },
        { name: 'note', label: t('form.sendNote'), kind: 'text', most: TEXT },
      ],
      act: ({ unitIds, note }) =>
        take(
          commands.send,
          { caseId: caseId(), unitIds: unitIds!.split(','), note: noneOf(note) },
          told('send_to_countersign'),
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
      fields: [
        { name: 'invited', label: t('form.invited'), kind: 'count', required: true },
        { name: 'recused', label: t('form.recused'), kind: 'count', required: true, initial: '0' },
        { name: 'present', label: t('form.present'), kind: 'count', required: true },
        { name: 'agree', label: t('form.agree'), kind: 'count', required: true },
        { name: 'note', label: t('form.voteNote'), kind: 'text', most: LONG_TEXT },
      ],
      act: (values) =>
        take(
          commands.vote,
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
    })),
    lead('submit', async () => ({
      title: words.submit!,
      fields: [
        {
          name: 'deciderId',
          label: t('form.decider'),
          help: t('form.chooseDecider'),
          kind: 'choice',
          required: true,
          options: await deciders(),
        },
        { name: 'note', label: t('form.submitNote'), kind: 'text', most: LONG_TEXT },
      ],
      act: ({ deciderId, note }) =>
        take(commands.submit, { caseId: caseId(), deciderId: deciderId!, note: noneOf(note) }, told('submit')),
    })),
    lead('ask_again', () => ({
      title: words.ask_again!,
      text: t('form.againHelp'),
      fields: [
        {
          name: 'unitIds',
          label: t('form.units'),
          kind: 'units',
          required: true,
          options: departments(pending()),
          initial: objecting().join(','),
        },
        { name: 'note', label: t('form.againNote'), kind: 'text', required: true, most: TEXT },
      ],
      act: ({ unitIds, note }) =>
        take(commands.again, { caseId: caseId(), unitIds: unitIds!.split(','), note: note! }, told('ask_again')),
    })),
    decide('APPROVED', 'approve'),
    decide('SENT_BACK', 'send_back'),
    decide('REJECTED', 'reject', true),
    lead('sign', () => ({
      title: words.sign!,
      fields: [{ name: 'agreement', label: t('form.agreement'), kind: 'line', required: true, most: 80 }],
      act: ({ agreement }) => take(commands.sign, { caseId: caseId(), agreement: agreement! }, told('sign')),
    })),
    lead('deliver', () => ({
      title: words.deliver!,
      text: t('form.deliverAsk'),
      fields: [],
      act: () => take(commands.deliver, { caseId: caseId() }, told('deliver')),
    })),
    lead('assess', () => ({
      title: words.assess!,
      fields: [
        {
          name: 'period',
          label: t('form.period'),
          help: t('form.periodHelp'),
          kind: 'line',
          required: true,
          most: 40,
        },
        {
          name: 'passed',
          label: t('form.outcome'),
          kind: 'radio',
          required: true,
          options: [
            { value: 'yes', label: t('form.good') },
            { value: 'no', label: t('form.bad') },
          ],
        },
        { name: 'conclusion', label: t('form.conclusion'), kind: 'text', required: true, most: LONG_TEXT },
      ],
      act: ({ period, passed, conclusion }) =>
        take(
          commands.assess,
          { caseId: caseId(), period: period!, passed: passed === 'yes', conclusion: conclusion! },
          told('assess'),
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
  const pause = (): StepForm => ({
    title: t('form.pause'),
    text: t('form.pauseAsk'),
    fields: [
      {
        name: 'reason',
        label: t('form.pauseReason'),
        help: t('form.pauseReasonHelp'),
        kind: 'text',
        required: true,
        most: TEXT,
      },
      {
        name: 'expectedEnd',
        label: t('form.expectedEnd'),
        kind: 'date',
        required: true,
        min: dayAhead(1),
      },
    ],
    act: ({ reason, expectedEnd }) =>
      take(commands.pause, { caseId: caseId(), reason: reason!, expectedEnd: expectedEnd! }, () =>
        t('case.done', { step: t('form.pause') }),
      ),
  })
  const resume = (): StepForm => ({
    title: t('form.resume'),
    text: t('form.resumeAsk'),
    fields: [{ name: 'note', label: t('form.note'), kind: 'text', most: TEXT }],
    act: ({ note }) =>
      take(commands.resume, { caseId: caseId(), note: noneOf(note) }, () => t('case.done', { step: t('form.resume') })),
  })

  const termDays = () =>
    (choices()?.entries.find(({ code }) => code === one().level)?.body as Terms | undefined)?.working_days ?? ''
  const planned = () => {
    const open = new Set(departments(new Set()).map(({ value }) => value))
    const units = one()
      .measures.filter((m) => m.status === 'PLANNED')
      .map((m) => m.unit.id)
    return [...new Set(units)].filter((id) => open.has(id))
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
