import { createServer, type IncomingMessage, type Server } from 'node:http'
import { createServer as createSecureServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import type { TLSSocket } from 'node:tls'
import { parse } from 'valibot'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { faultSchema } from '../../../src/contract/fault.ts'
import type { Endpoint, Visit } from '../../../src/contract/endpoint.ts'
import type { Room } from '../../../src/contract/provider.ts'
import type { Entry, NoticeSent } from '../../../src/ground/journal/index.ts'
import { World, type WorldOptions } from '../../../src/sandbox/world/index.ts'
import {
  CertificateFolder,
  ClientCertificates,
  mintServerCertificate,
  type Credentials,
} from '../../../src/toolbox/certificates/index.ts'
import { card } from '../../support/toy/index.ts'
import type { Settings, State } from '../../support/toy/model.ts'
import { room } from '../../support/toy/room.ts'
import { as, ask, story } from '../../support/worlds.ts'

const folder = new CertificateFolder({ name: 'Outbox test' })
const clients = new ClientCertificates(folder)
let server: Credentials
beforeAll(async () => {
  server = await mintServerCertificate(await folder.authority())
})
afterAll(() => folder.close())

const servers: Server[] = []
afterEach(() => {
  for (const one of servers.splice(0)) {
    one.closeAllConnections()
    one.close()
  }
})

/** A toy that announces in its own words, and starts counting when it is asked to. */
const announcing: Partial<Room> = {
  spellNotice: ({ kind, content }, { now, address }) => ({
    method: 'POST',
    headers: [
      ['Content-Type', 'application/xml'],
      ['Content-Length', String(Buffer.byteLength(`<${kind}/>`))],
      ['X-About', `${JSON.stringify(content)} ${now} ${address('api')}`],
    ],
    body: `<${kind}/>`,
  }),
}

async function worldWith(portal: string | undefined, parts: Partial<Room> = {}, more: Partial<WorldOptions> = {}) {
  const own = { ...card, open: async () => ({ room: { ...room, ...parts } }) }
  const given = { toyGrid: { people: { ann: { shares: true } }, ...(portal && { portal }) } }
  const world = new World({ name: 'test', cards: [own], scenario: story(given), clients, ...more })
  await world.rooms.open('toyGrid')
  return world
}

const publish = (world: World) => world.act('toyGrid', 'utility', 'publish', { of: 'ann' })
const notices = (world: World) =>
  world.journal
    .all()
    .where(({ kind }) => kind === 'notice')
    .list() as unknown as Entry<NoticeSent>[]

describe('a notice on its way', () => {
  test('is spelled by the room, to the byte', async () => {
    const seen: { headers: string[]; body: string }[] = []
    const portal = await listening(async (asked) => {
      seen.push({ headers: asked.rawHeaders, body: await text(asked) })
    })
    const world = await worldWith(portal, announcing)

    await publish(world)
    await world.outbox.settled

    expect(seen[0]?.body).toBe('<counted/>')
    expect(seen[0]?.headers.slice(2, 8)).toEqual([
      ...['Content-Type', 'application/xml', 'Content-Length', '10'],
      ...['X-About', '{"of":"ann","count":5} 2026-03-02T14:00:00.000Z https://localhost:4718'],
    ])
    expect(seen[0]?.headers.filter((_, at) => at % 2 === 0)).toEqual([
      ...['Host', 'Content-Type', 'Content-Length', 'X-About', 'Connection'],
    ])
    expect(notices(world)[0]).toMatchObject({
      notice: 'counted',
      attempt: 1,
      outcome: 'delivered',
      sent: { method: 'POST', body: { type: 'application/xml', text: '<counted/>' } },
    })
  })

  test('shows the provider’s certificate over https, and takes whatever certificate it is shown', async () => {
    const shown: (string | undefined)[] = []
    const portal = await secure((asked) => {
      const line = asked.socket as TLSSocket
      shown.push(line.getPeerX509Certificate()?.subject)
    })
    const world = await worldWith(portal)

    await publish(world)
    await world.outbox.settled

    expect(shown).toEqual(['O=Toy Grid\nCN=toy.example'])
    expect(world.outbox.list()[0]?.attempts).toMatchObject([{ outcome: 'delivered', status: 204 }])
  })

  test('is written down with what became of it', async () => {
    const portal = await listening(() => undefined, 500)
    const world = await worldWith(portal)

    await publish(world)
    await world.outbox.settled
    for (const one of servers.splice(0)) await new Promise((done) => one.close(done))
    await publish(world)
    await world.outbox.settled

    expect(world.outbox.list().map(({ attempts }) => attempts)).toMatchObject([
      [{ outcome: 'refused', status: 500, at: '2026-03-02T14:00:00.000Z' }],
      [{ outcome: 'failed', says: expect.stringContaining('ECONNREFUSED') }],
    ])
  })

  test.each([
    ['http://192.0.2.1/notify', 'Not delivered to 192.0.2.1: only this machine is called'],
    ['http://localhost.example.com/', 'Not delivered to localhost.example.com'],
    ['nowhere', 'Not delivered to nowhere'],
  ])('to %s stays here', async (portal, says) => {
    const world = await worldWith(portal)

    await publish(world)
    await world.outbox.settled

    expect(notices(world)[0]).toMatchObject({ outcome: 'kept', says: expect.stringContaining(says) })
    expect(world.outbox.list()[0]?.attempts).toEqual([])
  })

  test('goes to another host when the operator allows it by name', async () => {
    const world = await worldWith('http://192.0.2.1:9/', {}, { deliverTo: ['192.0.2.1:9'] })
    world.faults.arm(fault({ kind: 'lost' }))

    await publish(world)
    await world.outbox.settled

    expect(notices(world)[0]).toMatchObject({ outcome: 'lost' })
  })
})

describe('a fault of notices', () => {
  test('late: it waits in the agenda for its time', async () => {
    const seen: string[] = []
    const portal = await listening(() => void seen.push(world.clock.now()))
    const world = await worldWith(portal)
    world.faults.arm(fault({ kind: 'late', by: 'P2D' }))

    await publish(world)
    await world.advance('P1D')
    expect(seen).toEqual([])
    await world.advance('P3D')

    expect(seen).toEqual(['2026-03-04T14:00:00.000Z'])
    expect(notices(world).map(({ outcome, says }) => [outcome, says])).toEqual([
      ['postponed', 'It goes out at 2026-03-04T14:00:00.000Z.'],
      ['delivered', undefined],
    ])
  })

  test('lost: it never goes out, and the next one does', async () => {
    const seen: string[] = []
    const portal = await listening((asked) => void seen.push(asked.url ?? ''))
    const world = await worldWith(portal)
    world.faults.arm(fault({ kind: 'lost' }))

    await publish(world)
    await publish(world)
    await world.outbox.settled

    expect(seen).toHaveLength(1)
    expect(notices(world).map(({ outcome, fault: by }) => [outcome, by])).toEqual([
      ['lost', 'lost'],
      ['delivered', undefined],
    ])
  })

  test('twice: the same comes again', async () => {
    const seen: string[] = []
    const portal = await listening(async (asked) => void seen.push(await text(asked)))
    const world = await worldWith(portal)
    world.faults.arm(fault({ kind: 'twice' }))

    await publish(world)
    await world.outbox.settled

    expect(seen).toEqual(['{"of":"ann","count":5}', '{"of":"ann","count":5}'])
  })

  test.each([
    ['a share of it', {}, '{"of":"ann"'],
    ['bytes', { at: 5 }, '{"of"'],
    ['more than there is', { at: 5000 }, '{"of":"ann","count":5'],
    ['nothing at all', { at: 0 }, ''],
  ])('truncated: only the beginning comes, %s', async (_, at, body) => {
    const seen: [length: string | undefined, body: string][] = []
    const portal = await listening(async (asked) => {
      seen.push([asked.headers['content-length'], await text(asked)])
    })
    const world = await worldWith(portal)
    world.faults.arm(fault({ kind: 'truncated', ...at }))

    await publish(world)
    await world.outbox.settled

    expect(seen).toEqual([[String(body.length), body]])
    expect(world.outbox.list()[0]?.attempts).toMatchObject([
      { outcome: 'delivered', says: `Delivered ${body.length} of 22 bytes.`, fault: 'truncated' },
    ])
  })

  test('truncated: a length that the room spelled is put right', async () => {
    const seen: (string | undefined)[] = []
    const portal = await listening((asked) => void seen.push(asked.headers['content-length']))
    const world = await worldWith(portal, announcing)
    world.faults.arm(fault({ kind: 'truncated', at: 3 }))

    await publish(world)
    await world.outbox.settled

    expect(seen).toEqual(['3'])
  })

  test('misaddressed: it goes beside the right address', async () => {
    const seen: (string | undefined)[] = []
    const portal = await listening((asked) => void seen.push(asked.url))
    const world = await worldWith(`${portal}/hooks/notify`)
    world.faults.arm(fault({ kind: 'misaddressed' }))

    await publish(world)
    await world.outbox.settled

    expect(seen).toEqual(['/hooks/notify-old'])
    expect(world.outbox.list()[0]?.attempts).toMatchObject([
      { to: `${portal}/hooks/notify-old`, fault: 'misaddressed' },
    ])
  })

  test('distrust: TLS is broken off before anything is asked', async () => {
    const seen: unknown[] = []
    const portal = await secure((asked) => void seen.push(asked.url))
    const alert = new Promise<Error>((done) => servers[0]?.once('tlsClientError', done))
    const world = await worldWith(portal)
    world.faults.arm(fault({ kind: 'distrust' }))

    await publish(world)
    await world.outbox.settled

    expect((await alert).message).toMatch(/alert|ECONNRESET|hang up|disconnected/i)
    expect(seen).toEqual([])
    expect(world.outbox.list()[0]?.attempts).toMatchObject([{ outcome: 'failed', fault: 'distrust' }])
  })

  test('strikes no call, and a fault of calls no notice', async () => {
    const portal = await listening(() => undefined)
    const world = await worldWith(portal)
    world.faults.arm(parse(faultSchema, { on: '*', kind: 'html' }))
    world.faults.arm(parse(faultSchema, { on: '*', kind: 'lost' }))

    await publish(world)
    await world.outbox.settled
    const answer = await ask(world, 'toyGrid', '/api/count', as('ann'))

    expect([notices(world)[0]?.outcome, answer.status]).toEqual(['lost', 502])
  })
})

describe('a call that a fault makes early', () => {
  test('is answered after what it set in motion, notice included', async () => {
    const seen: string[] = []
    const portal = await listening(async () => {
      const answer = await ask(world, 'toyGrid', '/api/count', as('ann'))
      seen.push(`notice at ${world.clock.now()}, count ${await answer.text()}`)
    })
    const world = await worldWith(portal, { endpoints: room.endpoints.map(slowly) })
    world.faults.arm(parse(faultSchema, { on: 'count.write', kind: 'early' }))

    const answer = await ask(world, 'toyGrid', '/api/count', { method: 'PUT', body: '9', ...as('ann') })
    seen.push(`answer ${answer.status}`)
    await world.advance('P1D')

    expect(seen).toEqual(['notice at 2026-03-02T14:00:00.000Z, count 14', 'answer 200'])
  })
})

/** An endpoint that announces in an hour what it was told. */
function slowly(endpoint: Endpoint): Endpoint {
  if (endpoint.name !== 'count.write') return endpoint
  return {
    ...endpoint,
    handle: (c, visit: Visit<State, string, Settings>) => {
      visit.store.change((_, house) => house.later('PT1H', 'utility.publish', { of: 'ann' }))
      return endpoint.handle(c, visit)
    },
  }
}

function fault(spec: Record<string, unknown>) {
  return parse(faultSchema, { on: 'counted', ...spec })
}

function listening(heard: (asked: IncomingMessage) => unknown, status = 204): Promise<string> {
  return open(createServer(answering(heard, status)), 'http')
}

function secure(heard: (asked: IncomingMessage) => unknown): Promise<string> {
  const tls = { cert: server.certificatePem, key: server.keyPem, requestCert: true, rejectUnauthorized: false }
  return open(createSecureServer(tls, answering(heard, 204)), 'https')
}

const answering =
  (heard: (asked: IncomingMessage) => unknown, status: number): Parameters<typeof createServer>[1] =>
  (asked, answer) =>
    void Promise.resolve(heard(asked)).then(() => answer.writeHead(status).end())

async function open(one: Server, scheme: string): Promise<string> {
  servers.push(one)
  await new Promise<void>((done) => one.listen(0, '127.0.0.1', done))
  return `${scheme}://127.0.0.1:${(one.address() as AddressInfo).port}`
}
