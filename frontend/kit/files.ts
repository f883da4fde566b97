import type { Problem } from './auth/session'
import type { Refusal } from './graphql/errors'
import { HEADERS } from './graphql/headers'

/** Files go and come over REST; what is refused there is told like everywhere else. */
function refusalOf(text: string, status: number): Refusal {
  try {
    const { code, title, field, ...facts } = JSON.parse(text) as Problem
    return { code, message: title, field, facts }
  } catch {
    return OTHER(status)
  }
}
const OFFLINE: Refusal = { code: 'OFFLINE', message: '网络不通，没有送达。请检查网络后重试。', facts: {} }
const OTHER = (status: number): Refusal => ({
  code: 'INTERNAL',
  message: `服务暂时无法使用（${status}），请稍后重试。`,
  facts: {},
})

export type Sent = { id: string } | { refusal: Refusal }

/** Sends a file with what is said of it. `progress` hears how much of it is on its way, 0 to 1. */
export function sendFile(
  path: string,
  fields: Readonly<Record<string, string | null>>,
  file: File,
  progress: (part: number) => void = () => undefined,
): Promise<Sent> {
  const body = new FormData()
  for (const [name, value] of Object.entries(fields)) if (value) body.append(name, value)
  body.append('file', file) // last: the server reads the other fields first
  const request = new XMLHttpRequest() // fetch tells nothing of an upload under way
  request.open('POST', path)
  for (const [name, value] of Object.entries(HEADERS)) request.setRequestHeader(name, value)
  return new Promise((answer) => {
    request.upload.addEventListener('progress', (e) => progress(e.lengthComputable ? e.loaded / e.total : 0))
    request.addEventListener('error', () => answer({ refusal: OFFLINE }))
    request.addEventListener('load', () => {
      if (request.status === 201) answer(JSON.parse(request.responseText) as { id: string })
      else answer({ refusal: refusalOf(request.responseText, request.status) })
    })
    request.send(body)
  })
}

/** Fetches a file and hands it to the browser to keep; answers what was refused, or nothing. */
export async function fetchFile(path: string): Promise<Refusal | undefined> {
  let answer: Response
  try {
    answer = await fetch(path, { headers: HEADERS })
  } catch {
    return OFFLINE
  }
  if (!answer.ok) return refusalOf(await answer.text(), answer.status)
  const name = /filename\*=UTF-8''([^;]+)/.exec(answer.headers.get('content-disposition') ?? '')?.[1]
  const url = URL.createObjectURL(await answer.blob())
  const link = Object.assign(document.createElement('a'), { href: url, download: decodeURIComponent(name ?? '') })
  link.click()
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
  return undefined
}
