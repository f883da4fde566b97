import { useClientHandle } from '@urql/vue'
import { type Ref, ref } from 'vue'
import { useCommand } from '@kit/graphql/useCommand'
import { PreferencesDocument, SetPreferenceDocument } from './settings.gql'

/** One setting of the account, kept on the server; `undefined` until it is read, `null` where nothing was chosen. */
export function useSetting<Value>(key: string): {
  value: Ref<Value | null | undefined>
  keep: (value: Value | null) => Promise<void>
} {
  const { client } = useClientHandle()
  const value = ref() as Ref<Value | null | undefined>
  const command = useCommand(SetPreferenceDocument)
  void client
    .query(PreferencesDocument, {}, { requestPolicy: 'network-only' })
    .toPromise()
    .then(({ data }) => {
      const found = data?.preferences.find((one) => one.key === key)
      value.value ??= (found?.value as Value | undefined) ?? null
    })
  async function keep(next: Value | null) {
    value.value = next
    await command.run({ key, value: next })
  }
  return { value, keep }
}
