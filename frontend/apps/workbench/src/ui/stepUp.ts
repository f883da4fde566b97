import { ref, shallowRef } from 'vue'
import type { AnyVariables } from '@urql/core'
import type { Command } from '@kit/graphql/useCommand'

/** Whether the dialog that asks again who one is stands open; whoever waits for its answer. */
export const proving = ref(false)
const waiting = shallowRef<((proved: boolean) => void)[]>([])

/** Asks the person to prove again to be who they are; true once they have. */
export function prove(): Promise<boolean> {
  proving.value = true
  return new Promise((answer) => (waiting.value = [...waiting.value, answer]))
}

export function proved(yes: boolean): void {
  proving.value = false
  const told = waiting.value
  waiting.value = []
  for (const answer of told) answer(yes)
}

/** Does the command; where the backend asks for a proof first, asks for it and does it then. */
export async function withProof<Result, Variables extends AnyVariables>(
  command: Command<Result, Variables>,
  variables: Variables,
): Promise<Result | undefined> {
  const done = await command.run(variables)
  if (command.refusal.value?.code !== 'STEP_UP_NEEDED') return done
  return (await prove()) ? command.run(variables) : undefined
}
