import { ref } from 'vue'
import { Refused, type Viewer, signOut, viewer, whoAmI } from '@kit/auth/session'
import { forget, keep, recall } from './keep'

/** Whether the sign-in form stands in front of the pages. The pages stay behind it, with what was typed. */
export const signedOut = ref(false)
/** Why signing in is asked for: a session that ended while pages were open. */
export const ended = ref(false)
/** Grows when everything shown is to be read anew: pulled down, signed in again, back on the network. */
export const round = ref(0)
/** Why nobody is known yet although nobody was refused: no network, no server. */
export const unreachable = ref('')

let holder: string | undefined

/** Finds out who uses this phone: the server says so, or, where it cannot be reached, what was kept of the last time. */
export async function open(): Promise<void> {
  const kept = await recall<Viewer>('viewer')
  holder = kept?.id
  unreachable.value = ''
  try {
    await welcome(await whoAmI())
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    const refused = error.problem.status >= 400 && error.problem.status < 500
    if (kept && !refused) viewer.value = kept
    else {
      if (!refused) unreachable.value = error.message
      signedOut.value = true
    }
  }
}

/** Nothing of one holder is shown to another who signs in on the same phone. */
export async function welcome(who: Viewer): Promise<void> {
  const another = holder !== undefined && holder !== who.id
  if (another) await forget()
  await keep('viewer', who)
  if (another && ended.value) location.reload()
  holder = who.id
  signedOut.value = ended.value = false
  round.value++
}

/** The server no longer knows the session. */
export function expired(): void {
  if (viewer.value) ended.value = true
  signedOut.value = true
}

/** Throws Refused where the server cannot be reached: a session that cannot be ended is not said to be. */
export async function leave(): Promise<void> {
  await signOut()
  await forget()
  location.assign(import.meta.env.BASE_URL)
}

addEventListener('online', () => round.value++)
