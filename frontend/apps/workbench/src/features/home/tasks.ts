import { daysUntil } from '@kit/i18n/format'
import { labels } from '@kit/i18n/labels'
import type { HomeQuery } from './home.gql'
import { t } from './texts'

/** One thing that waits for somebody. */
export type Task = {
  key: string
  kind: string
  title: string
  detail: string
  /** The day it is due, if it has one. */
  due: string | null
  /** The due day stands on a calendar that is not published yet. */
  provisional?: boolean
  /** Its clock stands still. */
  paused?: boolean
  /** Somebody was reminded of it. */
  urged: boolean
  to: string
}
export type Group = { key: 'overdue' | 'today' | 'soon' | 'waiting'; tasks: Task[] }

/** Everything of an answer that waits, the most urgent first: late, due today, due soon, and what has no day. */
export function tasksOf(data: HomeQuery): Task[] {
  const urged = new Set(data.notices?.nodes.filter((n) => /due_soon|overdue/.test(n.kind)).map((n) => n.aboutId) ?? [])
  const cases = [...(data.toDecide?.nodes ?? []), ...(data.fasttrackCases?.nodes ?? [])]
  const owed = new Map(data.myJointReviews?.nodes.map((r) => [r.application.id, r]))
  // what waits for our word is due when that is due
  const applications = [...(data.toRecognise?.nodes ?? []), ...(data.myRecognitions?.nodes ?? [])].filter(
    (a) => !owed.has(a.id),
  )
  const sheets = [...(data.invited?.nodes ?? []), ...(data.scoring?.nodes ?? [])]
  const needs = [
    ...(data.toRoute?.nodes ?? []).map((need) => ({ need, kind: t('kind.route') })),
    ...(data.toAccept?.nodes ?? []).map((need) => ({ need, kind: t('kind.accept') })),
    ...(data.inHand?.nodes ?? []).map((need) => ({ need, kind: t('kind.need') })),
  ]
  const all: Task[] = [
    ...(data.contactsDue?.nodes ?? []).map((a) => ({
      key: a.id,
      kind: t('kind.contact'),
      title: `${a.talent?.name ?? ''} ${a.talent?.levelName ?? ''}`,
      detail: a.post.name,
      due: a.nextDueOn,
      urged: urged.has(a.id),
      to: `/contacts?open=${a.id}`,
    })),
    ...needs.map(({ need, kind }) => ({
      key: need.id,
      kind,
      title: `${need.talentName}：${need.content}`,
      detail: need.kindName ?? '',
      due: need.dueOn,
      urged: urged.has(need.id),
      to: `/needs?need=${need.id}`,
    })),
    ...(data.myCountersigns?.nodes ?? []).map((c) => ({
      key: c.id,
      kind: t('kind.countersign'),
      title: `${c.case.number ?? ''} ${c.case.candidateName ?? ''}`,
      detail: '',
      due: c.dueOn,
      provisional: c.dueProvisional,
      paused: c.case.paused,
      urged: urged.has(c.case.id),
      to: `/fasttrack/${c.case.id}`,
    })),
    ...cases.map((c) => ({
      key: c.id,
      kind: c.status === 'AWAITING_DECISION' ? t('kind.decide') : t('kind.case'),
      title: `${c.number ?? t('unnumbered')} ${c.candidateName ?? ''}`,
      detail: labels.CaseStatus[c.status],
      due: c.dueOn,
      provisional: c.dueProvisional,
      paused: c.paused,
      urged: urged.has(c.id),
      to: `/fasttrack/${c.id}`,
    })),
    ...[...owed.values()].map(({ application: a, dueOn, dueProvisional }) => ({
      key: a.id,
      kind: t('kind.review'),
      title: `${a.number ?? ''} ${a.talentName} ${a.levelName ?? ''}`,
      detail: '',
      due: dueOn,
      provisional: dueProvisional,
      urged: urged.has(a.id),
      to: `/recognition/${a.id}#joint`,
    })),
    ...applications.map((a) => ({
      key: a.id,
      kind: a.status === 'AWAITING_DECISION' ? t('kind.recognise') : t('kind.recognition'),
      title: `${a.number ?? t('unnumbered')} ${a.talentName} ${a.levelName ?? ''}`,
      detail: labels.ApplicationStatus[a.status],
      due: a.dueOn,
      provisional: a.dueProvisional,
      urged: urged.has(a.id),
      to: `/recognition/${a.id}`,
    })),
    ...sheets.map((s) => ({
      key: s.id,
      kind: t('kind.score'),
      title: s.code,
      detail: labels.ScoreSheetStatus[s.status],
      due: s.dueOn,
      urged: urged.has(s.id),
      to: `/scoring/${s.id}`,
    })),
    ...(data.myMeasures?.nodes ?? []).map((m) => ({
      key: m.id,
      kind: t('kind.measure'),
      title: m.content,
      detail: m.case.number ?? '',
      due: m.dueOn,
      urged: urged.has(m.case.id),
      to: `/fasttrack/${m.case.id}`,
    })),
    ...(data.cardBatches?.nodes ?? []).map((b) => ({
      key: b.id,
      kind: t('kind.batch'),
      title: b.title,
      detail: t('batch', { people: b.people, name: b.preparedByName }),
      due: null,
      urged: false,
      to: `/card-batches/${b.id}`,
    })),
    ...(data.proposedChanges?.nodes ?? []).map((c) => ({
      key: c.id,
      kind: t('kind.change'),
      title: `${c.talent.name}：${c.value ?? ''}`,
      detail: c.raisedOn,
      due: null,
      urged: false,
      to: `/changes`,
    })),
    ...(data.imports?.nodes ?? []).map((i) => ({
      key: i.id,
      kind: t('kind.import'),
      title: i.filename,
      detail: t('import', { ok: i.rowsNew, wrong: i.rowsError }),
      due: null,
      urged: false,
      to: `/imports/${i.id}`,
    })),
  ]
  // one case may wait for its decision and be held by us: it is one thing
  return [...new Map(all.map((task) => [task.key, task])).values()]
}

/** The tasks by urgency; a clock that stands still presses nobody. */
export function grouped(tasks: readonly Task[], today?: string): Group[] {
  const found: Record<Group['key'], Task[]> = { overdue: [], today: [], soon: [], waiting: [] }
  for (const task of tasks) {
    const days = task.due === null || task.paused ? null : daysUntil(task.due, today)
    found[days === null ? 'waiting' : days < 0 ? 'overdue' : days === 0 ? 'today' : 'soon'].push(task)
  }
  const byDay = (a: Task, b: Task) => Number(b.urged) - Number(a.urged) || (a.due ?? '').localeCompare(b.due ?? '')
  return (Object.keys(found) as Group['key'][])
    .map((key) => ({ key, tasks: found[key].sort(byDay) }))
    .filter((group) => group.tasks.length)
}
