import { ref, shallowRef } from 'vue'

export type Found = { readonly id: string; readonly name: string; readonly more?: string }
/** How one of many is found: by which words, from so many letters on (0 offers some at once); what is said before, and where there is none. */
export type Finding = {
  readonly find: (words: string) => Promise<readonly Found[] | undefined>
  readonly least: number
  readonly help: string
  readonly none: string
}

/** What is found by typing, from `least` letters on. Answers may come in another order than they were asked for: only the latest words count. Nothing (not even an empty list) while too little is typed. */
export function useFound<One>(find: (words: string) => Promise<readonly One[] | undefined>, least = 1) {
  const found = shallowRef<readonly One[]>()
  const searching = ref(false)
  let asked = 0
  async function search(words: string) {
    const mine = ++asked
    const text = words.trim()
    searching.value = text.length >= least
    const answer = searching.value ? await find(text) : undefined
    if (mine !== asked) return
    found.value = answer
    searching.value = false
  }
  return { found, searching, search }
}
