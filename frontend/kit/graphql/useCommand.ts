import type { AnyVariables, TypedDocumentNode } from '@urql/core'
import { useClientHandle } from '@urql/vue'
import { type Ref, type ShallowRef, ref, shallowRef } from 'vue'
import { type Refusal, refusalOf } from './errors'
import { once, onceKey } from './once'

export type Command<Result, Variables> = {
  /** Does it, and answers; answers nothing where it was refused (see `refusal`) or the same is being done already.
      Another act waits for its turn. */
  readonly run: (variables: Variables) => Promise<Result | undefined>
  readonly busy: Readonly<Ref<boolean>>
  readonly refusal: Readonly<ShallowRef<Refusal | undefined>>
}

/** A command of the backend as a button needs it: a double click is one act, and so is trying again after an answer was lost on the way. */
export function useCommand<Result, Variables extends AnyVariables>(
  document: TypedDocumentNode<Result, Variables>,
): Command<Result, Variables> & {
  /** The refusal has been heard, and what it was about begun anew. */
  readonly forget: () => void
} {
  const { client } = useClientHandle()
  const busy = ref(false)
  const refusal = shallowRef<Refusal>()
  // kept while it is unknown whether the act was done: the same words under the same key are the same act
  let unknown: { said: string; key: string } | undefined
  const begun = new Set<string>()
  let turn = Promise.resolve()

  async function run(variables: Variables): Promise<Result | undefined> {
    const said = JSON.stringify(variables)
    if (begun.has(said)) return undefined
    begun.add(said)
    busy.value = true
    const before = turn
    let leave!: () => void
    turn = new Promise((go) => (leave = go))
    await before
    const key = unknown?.said === said ? unknown.key : onceKey()
    unknown = { said, key }
    refusal.value = undefined
    const { data, error } = await client.mutation(document, variables, once(key)).toPromise()
    begun.delete(said)
    busy.value = begun.size > 0
    setTimeout(leave) // not before whoever asked has read `refusal`
    if (error) refusal.value = refusalOf(error)
    if (refusal.value?.code !== 'OFFLINE') unknown = undefined
    return error ? undefined : data
  }
  return { run, busy, refusal, forget: () => (refusal.value = undefined) }
}
