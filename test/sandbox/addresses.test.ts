import { createServer, type Server } from 'node:net'
import { connect } from 'node:tls'
import { expect, test } from 'vitest'
import type { Card, SurfaceCard } from '../../src/contract/provider.ts'
import { openPorts } from '../../src/sandbox/addresses.ts'
import { ExchangeInProgress } from '../../src/sandbox/exchange.ts'
import { PortTakenError } from '../../src/sandbox/listen/index.ts'
import { RequestVisit } from '../../src/sandbox/visit.ts'
import { World } from '../../src/sandbox/world/index.ts'
import { CertificateFolder } from '../../src/toolbox/certificates/index.ts'
import { card } from '../support/toy/index.ts'
import { story, toyWorld } from '../support/worlds.ts'

const { http, https } = card.surfaces[0]

test.each([http, https])('when port +%i is taken, none of the others stays open', async (offset) => {
  const world = await toyWorld()
  const base = await freeBase()
  const other = await occupy(base + offset)

  const opening = openPorts(world, { tls: new CertificateFolder({ name: 'test' }), base })

  await expect(opening).rejects.toThrow(PortTakenError)
  await end(other)
  for (const free of [http, https]) await end(await occupy(base + free))
})

test('surfaces with the same ports share them, and a client finds one from the other', async () => {
  const [api] = card.surfaces as [SurfaceCard]
  const pages: SurfaceCard = { ...api, id: 'pages', hostNames: ['pages.example'] }
  const world = new World({ name: 'test', cards: [{ ...card, surfaces: [api, pages] }], scenario: story() })
  const folder = new CertificateFolder({ name: 'test' })

  const { addresses, close } = await openPorts(world, { tls: folder, base: 0 })

  const { https } = addresses['toyGrid']?.['api'] as { https: string }
  expect(addresses['toyGrid']?.['pages']).toEqual(addresses['toyGrid']?.['api'])
  const names = await namesOn(Number(new URL(https).port))
  expect(names).toMatch(/DNS:toy\.example, DNS:pages\.example, DNS:localhost/)
  await close()
  await folder.close()
})

test.each([
  ['http://127.0.0.1:4708', 'http://127.0.0.1:4708'],
  ['https://toy.example:4718', 'https://pages.example:4718'],
  ['https://second.example', 'https://second.example'],
  ['https://localhost:4718', 'https://localhost:4718'],
])('from %s the pages are reached at %s', async (used, reached) => {
  const [api] = card.surfaces as [SurfaceCard]
  const pages: SurfaceCard = { ...api, id: 'pages', hostNames: ['pages.example', 'second.example'] }
  const shared: Card = { ...card, surfaces: [api, pages] }
  const world = new World({ name: 'test', cards: [shared], scenario: story() })
  const open = await world.rooms.open('toyGrid')
  const peer = { remote: '127.0.0.1', tls: false, certificate: null, hostName: null }
  const c = { req: { url: `${used}/api/count` }, env: { exchange: new ExchangeInProgress(world, open, peer) } }

  expect(new RequestVisit(c as never).originOf('pages')).toBe(reached)
})

function namesOn(port: number): Promise<string | undefined> {
  return new Promise((done, fail) => {
    const socket = connect({ port, host: 'localhost', rejectUnauthorized: false }, () => {
      done(socket.getPeerX509Certificate()?.subjectAltName)
      socket.destroy()
    }).on('error', fail)
  })
}

async function freeBase(): Promise<number> {
  const probe = await occupy(0)
  const { port } = probe.address() as { port: number }
  await end(probe)
  return port - http
}

function occupy(port: number): Promise<Server> {
  return new Promise((done, fail) => {
    const server = createServer().on('error', fail)
    server.listen(port, '127.0.0.1', () => done(server))
  })
}

const end = (server: Server) => new Promise((done) => server.close(done))
