import { day, minute } from '@kit/i18n/format'
import { labels } from '@kit/i18n/labels'
import type { Column } from '@/ui/DataTable.vue'
import type { RosterPageQuery } from './roster.gql'
import { t } from './texts'

export type Row = RosterPageQuery['talents']['nodes'][number]

/** Every column that the roster can show. */
export const columns: readonly Column<Row>[] = [
  { key: 'name', title: t('roster.name'), width: '120px' },
  { key: 'level', title: t('roster.level'), width: '160px', text: (r) => r.levelName ?? '—' },
  { key: 'type', title: t('roster.type'), width: '130px', text: (r) => r.talentTypeName ?? '—' },
  { key: 'unit', title: t('roster.unit'), width: '120px', text: (r) => r.unit.shortName },
  { key: 'employer', title: t('roster.employer'), width: 'minmax(200px, 1fr)', text: (r) => r.employerName ?? '—' },
  { key: 'position', title: t('roster.position'), width: '140px', text: (r) => r.position ?? '—' },
  { key: 'status', title: t('roster.status'), width: '90px', text: (r) => labels.TalentStatus[r.status] },
  { key: 'last', title: t('roster.lastContact'), width: '120px', text: (r) => day(r.lastContactOn) },
  { key: 'due', title: t('roster.nextDue'), width: '120px' },
  { key: 'gender', title: t('roster.gender'), width: '80px', text: (r) => labels.Gender[r.gender] },
  { key: 'age', title: t('roster.age'), width: '70px', number: true, text: (r) => r.age ?? '—' },
  { key: 'since', title: t('roster.levelSince'), width: '120px', text: (r) => day(r.levelSince) },
  {
    key: 'degree',
    title: t('roster.degree'),
    width: '110px',
    text: (r) => (r.highestDegree ? labels.Degree[r.highestDegree] : '—'),
  },
  { key: 'title', title: t('roster.titleHeld'), width: '130px', text: (r) => r.highestTitle ?? '—' },
  { key: 'specialty', title: t('roster.specialty'), width: '180px', text: (r) => r.specialty ?? '—' },
  { key: 'phone', title: t('roster.phone'), width: '130px', text: (r) => r.phoneMasked ?? '—' },
  { key: 'quality', title: t('roster.quality'), width: '90px', number: true, text: (r) => r.quality },
  { key: 'entered', title: t('roster.enteredOn'), width: '120px', text: (r) => day(r.enteredOn) },
  { key: 'tier', title: t('roster.cardTier'), width: '90px', text: (r) => r.cardTier ?? '—' },
  { key: 'changed', title: t('roster.changed'), width: '150px', text: (r) => minute(r.changedAt) },
]
export const usual = ['name', 'level', 'type', 'unit', 'employer', 'position', 'status', 'last', 'due'] as const
