import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, test } from 'vitest'
import { as, ask, toyWorld } from '../support/worlds.ts'

const servers: Server[] = []
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections()
    server.close()
  }
})

describe('advancing', () => {
  test('plays what is due in order, each at its own time, and lands', async () => {
    const world = await toyWorld({ people: { ann: {}, bob: {} } })
    await world.act('toyGrid', 'customer', 'share', { as: 'bob' })
    await world.advance('PT10M')
    await world.act('toyGrid', 'customer', 'share', { as: 'ann' })

    const now = await world.advance('PT3H')

    const published = world.journal.step('utility.publish').list()
    expect(published.map(({ at, args }) => [at, args])).toEqual([
      ['2026-03-02T15:00:00.000Z', { of: 'bob' }],
      ['2026-03-02T15:10:00.000Z', { of: 'ann' }],
    ])
    expect(now).toBe('2026-03-02T17:10:00.000Z')
  })

  test('waits for deliveries, and a request meanwhile sees the time of what is being played', async () => {
    let dateSeen: string | null = null
    const portal = await listening(async () => {
      dateSeen = (await ask(world, 'toyGrid', '/api/count', as('ann'))).headers.get('date')
    })
    const world = await toyWorld({ people: { ann: {} }, portal })
    await world.act('toyGrid', 'customer', 'share', { as: 'ann' })

    await world.advance('P2D')

    expect(dateSeen).toBe('Mon, 02 Mar 2026 15:00:00 GMT')
    expect(world.outbox.list()[0]?.attempts).toMatchObject([{ outcome: 'delivered', status: 204 }])
    expect(
      world.journal
        .all()
        .where(({ kind }) => kind === 'notice')
        .count(),
    ).toBe(1)
  })

  test('keeps a notice for an address that is not on this machine', async () => {
    const world = await toyWorld({ people: { ann: {} }, portal: 'http://192.0.2.1/notify' })
    await world.act('toyGrid', 'customer', 'share', { as: 'ann' })

    await world.advance('P1D')

    expect(
      world.journal
        .all()
        .where((entry) => entry.kind === 'notice')
        .first(),
    ).toMatchObject({ outcome: 'kept', attempt: 0 })
  })

  test('over 13 months with 1,000 due events runs each of them', async () => {
    const world = await toyWorld()
    world.change('toyGrid', (_, house) => {
      for (let day = 0; day < 1000; day++) house.later(`PT${day * 9}H`, 'utility.publish', { of: 'ann' })
    })

    await world.advance('P13M')

    expect(world.journal.step('utility.publish').count()).toBe(1000)
    expect(world.clock.now()).toBe('2027-04-02T14:00:00.000Z')
  })

  test('turns an expiry that was never stored into a refusal', async () => {
    const world = await toyWorld()

    await world.advance('PT23H59M')
    const before = await ask(world, 'toyGrid', '/api/count', as('ann'))
    await world.advance('PT1M')
    const after = await ask(world, 'toyGrid', '/api/count', as('ann'))

    expect([before.status, after.status]).toEqual([200, 403])
  })

  test('never goes back', async () => {
    const world = await toyWorld()

    await expect(world.advance('2026-03-01T00:00:00Z')).rejects.toThrow('only reset and restore')
    await expect(world.advance('2 days')).rejects.toThrow('not an instant')
  })

  test('takes its turn when two ask at once', async () => {
    const world = await toyWorld()

    const landed = await Promise.all([world.advance('P1D'), world.advance('P1D')])

    expect(landed).toEqual(['2026-03-03T14:00:00.000Z', '2026-03-04T14:00:00.000Z'])
  })
})

describe('a clock that flows', () => {
  test('plays what is due when its time comes', async () => {
    const world = await toyWorld({ people: { ann: {} } }, { mode: { scaled: 360_000 } })
    const played = world.journal.waitFor((entry) => entry.kind === 'step' && entry.action === 'toyGrid.publish')

    await world.act('toyGrid', 'customer', 'share', { as: 'ann' })

    expect((await played).at >= '2026-03-02T15:00:00.000Z').toBe(true)
    await world.close()
  })
})

describe('turning time back', () => {
  test('by reset brings back the opening: state, time and ids', async () => {
    const world = await toyWorld({ people: { ann: {} } })
    await world.snapshots.markOpening()
    const opening = JSON.stringify(world.snapshots.take())
    await world.act('toyGrid', 'customer', 'share', { as: 'ann' })
    await world.advance('P1D')

    world.snapshots.reset()

    expect(JSON.stringify(world.snapshots.take())).toBe(opening)
    expect(world.journal.epoch).toBe(1)
  })

  test('by restore brings back a named moment, with what was due then', async () => {
    const world = await toyWorld({ people: { ann: {} } })
    await world.act('toyGrid', 'customer', 'share', { as: 'ann' })
    await world.snapshots.save('shared')
    await world.advance('P1D')

    await world.snapshots.restore('shared')
    await world.advance('PT1H')

    expect(world.journal.step('utility.publish').count()).toBe(2)
    await expect(world.snapshots.restore('sharde')).rejects.toThrow('Did you mean "shared"?')
  })
})

async function listening(onRequest: () => Promise<void>): Promise<string> {
  const server = createServer((_, answer) => void onRequest().then(() => answer.writeHead(204).end()))
  servers.push(server)
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/notify`
}
