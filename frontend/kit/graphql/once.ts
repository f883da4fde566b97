import { ACCEPT, HEADERS } from './headers'

/** A key of one act: sent twice (a double click, an answer lost on the way), it is done once and answered twice. */
export function onceKey(): string {
  // randomUUID exists on https only, and a county's intranet may have none
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('')
}

/** The headers of a mutation that is to be done once. */
export const headersOnce = (key: string) => ({ ...HEADERS, ...ACCEPT, 'idempotency-key': key })

/** The context of a mutation that is to be done once. */
export const once = (key: string) => ({ fetchOptions: { headers: headersOnce(key) } })
