import { describe, expect, test } from 'vitest'
import { endpoint } from '../../src/contract/endpoint.ts'
import type { Card } from '../../src/contract/provider.ts'
import { World } from '../../src/sandbox/world/index.ts'
import { atom } from '../../src/toolbox/atom/index.ts'
import { card as toyCard } from '../support/toy/index.ts'
import { as, ask, story } from '../support/worlds.ts'

const cited = { by: 'client', basis: 'documented', source: 'TOY, section 2' } as const
const line = 'a reading of the toy\n'.repeat(500)

/** The toy, which also streams a feed as long as it is told. */
const card: Card = {
  ...toyCard,
  open: async () => {
    const { room } = await toyCard.open()
    const feed = endpoint('GET /feed/:lines', { name: 'feed.read', ...cited }, (c) => {
      return atom(c, lines(Number(c.req.param('lines'))))
    })
    return { room: { ...room, endpoints: [...room.endpoints, feed] } }
  },
}

function* lines(count: number): Iterable<string> {
  for (let at = 0; at < count; at++) yield line
  if (count === 666) throw new Error('the toy broke')
}

async function feedWorld() {
  const scenario = story({ toyGrid: { people: { ann: { shares: true } } } })
  const world = new World({ name: 'test', cards: [card], scenario })
  await world.rooms.open('toyGrid')
  const read = (path: string, init: RequestInit = {}) => ask(world, 'toyGrid', `/api${path}`, { ...as('ann'), ...init })
  const exchanges = () => world.journal.entries().filter((entry) => entry.kind === 'exchange')
  return { world, read, exchanges }
}

describe('a streamed answer', () => {
  test('is one exchange, written when its last byte leaves', async () => {
    const { world, read, exchanges } = await feedWorld()

    const response = await read('/feed/400')
    expect(exchanges()).toEqual([])
    expect(world.settled).toBe(false)
    const text = await response.text()

    expect(text).toBe(line.repeat(400))
    expect(world.settled).toBe(true)
    expect(exchanges()).toHaveLength(1)
    expect(exchanges()[0]).toMatchObject({
      endpoint: 'feed.read',
      response: {
        status: 200,
        body: { type: 'application/atom+xml', length: text.length, sha256: expect.any(String) },
      },
    })
    expect(exchanges()[0]?.response?.body?.text).toHaveLength(64_000)
  })

  test('that fits in one chunk is sent whole', async () => {
    const { read, exchanges } = await feedWorld()

    const text = await (await read('/feed/3')).text()

    expect(exchanges()[0]?.response?.body).toEqual({ type: 'application/atom+xml', length: text.length, text })
  })

  test('whose reader goes away is written as cut, and no longer under way', async () => {
    const { world, read, exchanges } = await feedWorld()
    const reader = (await read('/feed/100000')).body?.getReader()
    await reader?.read()

    await reader?.cancel()

    expect(world.settled).toBe(true)
    expect(exchanges()[0]?.response?.body?.ended).toBe('cut')
  })

  test('that breaks shows the defect in the journal', async () => {
    const { read, exchanges } = await feedWorld()

    await expect((await read('/feed/666')).text()).rejects.toThrow('the toy broke')

    expect(exchanges()[0]).toMatchObject({ defect: expect.stringMatching(/the toy broke/), response: { status: 200 } })
  })

  test('to a HEAD is nothing but its headers', async () => {
    const { world, read, exchanges } = await feedWorld()

    const response = await read('/feed/400', { method: 'HEAD' })

    expect(await response.text()).toBe('')
    expect(world.settled).toBe(true)
    expect(exchanges()[0]?.request.method).toBe('HEAD')
  })

  test.each(['truncate', 'garble', 'empty', 'html', 'duplicate'] as const)(
    'meets the fault %s and is over',
    async (kind) => {
      const { world, read, exchanges } = await feedWorld()
      world.faults.arm({ kind, provider: 'toyGrid', endpoint: 'feed.read' } as never)

      const response = await read('/feed/400')
      await response.text().catch(() => undefined)

      expect(world.settled).toBe(true)
      expect(exchanges()).toHaveLength(1)
    },
  )
})
