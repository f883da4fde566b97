import { ref } from 'vue'
import { viewer } from '@kit/auth/session'

/** The session ended under somebody who was at work: they sign in on top of the page, and nothing typed is lost. */
export const signInOnTop = ref(false)

export function expired(): void {
  if (viewer.value) signInOnTop.value = true
}
