import { HEADERS } from '@kit/graphql/headers'

/** Sends the evidence of a correction; answers what was refused, in words, or nothing. */
export async function attachEvidence(changeId: string, file: File): Promise<string | undefined> {
  const body = new FormData()
  body.append('file', file)
  try {
    const answer = await fetch(`/api/v1/proposals/${changeId}/evidence`, { method: 'POST', headers: HEADERS, body })
    if (answer.ok) return undefined
    return ((await answer.json()) as { title?: string }).title ?? String(answer.status)
  } catch {
    return String(file.name)
  }
}
