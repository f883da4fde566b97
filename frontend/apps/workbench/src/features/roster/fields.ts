import { labels } from '@kit/i18n/labels'
import type { Field } from '@/ui/form'
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
  { key: 'employerUscc', label: t('station.uscc'), max: 40, check: checkUscc },
  { key: 'position', label: t('position'), max: 120 },
  { key: 'kind', label: t('station.employmentKind'), kind: 'choice', choices: labels.EmploymentKind, required: true },
  { key: 'startedOn', label: t('station.startedOn'), kind: 'date', past: true },
  { key: 'serviceUntil', label: t('station.serviceUntil'), kind: 'date' },
  { key: 'establishment', label: t('station.establishment'), max: 120 },
  { key: 'main', label: t('station.main'), kind: 'check' },
]
export const education: Field[] = [
  { key: 'degree', label: t('degree'), kind: 'choice', choices: labels.Degree, required: true },
  { key: 'school', label: t('station.school'), max: 120 },
  { key: 'major', label: t('station.major'), max: 80 },
  { key: 'graduatedOn', label: t('station.graduatedOn'), kind: 'date', past: true },
  { key: 'certificate', label: t('station.certificate'), max: 60 },
  { key: 'fullTime', label: t('station.fullTime'), kind: 'check' },
]
export const title: Field[] = [
  { key: 'name', label: t('titleHeld'), required: true, max: 80 },
  { key: 'rank', label: t('station.rank'), kind: 'choice', choices: labels.TitleRank, required: true },
  { key: 'grantedOn', label: t('station.grantedOn'), kind: 'date', past: true },
  { key: 'grantedBy', label: t('station.grantedBy'), max: 120 },
]
export const honour: Field[] = [
  { key: 'name', label: t('station.honour'), required: true, max: 120 },
  { key: 'grade', label: t('station.grade'), kind: 'choice', choices: labels.HonourGrade, required: true },
  { key: 'grantedOn', label: t('station.honouredOn'), kind: 'date', past: true },
  { key: 'grantedBy', label: t('station.honouredBy'), max: 120 },
]
export const otherName: Field[] = [
  { key: 'kind', label: t('station.nameKind'), kind: 'choice', choices: labels.NameKind, required: true },
  { key: 'name', label: t('station.name'), required: true, max: 60 },
  { key: 'until', label: t('station.until'), kind: 'date', past: true },
]
export const document: Field[] = [
  { key: 'kind', label: t('station.documentKind'), kind: 'choice', choices: labels.DocumentKind, required: true },
  { key: 'number', label: t('station.number'), required: true, max: 40 },
  { key: 'validFrom', label: t('station.validFrom'), kind: 'date' },
  { key: 'validUntil', label: t('station.validUntil'), kind: 'date' },
]
