import { language } from './language'

type Words = Readonly<Record<string, Readonly<Record<string, string>>>>

const name = (code: string) => (code.charAt(0).toUpperCase() + code.slice(1).toLowerCase()).replace(/_/g, ' ')

/** The Chinese words of states and kinds; in English each is told by its own name (`COUNTERSIGNING`: Countersigning). */
export function spoken<const W extends Words>(words: W): W {
  if (language.value === 'zh') return words
  const told = Object.entries(words).map(([kind, list]) => [
    kind,
    Object.fromEntries(Object.keys(list).map((code) => [code, name(code)])),
  ])
  return Object.fromEntries(told) as W
}
