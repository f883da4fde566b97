import { createHash, createHmac } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const DATA = process.env.E2E_DATA ?? '/tmp/bole-e2e'
const SECONDS = 30
/** How far ahead of its own clock the server takes a code (TOTP_DRIFT). */
const AHEAD = 1
const stepNow = () => Math.floor(Date.now() / 1000 / SECONDS)

/** The six digits of a secret in a step of time (RFC 6238). */
function digits(key: Buffer, step: number): string {
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(step))
  const told = createHmac('sha1', key).update(counter).digest()
  return String((told.readUInt32BE(told[19]! & 15) & 0x7fffffff) % 1_000_000).padStart(6, '0')
}

/** Takes a step for an account, once for all who run at the same time: a code counts once. */
function take(login: string, step: number): boolean {
  const taken = join(DATA, 'sessions', `${login}.steps`)
  mkdirSync(taken, { recursive: true })
  try {
    writeFileSync(join(taken, String(step)), '', { flag: 'wx' })
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  }
}

/** The next six digits of a demo account that were not used yet (`seed_of`, identity/demo.py); waits where all are. */
export async function codeOf(login: string): Promise<string> {
  const seed = createHash('sha256').update(`bole 演示动态码 ${login}`).digest().subarray(0, 20)
  for (;;) {
    const now = stepNow()
    for (let step = now; step <= now + AHEAD; step++) if (take(login, step)) return digits(seed, step)
    await new Promise((go) => setTimeout(go, 500))
  }
}

/** The six digits that an authenticator shows now for a secret that was written down for it (base32). */
export function codeFor(secret: string): string {
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
  const bits = [...secret].map((c) => letters.indexOf(c).toString(2).padStart(5, '0')).join('')
  return digits(Buffer.from(bits.match(/.{8}/g)!.map((byte) => Number.parseInt(byte, 2))), stepNow())
}
