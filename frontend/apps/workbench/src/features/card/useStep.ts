import type { AnyVariables, TypedDocumentNode } from '@urql/core'
import type { Refusal } from '@kit/graphql/errors'
import { useCommand } from '@kit/graphql/useCommand'

/** A command as a step takes it: answers what was refused, or nothing; `then` follows only what was done. */
export function useStep<Result, Variables extends AnyVariables>(document: TypedDocumentNode<Result, Variables>) {
  const { run, refusal } = useCommand(document)
  return async (variables: Variables, then?: (result: Result) => void): Promise<Refusal | undefined> => {
    const result = await run(variables)
    if (result) then?.(result)
    return refusal.value
  }
}
