import { once } from 'node:events'
import { connect } from 'node:net'
import type { Socket } from 'node:net'
import { text } from 'node:stream/consumers'
import { connect as tlsConnect } from 'node:tls'
import { Agent, request } from 'undici'
import { afterEach, beforeAll, describe, expect, test } from 'vitest'
import { listen } from '../../src/sandbox/listen/index.ts'
import type { Serve, Wire } from '../../src/sandbox/listen/index.ts'
import {
  drip,
  drop,
  duplicate,
  emptyBody,
  garble,
  gatewayPage,
  reset,
  truncate,
} from '../../src/sandbox/socket-faults.ts'
import { mintAuthority, mintServerCertificate } from '../../src/toolbox/certificates/index.ts'
import type { Credentials } from '../../src/toolbox/certificates/index.ts'

const xml = '<account><id>1</id><name>Café</name></account>'
const answer = () =>
  new Response(xml, { headers: { 'content-type': 'application/xml', date: 'Mon, 02 Mar 2026 14:00:00 GMT' } })
const size = Buffer.byteLength(xml)

let authority: Credentials
let server: Credentials
beforeAll(async () => {
  authority = await mintAuthority({ name: 'Faults test' })
  server = await mintServerCertificate(authority)
})

const open: { close: () => Promise<unknown> }[] = []
afterEach(async () => {
  await Promise.all(open.splice(0).map((one) => one.close()))
})

type Scheme = 'http' | 'https'

/** An address that answers every request with the fault. */
async function start(scheme: Scheme, fault: (wire: Wire) => Response | Promise<Response>): Promise<number> {
  const serve: Serve = (_, line) => fault(line)
  const tls = { server: async () => server, clientCertificate: 'none' as const }
  const listening = await listen({ port: 0, surface: { serve, ...(scheme === 'https' && { tls }) } })
  open.push(listening)
  return listening.port
}

async function ask(scheme: Scheme, port: number) {
  const dispatcher = new Agent({ connect: { ca: authority.certificatePem } })
  open.push(dispatcher)
  return request(`${scheme}://localhost:${port}/`, { dispatcher })
}

/** A connection without a client library in between, which would hide what the wire carries. */
async function rawConnection(scheme: Scheme, port: number): Promise<Socket> {
  const plain = { port, host: '127.0.0.1' }
  const socket =
    scheme === 'http' ? connect(plain) : tlsConnect({ ...plain, servername: 'localhost', ca: authority.certificatePem })
  await once(socket, scheme === 'http' ? 'connect' : 'secureConnect')
  return socket
}

const get = 'GET / HTTP/1.1\r\nHost: localhost\r\n\r\n'

describe.each(['http', 'https'] as const)('over %s', (scheme) => {
  test('a reset is a reset', async () => {
    const port = await start(scheme, reset)
    const socket = await rawConnection(scheme, port)

    socket.write(get)

    expect(await once(socket, 'error')).toMatchObject([{ code: 'ECONNRESET', syscall: 'read' }])
  })

  test('a dropped answer ends the connection in good order', async () => {
    const port = await start(scheme, drop)
    const socket = await rawConnection(scheme, port)

    socket.write(get)

    expect(await text(socket)).toBe('')
    await expect(ask(scheme, port)).rejects.toMatchObject({ code: 'UND_ERR_SOCKET', message: 'other side closed' })
  })

  test('a dropped answer to a request still being sent is no reset', async () => {
    const port = await start(scheme, drop)
    const socket = await rawConnection(scheme, port)
    let seen = ''
    socket.on('data', (chunk) => (seen += String(chunk)))

    socket.write(`POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 30000001\r\n\r\n${'a'.repeat(30_000_000)}`)

    expect(await once(socket, 'close')).toEqual([false])
    expect(seen).toBe('')
  })

  test('a truncated answer promises all of it and sends the beginning', async () => {
    const port = await start(scheme, (wire) => truncate(answer(), wire, { bytes: 10 }))
    const socket = await rawConnection(scheme, port)

    socket.write(get)

    const [head, body] = (await text(socket)).split('\r\n\r\n')
    expect(head).toContain(`content-length: ${size}`)
    expect(head).toContain('date: Mon, 02 Mar 2026 14:00:00 GMT')
    expect(body).toBe(xml.slice(0, 10))
    const { statusCode, body: broken } = await ask(scheme, port)
    expect(statusCode).toBe(200)
    await expect(broken.text()).rejects.toMatchObject({ code: 'UND_ERR_SOCKET' })
  })

  test('a duplicate answer arrives twice, the same to the byte, on a connection that stays open', async () => {
    const port = await start(scheme, (wire) => duplicate(answer(), wire))
    const socket = await rawConnection(scheme, port)

    socket.write(get)
    const seen = await readUntil(socket, (all) => all.split('</account>').length === 3)

    const middle = seen.length / 2
    expect(seen.slice(0, middle)).toBe(seen.slice(middle))
    expect(seen.slice(0, middle)).toMatch(/^HTTP\/1\.1 200 OK\r\nconnection: keep-alive\r\n[^]*\r\n\r\n<account>/)
    socket.write(get)
    expect(await readUntil(socket, (all) => all.split('</account>').length === 3)).toBe(seen)
    socket.destroy()
  })

  test('a duplicate answer to a client that wants one connection each still arrives twice', async () => {
    const port = await start(scheme, (wire) => duplicate(answer(), wire))
    const socket = await rawConnection(scheme, port)

    socket.write(get.replace('\r\n\r\n', '\r\nConnection: close\r\n\r\n'))

    expect((await text(socket)).match(/HTTP\/1\.1 200 OK/g)).toHaveLength(2)
  })

  test('a dripping answer arrives whole, a few bytes at a time', async () => {
    const naps: number[] = []
    const nap = async (ms: number) => void naps.push(ms)
    const port = await start(scheme, () => drip(answer(), { bytes: 20, everyMs: 500 }, nap))

    const { headers, body } = await ask(scheme, port)

    expect(await body.text()).toBe(xml)
    expect(headers).toMatchObject({ 'content-length': String(size), 'content-type': 'application/xml' })
    expect(naps).toEqual([500, 500])
  })
})

