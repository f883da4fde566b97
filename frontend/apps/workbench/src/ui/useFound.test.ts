import { describe, expect, it } from 'vitest'
import { useFound } from './useFound'

/** What is asked, answered when the test says so. */
function asked() {
  const answers = new Map<string, (found: string[]) => void>()
  const { found, searching, search } = useFound((words) => new Promise<string[]>((told) => answers.set(words, told)), 2)
  return { answers, found, searching, search }
}

describe('what is found by typing', () => {
  it('is what the latest words found, in whatever order the answers come', async () => {
    const { answers, found, searching, search } = asked()
    const first = search('林')
    const second = search('林晓')
    const third = search('林晓岚')
    answers.get('林晓岚')!(['林晓岚'])
    await third
    answers.get('林晓')!(['林晓岚', '林晓峰'])
    await Promise.all([first, second])
    expect(found.value).toEqual(['林晓岚'])
    expect(searching.value).toBe(false)
  })
  it('is nothing, and not asked for, while too little is typed', async () => {
    const { answers, found, searching, search } = asked()
    const whole = search('林晓岚')
    await search(' 林 ')
    answers.get('林晓岚')!(['林晓岚'])
    await whole
    expect(found.value).toBeUndefined()
    expect([searching.value, ...answers.keys()]).toEqual([false, '林晓岚'])
  })
})
