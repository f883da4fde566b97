import { beforeEach, describe, expect, it, vi } from 'vitest'

type Told = { data?: unknown; error?: unknown }
/** What was sent, and how each is answered when the test says so. */
const sent: { who: string; answer: (told: Told) => void }[] = []
const mutation = (_: unknown, variables: { who: string }) => ({
  toPromise: () => new Promise<Told>((answer) => sent.push({ who: variables.who, answer })),
})
vi.mock('@urql/vue', () => ({ useClientHandle: () => ({ client: { mutation } }) }))
const { useCommand } = await import('./useCommand')

const refusedAs = (code: string) => ({ graphQLErrors: [{ message: code, extensions: { code } }] })
const passing = () => new Promise((go) => setTimeout(go, 5))

describe('a command', () => {
  beforeEach(() => void sent.splice(0))

  it('is one act however often it is clicked', async () => {
    const { run, busy } = useCommand<string, { who: string }>({} as never)
    const first = run({ who: 'a' })
    expect(await run({ who: 'a' })).toBeUndefined()
    await passing()
    expect(sent.map(({ who }) => who)).toEqual(['a'])
    sent[0]!.answer({ data: 'done' })
    expect(await first).toBe('done')
    expect(busy.value).toBe(false)
  })

  it('about something else waits for its turn and is not lost', async () => {
    const { run, busy } = useCommand<string, { who: string }>({} as never)
    const [first, second] = [run({ who: 'a' }), run({ who: 'b' })]
    await passing()
    expect(sent.map(({ who }) => who)).toEqual(['a'])
    sent[0]!.answer({ data: 'a done' })
    expect(await first).toBe('a done')
    expect(busy.value).toBe(true)
    await passing()
    sent[1]!.answer({ data: 'b done' })
    expect(await second).toBe('b done')
    expect(busy.value).toBe(false)
  })

  it('leaves its refusal to be read before the next one begins', async () => {
    const { run, refusal } = useCommand<string, { who: string }>({} as never)
    const heard: (string | undefined)[] = []
    const asking = ['a', 'b'].map((who) => run({ who }).then(() => heard.push(refusal.value?.code)))
    await passing()
    sent[0]!.answer({ error: refusedAs('STALE') })
    await passing()
    sent[1]!.answer({ data: 'done' })
    await Promise.all(asking)
    expect(heard).toEqual(['STALE', undefined])
  })
})
