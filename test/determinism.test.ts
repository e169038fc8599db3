import { expect, test } from 'vitest'
import { parse } from 'valibot'
import { faultSchema } from '../src/contract/fault.ts'
import { defaultPassword, defaultUsername } from '../mocks/portfolio-manager/seed/index.ts'
import { World } from '../src/sandbox/world/index.ts'
import { providers } from '../mocks/index.ts'
import { ask, story } from './support/worlds.ts'

const meters = Array.from({ length: 48 }, (_, at) => `meter-${at}`)
const login = { authorization: `Basic ${Buffer.from(`${defaultUsername}:${defaultPassword}`).toString('base64')}` }
const accept = '<sharingResponse><action>Accept</action></sharingResponse>'

/** Accepts 48 pending meters through a stormy line, some calls at once, and tells what came of it. */
async function storm(inFlight: number) {
  const given = {
    accounts: { olive: { connected: true } },
    properties: { tower: { owner: 'olive', meters: Object.fromEntries(meters.map((name) => [name, 'Electric'])) } },
  }
  const world = new World({ name: 'storm', cards: providers, scenario: story({ portfolioManager: given }) })
  const levels = Object.fromEntries(meters.map((name) => [name, 'Read']))
  await world.act('portfolioManager', 'customer', 'shareProperty', { as: 'olive', property: 'tower', meters: levels })
  world.faults.arm(
    parse(faultSchema, { on: 'meterShare.answer', kind: 'html', chance: 0.3, times: 'always', loses: 'answer' }),
  )
  const ids = world.read('portfolioManager', (state) => Object.keys((state as { meters: object }).meters))

  const waiting = [...ids]
  const worker = async () => {
    for (let id = waiting.shift(); id; id = waiting.shift()) {
      const headers = { ...login, 'content-type': 'application/xml' }
      await ask(world, 'portfolioManager', `/wstest/share/meter/${id}`, { method: 'POST', headers, body: accept })
    }
  }
  await Promise.all(Array.from({ length: inFlight }, worker))

  const reads = await Promise.all(
    ids.map(async (id) => (await ask(world, 'portfolioManager', `/wstest/meter/${id}`, { headers: login })).text()),
  )
  const faults = world.journal
    .calls('meterShare.answer')
    .where(({ fault }) => fault !== undefined)
    .count()
  return { reads, faults, state: JSON.stringify(world.store.read((root) => root)) }
}

test('with 16 requests in flight, reads, faults fired and the final state are those of one at a time', async () => {
  const [apart, together] = [await storm(1), await storm(16)]

  expect(apart.faults).toBeGreaterThan(5)
  expect(together).toEqual(apart)
})
