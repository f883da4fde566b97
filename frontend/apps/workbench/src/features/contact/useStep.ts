import type { AnyVariables, TypedDocumentNode } from '@urql/core'
import { useQuery } from '@urql/vue'
import { computed } from 'vue'
import type { Refusal } from '@kit/graphql/errors'
import { useCommand } from '@kit/graphql/useCommand'
import { done, refused } from '@/ui/toast'
import { NeedKindsTodayDocument } from './contact.gql'

/** A command as a step of a flow: says what was done, answers what was refused. `aloud` where no dialog is open to tell it. */
export function useStep<Result, Variables extends AnyVariables>(
  document: TypedDocumentNode<Result, Variables>,
  after?: () => void,
) {
  const command = useCommand(document)
  return async (variables: Variables, said: string, aloud = false): Promise<Refusal | undefined> => {
    const answer = await command.run(variables)
    if (answer) {
      done(said)
      after?.()
      return undefined
    }
    if (aloud) refused(command.refusal.value)
    return command.refusal.value
  }
}

type Kind = { readonly code: string; readonly name: string; readonly working_days: number }
/** The kinds of needs that the city's catalogue has today. */
export function useNeedKinds() {
  const { data } = useQuery({ query: NeedKindsTodayDocument, variables: {} })
  return computed(
    () => (data.value?.entries[0]?.body as { need_kinds?: readonly Kind[] } | undefined)?.need_kinds ?? [],
  )
}
