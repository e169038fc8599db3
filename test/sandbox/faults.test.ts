import { describe, expect, test } from 'vitest'
import { parse } from 'valibot'
import { faultSchema, type FaultSpec } from '../../src/contract/fault.ts'
import { as, ask, toyWorld } from '../support/worlds.ts'

const fault = (spec: Record<string, unknown>): FaultSpec => parse(faultSchema, { on: 'count.read', ...spec })
const read = (world: Awaited<ReturnType<typeof toyWorld>>) => ask(world, 'toyGrid', '/api/count', as('ann'))

describe('an armed fault', () => {
  test('strikes as often as it says, then is spent', async () => {
    const world = await toyWorld()
    world.faults.arm(fault({ kind: 'refusal', refusal: 'throttled', times: 2 }))

    const statuses = [await read(world), await read(world), await read(world)].map(({ status }) => status)

    expect(statuses).toEqual([429, 429, 200])
    expect(world.faults.list()).toEqual([])
  })

  test('lets the first calls through when told to', async () => {
    const world = await toyWorld()
    world.faults.arm(fault({ kind: 'empty', after: 1 }))

    const bodies = [await (await read(world)).text(), await (await read(world)).text()]

    expect(bodies).toEqual(['0', ''])
  })

  test('with a chance strikes the same calls whatever order they finish in', async () => {
    const strikes = async (together: boolean) => {
      const world = await toyWorld()
      world.faults.arm(fault({ kind: 'html', chance: 0.4, times: 'always' }))
      const calls = Array.from({ length: 30 }, () => () => read(world))
      const answers = together ? await Promise.all(calls.map((call) => call())) : []
      if (!together) for (const call of calls) answers.push(await call())
      return answers.map(({ status }) => status).sort()
    }

    const [apart, together] = [await strikes(false), await strikes(true)]

    expect(together).toEqual(apart)
    expect(new Set(apart)).toEqual(new Set([200, 502]))
  })

  test('means only the endpoint and the caller it names', async () => {
    const world = await toyWorld({ people: { ann: { shares: true }, bob: { shares: true } } })
    world.faults.arm(fault({ kind: 'html', caller: 'bob', times: 'always' }))

    const ann = await read(world)
    const bob = await ask(world, 'toyGrid', '/api/count', as('bob'))

    expect([ann.status, bob.status]).toEqual([200, 502])
  })

  test('that loses the request leaves the provider untouched, one that loses the answer does not', async () => {
    const world = await toyWorld()
    const write = () => ask(world, 'toyGrid', '/api/count', { method: 'PUT', body: '9', ...as('ann') })
    const count = async () => (await read(world)).text()

    world.faults.arm({ ...fault({ kind: 'reset' }), on: 'count.write' })
    await expect(write()).rejects.toThrow('fetch failed')
    expect(await count()).toBe('0')
    world.faults.arm({ ...fault({ kind: 'reset', loses: 'answer' }), on: 'count.write' })
    await expect(write()).rejects.toThrow('fetch failed')

    expect(await count()).toBe('9')
    const entries = world.journal.calls('count.write').list()
    expect(entries.map(({ fault, response, change }) => [fault, response, change.length])).toEqual([
      ['reset', null, 0],
      ['reset', null, 1],
    ])
  })

  test.each([
    ['truncate', { at: 0.5 }],
    ['garble', {}],
    ['duplicate', {}],
    ['drip', { delay: 'PT0.01S' }],
    ['delay', { delay: 'PT0.01S' }],
  ])('of kind %s spoils only what it says', async (kind, more) => {
    const world = await toyWorld()
    world.faults.arm(fault({ kind, ...more }))

    const struck = await read(world).then((answer) => answer.text().catch(() => 'broke off'))
    const after = await (await read(world)).text()

    expect(after).toBe('0')
    expect(struck === '0').toBe(kind === 'duplicate' || kind === 'drip' || kind === 'delay')
    expect(world.journal.calls().first()?.fault).toBe(kind)
  })

  test('is part of the world: a reset brings it back as it was', async () => {
    const world = await toyWorld()
    world.faults.arm(fault({ kind: 'html' }))
    await world.snapshots.markOpening()
    await read(world)

    world.snapshots.reset()

    expect((await read(world)).status).toBe(502)
  })
})

test('a gateway page is dated by the world, as the answer would have been', async () => {
  const world = await toyWorld()
  world.faults.arm(fault({ kind: 'html' }))

  const answer = await read(world)

  expect([answer.status, answer.headers.get('date')]).toEqual([502, 'Mon, 02 Mar 2026 14:00:00 GMT'])
})
