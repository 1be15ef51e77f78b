import { createTRPCClient, type TRPCLink } from '@trpc/client'
import { initTRPC } from '@trpc/server'
import { observable, type Observer } from '@trpc/server/observable'
import type { OperationResultEnvelope, TRPCClientError } from '@trpc/client'
import { describe, expect, it } from 'vitest'
import { oneAtATime } from './one-at-a-time'

const t = initTRPC.create()
const given = (input: unknown) => input as { title: string }
const router = t.router({
  create: t.procedure.input(given).mutation(() => 1),
  look: t.procedure.input(given).query(() => 1),
})
type Router = typeof router
type Waiting = Observer<OperationResultEnvelope<unknown, TRPCClientError<Router>>, TRPCClientError<Router>>

/** A server that answers when it is told to. */
function desk() {
  const sent: Waiting[] = []
  const server: TRPCLink<Router> = () => () =>
    observable((observer) => {
      sent.push(observer)
    })
  const client = createTRPCClient<Router>({ links: [oneAtATime<Router>(), server] })
  const answer = (at: number) => {
    sent[at]?.next({ result: { type: 'data', data: at } })
    sent[at]?.complete()
  }
  return { client, sent, answer }
}

describe('a command that is under way', () => {
  it('is not sent again, and both who asked get its answer', async () => {
    const { client, sent, answer } = desk()
    const both = Promise.all([client.create.mutate({ title: 'Fire' }), client.create.mutate({ title: 'Fire' })])
    expect(sent).toHaveLength(1)
    answer(0)
    expect(await both).toEqual([0, 0])
  })

  it('holds up no other, no read, and not itself once it is answered or failed', async () => {
    const { client, sent, answer } = desk()
    const first = client.create.mutate({ title: 'Fire' })
    const others = [
      client.create.mutate({ title: 'Flood' }),
      client.look.query({ title: 'Fire' }),
      client.look.query({ title: 'Fire' }),
    ]
    expect(sent).toHaveLength(4)
    for (const at of [0, 1, 2, 3]) answer(at)
    expect(await Promise.all([first, ...others])).toEqual([0, 1, 2, 3])

    const again = client.create.mutate({ title: 'Fire' })
    expect(sent).toHaveLength(5)
    sent[4]?.error(new Error('no line') as TRPCClientError<Router>)
    await expect(again).rejects.toThrow('no line')
    const retried = client.create.mutate({ title: 'Fire' })
    answer(5)
    expect(await retried).toBe(5)
  })
})
