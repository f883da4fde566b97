import { labels } from '@kit/i18n/labels'
import type { Field } from '@/ui/form'
import { t as station } from './stationTexts'
import { t } from './talentTexts'

const PHONE = /^[+\d（()）\s-]{5,20}$/
const EMAIL = /^[^@\s]+@[^@\s]+\.[^@\s]+$/
const USCC = /^[0-9A-HJ-NP-RTUW-Y]{18}$/i
export const checkPhone = (said: string) => (PHONE.test(said) ? undefined : t('check.phone'))
export const checkEmail = (said: string) => (EMAIL.test(said) ? undefined : t('check.email'))
const checkUscc = (said: string) => (USCC.test(said) ? undefined : t('check.uscc'))

/** What is told of a person in a form; `types`: the catalogue's, by code. */
export const own = (types: Readonly<Record<string, string>>, sensitive: boolean): Field[] => [
  { key: 'name', label: t('name'), required: true, max: 120 },
  { key: 'gender', label: t('gender'), kind: 'choice', choices: labels.Gender, required: true },
  ...(sensitive ? [{ key: 'birthDate', label: t('birthDate'), kind: 'date' as const, past: true }] : []),
  { key: 'nationality', label: t('nationality'), required: true, max: 40 },
  { key: 'talentType', label: t('type'), kind: 'choice', choices: types },
  { key: 'residence', label: t('residence'), max: 120 },
  { key: 'specialty', label: t('specialty'), kind: 'long', max: 200 },
]
export const employment: Field[] = [
  { key: 'employerName', label: t('employer'), required: true, max: 120 },
  { key: 'employerUscc', label: station('station.uscc'), max: 40, check: checkUscc },
  { key: 'position', label: t('position'), max: 120 },
  {
    key: 'kind',
    label: station('station.employmentKind'),
    kind: 'choice',
    choices: labels.EmploymentKind,
    required: true,
  },
  { key: 'startedOn', label: station('station.startedOn'), kind: 'date', past: true },
  { key: 'serviceUntil', label: station('station.serviceUntil'), kind: 'date' },
  { key: 'establishment', label: station('station.establishment'), max: 120 },
  { key: 'main', label: station('station.main'), kind: 'check' },
]
export const education: Field[] = [
  { key: 'degree', label: t('degree'), kind: 'choice', choices: labels.Degree, required: true },
  { key: 'school', label: station('station.school'), max: 120 },
  { key: 'major', label: station('station.major'), max: 80 },
  { key: 'graduatedOn', label: station('station.graduatedOn'), kind: 'date', past: true },
  { key: 'certificate', label: station('station.certificate'), max: 60 },
  { key: 'fullTime', label: station('station.fullTime'), kind: 'check' },
]
export const title: Field[] = [
  { key: 'name', label: t('titleHeld'), required: true, max: 80 },
  { key: 'rank', label: station('station.rank'), kind: 'choice', choices: labels.TitleRank, required: true },
  { key: 'grantedOn', label: station('station.grantedOn'), kind: 'date', past: true },
  { key: 'grantedBy', label: station('station.grantedBy'), max: 120 },
]
export const honour: Field[] = [
  { key: 'name', label: station('station.honour'), required: true, max: 120 },
  { key: 'grade', label: station('station.grade'), kind: 'choice', choices: labels.HonourGrade, required: true },
  { key: 'grantedOn', label: station('station.honouredOn'), kind: 'date', past: true },
  { key: 'grantedBy', label: station('station.honouredBy'), max: 120 },
]
export const otherName: Field[] = [
  { key: 'kind', label: station('station.nameKind'), kind: 'choice', choices: labels.NameKind, required: true },
  { key: 'name', label: station('station.name'), required: true, max: 60 },
  { key: 'until', label: station('station.until'), kind: 'date', past: true },
]
export const document: Field[] = [
  { key: 'kind', label: station('station.documentKind'), kind: 'choice', choices: labels.DocumentKind, required: true },
  { key: 'number', label: station('station.number'), required: true, max: 40 },
  { key: 'validFrom', label: station('station.validFrom'), kind: 'date' },
  { key: 'validUntil', label: station('station.validUntil'), kind: 'date' },
]
export const family: Field[] = [
  { key: 'relation', label: station('station.relation'), kind: 'choice', choices: labels.Relation, required: true },
  { key: 'name', label: t('name'), required: true, max: 60 },
  { key: 'birthDate', label: t('birthDate'), kind: 'date', past: true },
  { key: 'schoolOrWork', label: station('station.schoolOrWork'), max: 120 },
  { key: 'purpose', label: station('station.purpose'), required: true, max: 120, help: station('station.purposeHelp') },
]
