import { createServer, type Server } from 'node:net'
import { expect, test } from 'vitest'
import type { SurfaceCard } from '../../src/contract/provider.ts'
import { openPorts } from '../../src/sandbox/addresses.ts'
import { PortTakenError } from '../../src/sandbox/listen/index.ts'
import { CertificateFolder } from '../../src/toolbox/certificates/index.ts'
import { card } from '../support/toy/index.ts'
import { toyWorld } from '../support/worlds.ts'

const { http, https } = card.surfaces[0] as SurfaceCard

test.each([http, https])('when port +%i is taken, none of the others stays open', async (offset) => {
  const world = await toyWorld()
  const base = await freeBase()
  const other = await occupy(base + offset)

  const opening = openPorts(world, { tls: new CertificateFolder({ name: 'test' }), base })

  await expect(opening).rejects.toThrow(PortTakenError)
  await end(other)
  for (const free of [http, https]) await end(await occupy(base + free))
})

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
