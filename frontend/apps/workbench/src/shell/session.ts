import { ref, shallowRef } from 'vue'
import { type Viewer, changedMeanwhile, viewer } from '@kit/auth/session'

/** The session ended under somebody who was at work: they sign in on top of the page, and nothing typed is lost. */
export const signInOnTop = ref(false)

export function expired(): void {
  if (viewer.value) signInOnTop.value = true
}

/** What somebody may do was changed under them. The navigation follows at once; the page that stands open when it is left, so that nothing typed there goes. */
export const become = shallowRef<Viewer | null>(null)

export async function lookAgain(): Promise<void> {
  // no answer changes nothing: what is not theirs is refused anyway
  become.value = await changedMeanwhile().catch(() => null)
}

export function turnInto(): void {
  if (become.value) viewer.value = become.value
  become.value = null
}
