import { type Ref, type ShallowRef, ref, shallowRef } from 'vue'
import type { Refusal } from '@kit/graphql/errors'
import { refusalIn } from './useAct'

export type Reading<Result> = {
  readonly told: ShallowRef<Result | undefined>
  readonly reading: Readonly<Ref<boolean>>
  readonly refusal: Readonly<ShallowRef<Refusal | undefined>>
  readonly read: () => Promise<void>
}

/** What a page shows: read when asked, read again after a failure or a change. The answer to the last question counts. */
export function useReading<Result>(question: () => Promise<Result>): Reading<Result> {
  const told = shallowRef<Result>()
  const reading = ref(false)
  const refusal = shallowRef<Refusal>()
  let asked = 0

  async function read() {
    const mine = ++asked
    reading.value = true
    try {
      const answer = await question()
      if (mine !== asked) return
      told.value = answer
      refusal.value = undefined
    } catch (error) {
      const no = refusalIn(error)
      if (mine === asked) refusal.value = no
    } finally {
      if (mine === asked) reading.value = false
    }
  }
  return { told, reading, refusal, read }
}