test('a client that leaves a dripping answer ends the drip', async () => {
  let naps = 0
  let wake: (() => void) | undefined
  const nap = () => new Promise<void>((resolve) => (naps++, (wake = resolve)))
  let asked: Request | undefined
  const listening = await listen({
    port: 0,
    surface: { serve: (request) => ((asked = request), drip(answer(), { bytesPerSecond: 10 }, nap)) },
  })
  open.push(listening)
  const socket = await rawConnection('http', listening.port)
  socket.write(get)
  await readUntil(socket, (all) => all.endsWith('<'))

  socket.destroy()
  await once(asked!.signal, 'abort')
  wake?.()
  await Promise.resolve()

  expect(naps).toBe(1)
})

describe('faults of the answer alone', () => {
  test.each([
    [{ bytesPerSecond: 200 }, [20, 20, 7], 100],
    [{ bytesPerSecond: 5 }, Array<number>(size).fill(1), 200],
  ])('dripping at %o takes steps of the right size and length', async (pace, sizes, everyMs) => {
    const naps: number[] = []
    const chunks: number[] = []

    const dripping = await drip(answer(), pace, async (ms) => void naps.push(ms))
    for await (const chunk of dripping.body!) chunks.push(chunk.length)

    expect(chunks).toEqual(sizes)
    expect(new Set(naps)).toEqual(new Set([everyMs]))
  })

  test('a drip that would never move is refused', async () => {
    await expect(drip(answer(), { bytesPerSecond: 0 }, async () => undefined)).rejects.toThrow('pace above zero')
  })

  test('garbling spoils some bytes, the same ones for the same seed', async () => {
    const long = () => new Response('a'.repeat(640), { status: 203, headers: { 'content-type': 'application/xml' } })
    const seeded = (seed: number) => () => (seed = (seed * 16807) % 2147483647) / 2147483647

    const [once, again, other] = await Promise.all([1, 1, 2].map((seed) => garble(long(), seeded(seed))))

    const bytes = new Uint8Array(await once!.arrayBuffer())
    expect([once!.status, once!.headers.get('content-type'), bytes.length]).toEqual([203, 'application/xml', 640])
    expect(bytes.filter((byte) => byte !== 97)).toHaveLength(10)
    expect(new Uint8Array(await again!.arrayBuffer())).toEqual(bytes)
    expect(new Uint8Array(await other!.arrayBuffer())).not.toEqual(bytes)
  })

  test.each([0, 0.999999])('garbling never misses, even when chance is %d', async (chance) => {
    const garbled = await garble(new Response('ab'), () => chance)

    expect(await garbled.text()).not.toBe('ab')
  })

  test('an empty body keeps status and headers', async () => {
    const empty = emptyBody(new Response(xml, { status: 201, headers: { 'content-type': 'application/xml' } }))

    expect([empty.status, await empty.text()]).toEqual([201, ''])
    expect(Object.fromEntries(empty.headers)).toEqual({ 'content-type': 'application/xml', 'content-length': '0' })
  })

  test('a gateway answers with a page of its own', async () => {
    const page = gatewayPage(502)

    expect([page.status, page.headers.get('content-type')]).toEqual([502, 'text/html'])
    expect(await page.text()).toContain('<title>502 Bad Gateway</title>')
  })

  test.each([
    [{ fraction: 0.5 }, Math.floor(size / 2)],
    [{ fraction: 1 }, size - 1],
    [{ bytes: 1000 }, size - 1],
    [{ bytes: 0 }, 0],
  ])('cutting at %o leaves less than the whole', async (cut, length) => {
    const { body } = await truncate(answer(), null, cut)
    let seen = 0

    const reading = (async () => {
      for await (const chunk of body!) seen += chunk.length
    })()

    await expect(reading).rejects.toThrow('terminated')
    expect(seen).toBe(length)
  })

  test('an answer that may have no body has none afterwards', async () => {
    const none = () => new Response(null, { status: 204 })

    const faulty = [
      garble(none(), () => 0),
      truncate(none(), null, { bytes: 3 }),
      drip(none(), { bytesPerSecond: 9 }, async () => undefined),
    ]

    for (const one of await Promise.all(faulty)) expect([one.status, one.body]).toEqual([204, null])
  })
})

describe('in process, where there is no socket', () => {
  test.each([
    ['a reset', () => reset(null), 'ECONNRESET'],
    ['a dropped answer', () => drop(null), 'UND_ERR_SOCKET'],
  ])('%s fails as a fetch would', (_, fault, code) => {
    expect(fault).toThrow(
      expect.objectContaining({ message: 'fetch failed', cause: expect.objectContaining({ code }) }),
    )
  })

  test('a duplicate answer is seen once', async () => {
    const seen = await duplicate(answer(), null)

    expect([seen.headers.get('content-length'), await seen.text()]).toEqual([String(size), xml])
  })
})

/** Collects what arrives until it is enough. */
async function readUntil(socket: Socket, isEnough: (all: string) => boolean): Promise<string> {
  let all = ''
  while (!isEnough(all)) all += String((await once(socket, 'data'))[0])
  return all
}
