import type { AnyVariables, TypedDocumentNode } from '@urql/core'
import type { Refusal } from '@kit/graphql/errors'
import { useCommand } from '@kit/graphql/useCommand'
import { done, refused } from './toast'

/** A command as a step of a flow: says what was done, or does more with the answer; answers what was refused.
    `after` follows only what was done; `aloud` where no dialog is open to tell a refusal. */
export function useStep<Result, Variables extends AnyVariables>(
  document: TypedDocumentNode<Result, Variables>,
  after?: () => void,
) {
  const { run, refusal } = useCommand(document)
  return async (
    variables: Variables,
    said?: string | ((answer: Result) => string | void),
    aloud = false,
  ): Promise<Refusal | undefined> => {
    const answer = await run(variables)
    if (answer) {
      const words = typeof said === 'function' ? said(answer) : said
      if (words) done(words)
      after?.()
      return undefined
    }
    if (aloud) refused(refusal.value)
    return refusal.value
  }
}
