import { useClientHandle } from '@urql/vue'
import { type Ref, computed, onScopeDispose, ref, shallowRef, watch } from 'vue'
import { type Refusal, refusalOf } from '@kit/graphql/errors'
import { keep, recall } from '../shell/keep'
import { round } from '../shell/session'
import { FetchCodesDocument } from './card.gql'
import { stopsCodes } from './standing'
import { type Batch, isDue, jumped, lastsFor, offsetOf, wasUsed, windowAt, windowsOf } from './windows'

const KEPT = 'codes'
const SAID_FOR = 20_000

/** The code that changes: from the batch on this phone, by the server's clock, refilled and checked while there is a network. What is left of it is thrown away, and `stopped` hears it, once the server refuses the card itself. */
export function useCodes(cardId: Readonly<Ref<string | undefined>>, stopped: () => void) {
  const { client } = useClientHandle()
  const batch = shallowRef<Batch>()
  const device = ref(Date.now())
  /** Why the last asking brought nothing. */
  const refusal = shallowRef<Refusal>()
  const asking = ref(false)
  const usedAt = ref(0)
  let asked = 0
  let opened = Date.now()
  let whole = 0

  const now = computed(() => device.value + (batch.value?.offset ?? 0))
  const windows = computed(() => (batch.value?.cardId === cardId.value ? (batch.value?.windows ?? []) : []))
  const shown = computed(() => windowAt(windows.value, now.value))
  const lasts = computed(() => lastsFor(windows.value, now.value))

  async function ask() {
    if (asking.value || !cardId.value) return
    const card = cardId.value
    asked = Date.now()
    asking.value = true
    const { data, error } = await client.mutation(FetchCodesDocument, { cardId: card }).toPromise()
    asking.value = false
    refusal.value = error && refusalOf(error)
    if (card !== cardId.value) return
    if (refusal.value && stopsCodes(refusal.value.code)) {
      batch.value = { cardId: card, offset: batch.value?.offset ?? 0, windows: [] }
      void keep(KEPT, batch.value)
      stopped()
    }
    if (!data) return
    const heard = Date.now()
    const { serverTime, windows: told } = data.issueCardCodes
    const offset = offsetOf(serverTime, asked, heard)
    const next = windowsOf(told)
    if (wasUsed(windows.value, next, heard + offset)) usedAt.value = heard
    batch.value = { cardId: card, offset, windows: next }
    device.value = heard
    whole = lastsFor(next, heard + offset)
    void keep(KEPT, batch.value)
  }

  function tick() {
    const before = device.value
    device.value = Date.now()
    if (document.hidden || !cardId.value) return
    const was = jumped(before, device.value)
    if (was) opened = device.value
    const left = shown.value ? shown.value.until - now.value : 0
    const again = { now: device.value, asked, opened, left, lasts: lasts.value, batch: whole }
    if (was || (navigator.onLine && isDue(again))) void ask()
  }
  /** Looked at anew: the holder is about to show it. */
  function look() {
    if (document.hidden) return
    opened = Date.now()
    void ask()
  }

  void recall<Batch>(KEPT).then((kept) => (batch.value ??= kept))
  const timer = setInterval(tick, 1000)
  document.addEventListener('visibilitychange', look)
  onScopeDispose(() => {
    clearInterval(timer)
    document.removeEventListener('visibilitychange', look)
  })
  watch(round, look)
  watch(cardId, look, { immediate: true })

  return {
    shown,
    now,
    lasts,
    asking,
    refusal,
    ask: look,
    offline: computed(() => refusal.value?.code === 'OFFLINE'),
    used: computed(() => device.value - usedAt.value < SAID_FOR),
  }
}
