import { type Ref, type ShallowRef, ref, shallowRef } from 'vue'
import { viewer } from '@kit/auth/session'
import type { Refusal } from '@kit/graphql/errors'
import { type Light, RefusedByServer, ask } from '@kit/graphql/light'
import { keyFor } from './keyFor'

/** After these nobody knows whether the act was done, so it is asked again under its own key. */
const UNKNOWN = ['OFFLINE', 'INTERNAL', 'UNAVAILABLE', 'TOOK_TOO_LONG', 'TRY_AGAIN', 'NOT_SIGNED_IN']
export const unknownAfter = (refusal: Refusal): boolean => UNKNOWN.includes(refusal.code)

/** How long to wait before each further try, by itself: a lift, a thick wall. */
const AGAIN_AFTER = [600, 2000]

export type Act<Result, Variables> = {
  /** Does it, and answers; answers nothing where it was refused (see `refusal`) or is being done already. */
  readonly run: (variables: (key: string) => Variables) => Promise<Result | undefined>
  readonly busy: Readonly<Ref<boolean>>
  readonly refusal: ShallowRef<Refusal | undefined>
}

/** A command as a counter needs it: a double tap is one act, and so is trying again after the network was gone or the page was opened anew. */
export function useAct<Result, Variables>(document: Light<Result, Variables>): Act<Result, Variables> {
  const busy = ref(false)
  const refusal = shallowRef<Refusal>()
  const place = `bole.act.${document.hash.slice(0, 16)}`

  async function run(variables: (key: string) => Variables): Promise<Result | undefined> {
    if (busy.value) return undefined
    busy.value = true
    refusal.value = undefined
    const key = keyFor(sessionStorage, place, `${viewer.value?.id} ${JSON.stringify(variables(''))}`)
    try {
      const told = await insist(() => ask(document, variables(key), key))
      sessionStorage.removeItem(place)
      return told
    } catch (error) {
      refusal.value = refusalIn(error)
      if (!unknownAfter(refusal.value)) sessionStorage.removeItem(place)
      return undefined
    } finally {
      busy.value = false
    }
  }
  return { run, busy, refusal }
}

/** Tries again by itself where the network alone was in the way. */
async function insist<Result>(act: () => Promise<Result>): Promise<Result> {
  for (const pause of AGAIN_AFTER) {
    try {
      return await act()
    } catch (error) {
      if (refusalIn(error).code !== 'OFFLINE') throw error
      await new Promise((go) => setTimeout(go, pause))
    }
  }
  return act()
}

/** What the server refused; whoever is no longer signed in signs in again, and finds the page as it was. */
export function refusalIn(error: unknown): Refusal {
  if (!(error instanceof RefusedByServer)) throw error
  if (error.refusal.code === 'NOT_SIGNED_IN') viewer.value = null
  return error.refusal
}
