import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, test } from 'vitest'
import { visit } from '../../src/sandbox/browser.ts'
import { Sandbox } from '../../src/sandbox/sandbox.ts'
import { people } from '../support/control.ts'
import { card as toy } from '../support/toy/index.ts'
import { story } from '../support/worlds.ts'

const servers: Server[] = []
afterEach(() => Promise.all(servers.splice(0).map((server) => new Promise((closed) => server.close(closed)))))

/** A place on this machine that answers by path. */
async function place(answer: (request: IncomingMessage, response: ServerResponse) => void): Promise<string> {
  const server = createServer(answer)
  servers.push(server)
  await new Promise<void>((open) => server.listen(0, '127.0.0.1', open))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

const to = (response: ServerResponse, location: string, more = {}) =>
  response.writeHead(302, { location, ...more }).end()

describe('a customer’s browser', () => {
  test('follows redirects from the provider to the client, and shows each place its own cookies only', async () => {
    const seen: (string | undefined)[] = []
    const client = await place(({ url, headers }, response) => {
      seen.push(`${url} ${headers.cookie}`)
      response.end()
    })
    const world = await place(({ url, headers }, response) => {
      seen.push(`${url} ${headers.cookie}`)
      if (url === '/page') to(response, '/login', { 'set-cookie': ['who=alice; Path=/; HttpOnly', 'old=1; Path=/old'] })
      else to(response, `${client}/callback?code=1`)
    })

    const visited = await visit(`${world}/page`, { world: [world], clientUrl: client })

    expect(visited).toEqual({ ended: 'shown', address: `${client}/callback?code=1`, status: 200 })
    expect(seen).toEqual(['/page undefined', '/login who=alice', '/callback?code=1 undefined'])
  })

  test('stays at a page that leads nowhere', async () => {
    const world = await place((_, response) => response.writeHead(403).end('No.'))

    expect(await visit(world, { world: [world], clientUrl: null })).toMatchObject({ ended: 'shown', status: 403 })
  })

  test('tells who does not answer, and where it stood', async () => {
    const client = 'http://127.0.0.1:9'
    const world = await place((_, response) => to(response, `${client}/callback?code=1`))

    const visited = await visit(world, { world: [world], clientUrl: client })

    expect(visited).toMatchObject({ ended: 'unanswered', by: 'client', address: `${client}/callback?code=1` })
  })

  test.each([
    ['https://example.com/page', 'example.com is not on this machine.'],
    ['http://localhost:1/page', 'Nobody of this story is at localhost:1.'],
    ['file:///etc/passwd', ' is not on this machine.'],
    ['there', '"there" is no address.'],
  ])('does not go to %s, not even when redirected', async (address, says) => {
    const world = await place((_, response) => to(response, address === 'there' ? 'http://[' : address))

    const visited = await visit(world, { world: [world], clientUrl: null })
    const direct = await visit(address, { world: [world], clientUrl: null })

    expect(visited.ended).toBe('out of reach')
    expect(direct).toMatchObject({ ended: 'out of reach', says })
  })

  test('does not go round in circles', async () => {
    const world = await place((_, response) => to(response, '/'))

    const visited = await visit(world, { world: [world], clientUrl: null })

    expect(visited).toMatchObject({ ended: 'out of reach', says: 'It was redirected more than 20 times.' })
  })
})

test('a world sends browsers to its own addresses, by https too, and writes down where they may not go', async () => {
  const sandbox = await Sandbox.start({ cards: [toy], portBase: 0 })
  try {
    const world = await sandbox.create('default', { scenario: story({ toyGrid: people }) })
    const { https } = (await sandbox.addresses()).toyGrid?.['api'] ?? { https: '' }

    const [own, other] = [await sandbox.visit(`${https}/nowhere`), await sandbox.visit('http://localhost:1/')]

    expect([own.ended, other.ended]).toEqual(['shown', 'out of reach'])
    expect(world.journal.calls().count()).toBe(1)
    expect(world.journal.findings('browser.stopped').first()?.says).toContain('did not go to http://localhost:1/')
  } finally {
    await sandbox.stop()
  }
})

test.each(['http', 'https'])(
  'a world sends browsers by %s to the host names it stands for, and nowhere else',
  async (scheme) => {
    const sandbox = await Sandbox.start({ cards: [toy], portBase: 0 })
    try {
      const world = await sandbox.create('default', { scenario: story({ toyGrid: people }) })

      const own = await sandbox.visit(`${scheme}://toy.example/api/count`)
      const others = [
        await sandbox.visit(`${scheme}://toy.example:8443/`),
        await sandbox.visit(`${scheme}://bill.example/`),
      ]

      expect(own).toEqual({ ended: 'shown', address: `${scheme}://toy.example/api/count`, status: 401 })
      expect(others.map(({ ended }) => ended)).toEqual(['out of reach', 'out of reach'])
      expect(world.journal.calls('count.read').first()?.request.url).toBe(`${scheme}://toy.example/api/count`)
    } finally {
      await sandbox.stop()
    }
  },
)
