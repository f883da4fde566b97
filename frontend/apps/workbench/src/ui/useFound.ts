import { ref, shallowRef } from 'vue'

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
