import { shallowRef } from 'vue'
import { HEADERS } from '../graphql/headers'
import type { Permission } from './permissions'

/** Who is signed in here (GET /api/v1/session). */
export type Viewer = {
  readonly id: string
  readonly login: string
  readonly name: string
  readonly kind: string
  readonly account_kind: string
  readonly post: {
    readonly id: string
    readonly name: string
    readonly unit_id: string
    readonly unit: string
  } | null
  readonly posts: readonly { readonly id: string; readonly name: string; readonly unit: string }[]
  readonly permissions: readonly Permission[]
  /** Held, but asked for again: who they are must be proved first (`prove` of the workbench). */
  readonly locked: readonly Permission[]
  readonly expires_at: string
  readonly must_enrol_totp: boolean
  readonly must_change_password: boolean
  readonly password_is_old: boolean
}

/** The problem document of a refused REST call (RFC 9457). */
export type Problem = {
  readonly code: string
  readonly title: string
  readonly status: number
  readonly field?: string
}

export class Refused extends Error {
  constructor(readonly problem: Problem) {
    super(problem.title)
  }
}

export const viewer = shallowRef<Viewer | null>(null)

const mayDo = (who: Viewer | null): Permission[] => [...(who?.permissions ?? []), ...(who?.locked ?? [])]

/** Whether the signed-in person may do this, at once or after a proof of who they are; the server asks again. */
export const can = (permission: Permission, who = viewer.value): boolean => mayDo(who).includes(permission)

async function call(method: string, path: string, body?: unknown): Promise<Response> {
  let answer: Response
  try {
    answer = await fetch(path, {
      method,
      headers: {
        ...HEADERS,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      body: body === undefined ? undefined : JSON.stringify(body),
    })
  } catch {
    throw new Refused({ code: 'OFFLINE', title: '网络不通，请检查网络后重试。', status: 0 })
  }
  if (answer.ok) return answer
  const problem = (await answer.json().catch(() => null)) as Problem | null
  throw new Refused(
    problem ?? {
      code: 'INTERNAL',
      title: `服务暂时无法使用（${answer.status}），请稍后重试。`,
      status: answer.status,
    },
  )
}

/** Opens a session and says who it is. Throws Refused. */
export async function signIn(login: string, password: string, totp: string): Promise<Viewer> {
  await call('POST', '/api/v1/session', { login, password, totp: totp || null })
  return whoAmI()
}

async function asked(): Promise<Viewer> {
  return (await (await call('GET', '/api/v1/session')).json()) as Viewer
}

/** The viewer of the session that this browser has. Throws Refused (401 where it has none). */
export async function whoAmI(): Promise<Viewer> {
  return (viewer.value = await asked())
}

/** Who they have become while a page stands open, if what they may do is not what it was; nothing if it is. */
export async function changedMeanwhile(): Promise<Viewer | null> {
  const now = await asked()
  return mayDo(now).sort().join() === mayDo(viewer.value).sort().join() ? null : now
}

export async function signOut(): Promise<void> {
  await call('DELETE', '/api/v1/session')
  viewer.value = null
}
