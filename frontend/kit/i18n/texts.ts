import { language } from './language'

type Tree = { readonly [key: string]: string | Tree }
/** Every dotted path that ends in a text. */
export type Paths<T, P extends string = ''> = {
  [K in keyof T & string]: T[K] extends string ? `${P}${K}` : Paths<T[K], `${P}${K}.`>
}[keyof T & string]
export type At<T, K extends string> = K extends `${infer Head}.${infer Rest}`
  ? Head extends keyof T
    ? At<T[Head], Rest>
    : never
  : K extends keyof T
    ? T[K]
    : never
type Slots<S> = S extends `${string}{${infer Name}}${infer Rest}` ? Name | Slots<Rest> : never
export type Args<S> = [Slots<S>] extends [never] ? [] : [values: Record<Slots<S>, string | number>]
/** A translation has the keys of the source language, no more and no fewer. */
export type Same<T> = { readonly [K in keyof T]: T[K] extends string ? string : Same<T[K]> }

/** The texts of one part in both languages. `t('found', { count: 3 })`: a misspelt key, a missing value or a missing translation is a type error. */
export function createTexts<const Zh extends Tree>(zh: Zh, en: Same<Zh>) {
  const find = (tree: Tree | undefined, key: string) =>
    key
      .split('.')
      .reduce<string | Tree | undefined>(
        (node, part) => (node && typeof node !== 'string' ? node[part] : undefined),
        tree,
      )
  return function t<K extends Paths<Zh>>(key: K, ...args: Args<At<Zh, K>>): string {
    const text = find(language.value === 'en' ? en : zh, key)
    const values = args[0] as Record<string, string | number> | undefined
    return typeof text === 'string'
      ? text.replace(/\{(\w+)\}/g, (_, name: string) => String(values?.[name] ?? ''))
      : key
  }
}
