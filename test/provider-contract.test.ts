import { parse, safeParse } from 'valibot'
import { describe, expect, test } from 'vitest'
import { faultSchema } from '../src/contract/fault.ts'
import { bases } from '../src/contract/evidence.ts'
import { camelCase } from '../src/contract/provider.ts'
import { asStableLines } from '../src/ground/journal/index.ts'
import { surfaceNamed } from '../src/sandbox/surfaces.ts'
import { World } from '../src/sandbox/world/index.ts'
import { rehearsals, type Rehearsal } from './support/rehearsals.ts'
import { ask, story } from './support/worlds.ts'

async function rehearse({ card, given }: Rehearsal) {
  const provider = camelCase(card.id)
  const world = new World({ name: 'contract', cards: [card], scenario: story({ [provider]: given }) })
  const { room } = await world.rooms.open(provider)
  const call = (path: string, init: Parameters<typeof ask>[3] = {}) => ask(world, provider, path, init)
  return { world, provider, room, call }
}

describe.each(rehearsals.map((rehearsal) => [rehearsal.card.title, rehearsal] as const))('%s', (_, rehearsal) => {
  const { card, login, reads, malformed, act, throttle, stranger = 'unauthorized' } = rehearsal
  const { pathname: readPath } = new URL(reads.path, 'http://localhost')

  test('answers a caller it knows', async () => {
    const { call, world } = await rehearse(rehearsal)

    const answer = await call(readPath, { headers: login })

    expect(answer.status).toBe(200)
    expect(world.journal.calls(reads.endpoint).succeeded().count()).toBe(1)
  })

  test('refuses a caller it does not know, in its own voice', async () => {
    const { call, world } = await rehearse(rehearsal)

    const answer = await call(readPath)

    expect(answer.status).toBe(401)
    expect(world.journal.calls().refused(stranger).count()).toBe(1)
  })

  test('refuses an unknown path and an unknown method, without a defect', async () => {
    const { call, world } = await rehearse(rehearsal)

    const unknown = await call('/api/no/such/path', { headers: login })
    const wrong = await call(readPath, { method: 'PATCH', headers: login })

    expect([unknown.status, wrong.status]).toEqual([404, 405])
    expect(
      world.journal
        .calls()
        .where(({ defect }) => defect !== undefined)
        .none(),
    ).toBe(true)
  })

  test('answers HEAD like GET, without the body', async () => {
    const { call } = await rehearse(rehearsal)

    const answer = await call(readPath, { method: 'HEAD', headers: login })

    expect([answer.status, await answer.text()]).toEqual([200, ''])
  })

  test('refuses a malformed body and changes nothing', async () => {
    const { call, world } = await rehearse(rehearsal)
    const before = JSON.stringify(world.snapshots.take())

    const { path, method, body, headers } = malformed
    const answer = await call(path, { method, body, headers: { ...login, ...headers } })

    expect(answer.status).toBe(400)
    expect(JSON.stringify(world.snapshots.take())).toBe(before)
  })

  test.each(['<', '{', '\u0000', '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>', 'a'.repeat(10_000)])(
    'meets the body %j at every endpoint without a defect',
    async (body) => {
      const { call, world, room } = await rehearse(rehearsal)
      const headers = { ...login, ...malformed.headers }

      for (const { method, path, surface } of room.endpoints.filter(({ method }) => method !== 'GET')) {
        const { bases } = surfaceNamed(card.surfaces, surface ?? card.surfaces[0].id)
        await call((bases[0] ?? '') + path.replace(/:\w+/g, '1'), { method, body, headers, surface })
      }

      expect(
        world.journal
          .calls()
          .where(({ defect }) => defect !== undefined)
          .list()
          .map(({ defect }) => defect),
      ).toEqual([])
    },
  )

  test('goes back to its opening', async () => {
    const { world, provider } = await rehearse(rehearsal)
    await world.snapshots.markOpening()
    const before = JSON.stringify(world.snapshots.take())

    await world.act(provider, 'customer', act.action, act.args)
    expect(JSON.stringify(world.snapshots.take())).not.toBe(before)
    world.snapshots.reset()

    expect(JSON.stringify(world.snapshots.take())).toBe(before)
  })

  test('speaks every refusal that a fault can name', async () => {
    const { world, provider, room, call } = await rehearse(rehearsal)
    const nameable = Object.keys(room.refusals).filter((name) => room.refusalNamed(name) !== undefined)

    for (const refusal of nameable) {
      world.faults.arm(parse(faultSchema, { on: reads.endpoint, kind: 'refusal', refusal, provider }))
      const answer = await call(readPath, { headers: login })
      expect([refusal, answer.status]).toEqual([refusal, room.refusals[refusal]?.status])
    }

    expect(nameable.length).toBeGreaterThan(2)
  })

  test('throttles a caller when its limit is enforced', async () => {
    const { world, provider, call } = await rehearse(rehearsal)
    await world.setLimit(provider, throttle, { mode: 'enforce', allowance: 1, retryAfter: true })

    const statuses = [await call(readPath, { headers: login }), await call(readPath, { headers: login })]

    expect(statuses.map(({ status }) => status)).toEqual([200, 429])
    expect(statuses[1]?.headers.get('retry-after')).toMatch(/^\d+$/)
  })

  test('gives the same bytes twice for one seed', async () => {
    const lines = async () => {
      const { world, provider, call } = await rehearse(rehearsal)
      await call(readPath, { headers: login })
      await world.act(provider, 'customer', act.action, act.args)
      await world.advance('P1D')
      await call(readPath, { headers: login })
      return asStableLines(world.journal.entries()) + JSON.stringify(world.snapshots.take())
    }

    const [first, second] = [await lines(), await lines()]

    expect(second).toBe(first)
  })

  test('keeps no secret of the client in its state or journal', async () => {
    const { world, provider, room, call } = await rehearse(rehearsal)
    await call(readPath, { headers: login })

    const kept = JSON.stringify([world.snapshots.take(), world.journal.entries()])

    const secrets = room.credentials(parse(room.given, rehearsal.given), { api: { http: '', https: '' } }, {})
    for (const { variable, value } of secrets.filter(({ variable }) => /PASSWORD|TOKEN|SECRET/.test(variable))) {
      expect([variable, kept.includes(value)]).toEqual([variable, false])
    }
    expect(provider).toBe(camelCase(card.id))
  })

  test('cites a source the card knows for everything it does', async () => {
    const { room } = await rehearse(rehearsal)
    const cited = [
      ...room.endpoints.map((endpoint) => [endpoint.name, endpoint] as const),
      ...Object.entries(room.refusals),
      ...Object.entries(room.dialect.switches),
      ...Object.entries(room.customer),
      ...Object.entries(room.utility),
      ...Object.entries(room.access.limits),
      ...Object.values(room.certificatePolicies ?? {}).flatMap(({ rules }) => Object.entries(rules)),
    ]

    const known = Object.keys(card.sources)
    const uncited = cited.filter(([, { source, basis }]) => {
      return !bases.includes(basis) || !known.some((id) => new RegExp(`^${id}\\b`).test(source))
    })

    expect(uncited.map(([name, { source }]) => `${name}: ${source}`)).toEqual([])
  })

  test('has each endpoint on a surface that has endpoints of its own, or on all that have none', async () => {
    const { room } = await rehearse(rehearsal)

    const apart = card.surfaces.filter(({ hasOwnEndpoints }) => hasOwnEndpoints).map(({ id }) => id)
    const named = room.endpoints.flatMap(({ surface }) => (surface === undefined ? [] : [surface]))

    expect(named.filter((surface) => !apart.includes(surface))).toEqual([])
  })

  test('names each endpoint once, as noun and verb', async () => {
    const { room } = await rehearse(rehearsal)
    const names = room.endpoints.map(({ name }) => name)

    expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([])
    expect(names.filter((name) => !/^[a-z][A-Za-z0-9]*\.[a-z][A-Za-z]*$/.test(name))).toEqual([])
  })

  test('refuses a misspelt word in what a scenario gives', async () => {
    const { room } = await rehearse(rehearsal)

    const { success } = safeParse(room.given, { ...rehearsal.given, mispelt: 1 })

    expect(success).toBe(false)
  })
})
