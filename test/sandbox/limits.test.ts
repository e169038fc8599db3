import { expect, test } from 'vitest'
import type { Limit } from '../../src/contract/limit.ts'
import type { Room } from '../../src/contract/provider.ts'
import { ExchangeInProgress } from '../../src/sandbox/exchange.ts'
import { World } from '../../src/sandbox/world/index.ts'
import { card } from '../support/toy/index.ts'
import { room } from '../support/toy/room.ts'
import { as, ask, story } from '../support/worlds.ts'

const cited = { basis: 'inferred', source: 'TOY, section 5' } as const

async function worldWith(limit: Partial<Limit>, more: Partial<Room['access']> = {}, others: Partial<Room> = {}) {
  const calls: Limit = {
    window: 'PT1H',
    allowance: 2,
    mode: 'enforce',
    refusal: 'throttled',
    retryAfter: true,
    ...cited,
  }
  const groupOf = (name: string) => name.slice(0, 3)
  const access = { ...room.access, groupOf, limits: { calls: { ...calls, ...limit } }, ...more }
  const own = { ...card, open: async () => ({ room: { ...room, access, ...others } }) }
  const people = { ann: { shares: true }, anna: { shares: true }, bob: { shares: true } }
  const world = new World({ name: 'test', cards: [own], scenario: story({ toyGrid: { people } }) })
  const open = await world.rooms.open('toyGrid')
  const call = async (name: string) => {
    const { status, headers } = await ask(world, 'toyGrid', '/api/count', as(name))
    return status === 200 ? status : Number(headers.get('retry-after'))
  }
  const used = (callerName: string) => world.limits.usage(open, { callerName, callerGroup: groupOf(callerName) })
  return { world, call, used }
}

test('a window that slides lets a call through when the oldest one is gone', async () => {
  const { world, call } = await worldWith({ slides: true })

  const first = await call('ann')
  await world.advance('PT40M')
  const others = [await call('ann'), await call('ann')]
  await world.advance('PT20M')
  const later = [await call('ann'), await call('ann')]

  expect(first).toBe(200)
  expect(others).toEqual([200, 20 * 60])
  expect(later).toEqual([200, 40 * 60])
})

test('a window that begins with the first call ends as a whole', async () => {
  const { world, call } = await worldWith({})

  await call('ann')
  await world.advance('PT40M')
  const before = [await call('ann'), await call('ann')]
  await world.advance('PT20M')
  const after = [await call('ann'), await call('ann')]

  expect([before, after]).toEqual([
    [200, 20 * 60],
    [200, 200],
  ])
})

test('an allowance that is reset at a time of day is whole again then, in that zone', async () => {
  const { world, call } = await worldWith({ window: 'P1D', resets: { at: '17:00', zone: 'America/Los_Angeles' } })

  const before = [await call('ann'), await call('ann'), await call('ann')]
  await world.advance('2026-03-03T00:59:59Z')
  const justBefore = await call('ann')
  await world.advance('PT1S')
  const after = await call('ann')

  expect(before).toEqual([200, 200, 11 * 3600])
  expect([justBefore, after]).toEqual([1, 200])
})

test('a group shares an allowance where limits are counted for several together', async () => {
  const { call, used } = await worldWith({ per: 'group' })

  const answers = [await call('ann'), await call('anna'), await call('ann'), await call('bob')]

  expect(answers).toEqual([200, 200, 3600, 200])
  expect(used('bob')).toEqual([{ limit: 'calls', allowance: 2, window: 'PT1H', spent: 1 }])
  expect(used('anna')[0]?.spent).toBe(3)
})

test('headers of the provider’s own stand on answers and refusals alike', async () => {
  const headers: Room['headers'] = (c, { requestId }) => ({
    server: 'Toy-Gateway',
    'x-id': `${c.req.path} ${requestId}`,
  })
  const own = { ...card, open: async () => ({ room: { ...room, headers } as Room }) }
  const world = new World({ name: 'test', cards: [own], scenario: story() })

  const answers = [await ask(world, 'toyGrid', '/api/count', as('ann')), await ask(world, 'toyGrid', '/api/count')]

  expect(answers.map(({ headers }) => headers.get('server'))).toEqual(['Toy-Gateway', 'Toy-Gateway'])
  expect(answers[1]?.headers.get('x-id')).toMatch(/^\/count [0-9a-f]{32}$/)
})

test('the journal keeps no secret, wherever it stands', async () => {
  const redirect = (c: Parameters<Room['speak']>[1]) => {
    c.set('sent', 'code=secret')
    c.header('set-cookie', 'session=secret; Path=/')
    return c.body('code=secret', 200, { location: 'http://localhost/?code=secret' })
  }
  const endpoints = room.endpoints.map((one) => ({ ...one, handle: redirect }))
  const withoutSecrets = (text: string, where: string) => text.replace('code=secret', `code=${where}`)
  const own = { ...card, open: async () => ({ room: { ...room, endpoints, withoutSecrets } as Room }) }
  const world = new World({ name: 'test', cards: [own], scenario: story() })
  const open = await world.rooms.open('toyGrid')
  const peer = { remote: '127.0.0.1', tls: false, certificate: null, hostName: null }

  const answer = await open.mounted(
    new Request('http://localhost:4708/api/count?code=secret', {
      method: 'PUT',
      body: 'code=secret',
      headers: { authorization: 'Bearer token-ann', referer: 'http://localhost/?code=secret' },
    }),
    new ExchangeInProgress(world, open, peer),
  )

  expect(await answer.text()).toBe('code=secret')
  expect(answer.headers.get('location')).toBe('http://localhost/?code=secret')
  const kept = JSON.stringify(world.journal.entries())
  expect(kept).not.toContain('secret')
  for (const where of ['code=address', 'code=request', 'code=answer', 'session=sha256:']) expect(kept).toContain(where)
})

test('a limit counts only the calls it is meant for', async () => {
  const { call } = await worldWith({}, { counts: (limit, caller) => limit !== 'calls' || caller !== 'ann' })

  const ofAnn = [await call('ann'), await call('ann'), await call('ann')]
  const ofBob = [await call('bob'), await call('bob'), await call('bob')]

  expect(ofAnn).toEqual([200, 200, 200])
  expect(ofBob).toEqual([200, 200, 60 * 60])
})

test('a refusal learns when there is room again', async () => {
  const told: unknown[] = []
  const refusalNamed: Room['refusalNamed'] = (name, spent) => {
    told.push(spent)
    return room.refusalNamed(name)
  }
  const { world, call } = await worldWith({}, {}, { refusalNamed })

  for (let calls = 0; calls < 3; calls++) await call('ann')

  expect(world.clock.now()).toBe('2026-03-02T14:00:00.000Z')
  expect(told).toEqual([{ freeAgainAt: '2026-03-02T15:00:00.000Z' }])
})
