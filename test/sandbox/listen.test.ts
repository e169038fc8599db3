import { execFile } from 'node:child_process'
import { createServer, request as httpRequest } from 'node:http'
import type { IncomingMessage } from 'node:http'
import { connect, createServer as createNetServer } from 'node:net'
import type { AddressInfo, Socket } from 'node:net'
import { once } from 'node:events'
import { text } from 'node:stream/consumers'
import { setImmediate } from 'node:timers/promises'
import { connect as tlsConnect } from 'node:tls'
import type { TLSSocket } from 'node:tls'
import { promisify } from 'node:util'
import { Agent, Client, request } from 'undici'
import type { buildConnector } from 'undici'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { listen, openReception, PortTakenError } from '../../src/sandbox/listen/index.ts'
import type { Line, Listening, Surface } from '../../src/sandbox/listen/index.ts'
import {
  CertificateFolder,
  judgeCertificate,
  mintAuthority,
  mintClientCertificate,
  mintServerCertificate,
} from '../../src/toolbox/certificates/index.ts'
import type { Credentials } from '../../src/toolbox/certificates/index.ts'

const folder = new CertificateFolder({ name: 'Listening test' })
let authority: Credentials
let server: Credentials
beforeAll(async () => {
  authority = await folder.authority()
  server = await mintServerCertificate(authority)
})
afterAll(() => folder.close())

const open: { close: () => Promise<unknown> }[] = []
afterEach(async () => {
  await Promise.all(open.splice(0).map((one) => one.close()))
})

async function start(surface: Surface): Promise<Listening> {
  const listening = await listen({ port: 0, surface })
  open.push(listening)
  return listening
}

const hello: Surface = { serve: () => new Response('hello') }
const secure = (more: Partial<Surface['tls']> = {}, serve: Surface['serve'] = hello.serve): Surface => ({
  serve,
  tls: { server: async () => server, clientCertificate: 'none', ...more },
})

/** A client that trusts the sandbox's authority. */
function trusting(options: buildConnector.BuildOptions = {}): Agent {
  const agent = new Agent({ connect: { ca: authority.certificatePem, ...options } })
  open.push(agent)
  return agent
}

/** Sends raw bytes, reads all that comes and sees the connection end in good order; a reset throws. */
async function exchange(port: number, bytes: string): Promise<string> {
  const socket = connect(port, '127.0.0.1')
  let seen = ''
  socket.on('data', (chunk) => (seen += String(chunk)))
  socket.write(bytes)
  await once(socket, 'close')
  return seen
}

describe('a port', () => {
  test('answers on IPv4 and IPv6 loopback with the same number', async () => {
    const { port, addresses } = await start(hello)

    const [four, six] = await Promise.all([request(`http://127.0.0.1:${port}/`), request(`http://[::1]:${port}/`)])

    expect(addresses).toEqual(['127.0.0.1', '::1'])
    expect([await four.body.text(), await six.body.text()]).toEqual(['hello', 'hello'])
  })

  test('tells who asks, and hands over the request as it came', async () => {
    const seen: { request: Request; line: Line; body: string }[] = []
    const { port } = await start({
      async serve(asked, line) {
        seen.push({ request: asked, line, body: await asked.text() })
        return new Response('created', { status: 201, headers: { date: 'Mon, 02 Mar 2026 14:00:00 GMT' } })
      },
    })

    const answer = await request(`http://localhost:${port}/a?b=c`, { method: 'POST', body: '<meter/>' })

    expect([answer.statusCode, await answer.body.text()]).toEqual([201, 'created'])
    expect(answer.headers.date).toBe('Mon, 02 Mar 2026 14:00:00 GMT')
    expect(seen[0]?.line).toMatchObject({ tls: false, certificate: null, hostName: null })
    expect(seen[0]?.line.remote).toMatch(/^(127\.0\.0\.1|::1)$/)
    expect([seen[0]?.request.url, seen[0]?.body]).toEqual([`http://localhost:${port}/a?b=c`, '<meter/>'])
  })

  test('gives no Date of its own, because the machine’s is not the world’s', async () => {
    const { port } = await start(hello)

    const usual = await request(`http://127.0.0.1:${port}/`)
    const expecting = await exchange(port, 'GET / HTTP/1.1\r\nHost: x\r\nExpect: rain\r\nConnection: close\r\n\r\n')

    expect(usual.headers).not.toHaveProperty('date')
    expect(expecting).toMatch(/^HTTP\/1\.1 200 OK/)
    expect(expecting).not.toMatch(/^date:/im)
  })

  test('keeps connections open for the next request', async () => {
    const ports: (number | undefined)[] = []
    const { port } = await start({
      serve: (_, { socket }) => (ports.push(socket.remotePort), new Response('hello')),
    })
    const client = new Client(`http://127.0.0.1:${port}`)
    open.push(client)

    for (let n = 0; n < 3; n++) await (await client.request({ method: 'GET', path: '/' })).body.dump()

    expect(ports.length).toBe(3)
    expect(new Set(ports).size).toBe(1)
  })

  test('changes no global of the process it runs in', async () => {
    const before = [globalThis.Request, globalThis.Response]

    await start(hello)

    expect([globalThis.Request, globalThis.Response]).toEqual(before)
  })

  test('an answer that throws is a defect of ours: 500, said in a header and told to the surface', async () => {
    const told: unknown[] = []
    const defect = new Error('no room\nat the inn')
    const { port } = await start({
      serve: () => Promise.reject(defect),
      onDefect: (error) => told.push(error),
    })

    const { statusCode, headers } = await request(`http://127.0.0.1:${port}/`)

    expect([statusCode, headers['x-wattproof-defect']]).toEqual([500, 'no room?at the inn'])
    expect(told).toEqual([defect])
  })
})

describe('TLS as a provider asks for it', () => {
  const versions = (oldest: 'TLSv1.2' | 'TLSv1.3', newest: 'TLSv1.2' | 'TLSv1.3') => async () => ({ oldest, newest })
  const speak = async (port: number, options: object = {}) => {
    const socket = tlsConnect({ port, host: 'localhost', ca: authority.certificatePem, ...options })
    open.push({ close: async () => socket.destroy() })
    return Promise.race([
      once(socket, 'secureConnect').then(() => socket.getProtocol()),
      once(socket, 'close').then(() => 'closed'),
    ])
  }

  test('speaks only the versions that are spoken at that moment', async () => {
    let newest: 'TLSv1.2' | 'TLSv1.3' = 'TLSv1.2'
    const { port } = await start(secure({ versions: () => versions('TLSv1.2', newest)() }))

    const before = await speak(port)
    newest = 'TLSv1.3'
    const after = await speak(port)

    expect([before, after]).toEqual(['TLSv1.2', 'TLSv1.3'])
    await expect(speak(port, { maxVersion: 'TLSv1.1', minVersion: 'TLSv1.1' })).rejects.toThrow(/alert/)
  })

  test('cuts off a peer that may not stay before it can ask, and lets others ask', async () => {
    const seen: string[] = []
    const serve: Surface['serve'] = ({ url }) => (seen.push(new URL(url).pathname), new Response('hello'))
    const admits = async ({ certificate }: { certificate: Uint8Array | null }) => certificate !== null
    const { port } = await start(secure({ clientCertificate: 'requested', admits }, serve))
    const { certificatePem: cert, keyPem: key } = await mintClientCertificate(authority, { commonName: 'acme' })

    const refused = request(`https://localhost:${port}/refused`, { dispatcher: trusting() })
    const welcome = request(`https://localhost:${port}/welcome`, { dispatcher: trusting({ cert, key }) })

    await expect(refused).rejects.toThrow()
    expect((await welcome).statusCode).toBe(200)
    expect(seen).toEqual(['/welcome'])
  })

  test('cuts off a peer on a connection that was kept, when it may stay no longer', async () => {
    let [isWelcome, asked] = [true, 0]
    const admits = async () => isWelcome
    const surface = secure({ clientCertificate: 'requested', admits }, () => new Response(`${++asked}`))
    const { port } = await start(surface)
    const client = new Client(`https://localhost:${port}`, { connect: { ca: authority.certificatePem } })
    open.push(client)
    const ask = async () => (await client.request({ method: 'GET', path: '/' })).body.text()

    const before = [await ask(), await ask()]
    isWelcome = false

    await expect(ask()).rejects.toThrow()
    expect([before, asked]).toEqual([['1', '2'], 2])
  })

  test.each([
    ['an RSA key of 1024 bits', { key: 'rsa-1024' }],
    ['a signature over SHA-1', { key: 'rsa-2048', hash: 'SHA-1' }],
  ] as const)('lets a certificate with %s through to whoever judges it', async (_, made) => {
    const lines: Line[] = []
    const serve: Surface['serve'] = (asked, line) => (lines.push(line), new Response(asked.url))
    const asked = { clientCertificate: 'requested', versions: versions('TLSv1.2', 'TLSv1.2') } as const
    const { port } = await start(secure(asked, serve))
    const { certificatePem: cert, keyPem: key } = await mintClientCertificate(authority, {
      commonName: 'acme',
      ...made,
    })

    const weak = trusting({ cert, key, ciphers: 'DEFAULT@SECLEVEL=0' })
    await request(`https://localhost:${port}/`, { dispatcher: weak })

    expect(lines[0]?.certificate).toBeInstanceOf(Uint8Array)
  })
})

describe('a port that is taken', () => {
  test.each(['127.0.0.1', '::1'])('on %s is refused with what to do', async (host) => {
    const { port } = await occupy(host)

    const refused = listen({ port, surface: hello, purpose: 'Portfolio Manager, http' })

    await expect(refused).rejects.toThrow(PortTakenError)
    await expect(refused).rejects.toThrow(
      `Port ${port} (Portfolio Manager, http) is already taken by another program: choose another with --port-base.`,
    )
  })

  test('on one address is let go on the other', async () => {
    const { port } = await occupy('::1')

    await listen({ port, surface: hello }).catch(() => undefined)

    await expect(
      listen({ port, surface: hello, hosts: ['127.0.0.1'] }).then((it) => it.close()),
    ).resolves.toBeUndefined()
  })

  test('on an address that this machine does not have is refused in the same words', async () => {
    await expect(listen({ port: 0, surface: hello, hosts: ['192.0.2.1'], purpose: 'host names' })).rejects.toThrow(
      'Port 0 (host names) cannot be had on an address that this machine does not have: choose another with --port-base.',
    )
  })

  test('for want of a right says so', () => {
    const cause = Object.assign(new Error('listen EACCES'), { code: 'EACCES' })

    const { message } = new PortTakenError({ port: 443, surface: hello, portHint: 'take --proxy' }, cause)

    expect(message).toBe('Port 443 (the sandbox) may not be used by this account: take --proxy.')
  })

  async function occupy(host: string): Promise<AddressInfo> {
    const blocker = createNetServer().listen(0, host)
    await once(blocker, 'listening')
    open.push({ close: () => new Promise((done) => blocker.close(done)) })
    return blocker.address() as AddressInfo
  }
})

describe('clients that make mistakes', () => {
  test.each([
    ['a request line that is none', 'HELLO THERE\r\n\r\n', 'it is not valid HTTP/1.1'],
    ['headers without end', `GET / HTTP/1.1\r\nHost: x\r\nA: ${'a'.repeat(300_000)}`, 'larger than 16 KB'],
    ['a host that is none', 'GET / HTTP/1.1\r\nHost: a b\r\nConnection: close\r\n\r\n', 'Request refused'],
    ['no host at all', 'GET / HTTP/1.1\r\nConnection: close\r\n\r\n', 'Missing host header'],
    [
      'a tunnel asked of what is no proxy',
      `CONNECT api.pge.com:443 HTTP/1.1\r\nHost: x\r\n\r\n${'a'.repeat(30_000_000)}`,
      'this address is no proxy',
    ],
  ])('%s is answered with 400', async (_, bytes, says) => {
    const { port } = await start(hello)

    const answer = await exchange(port, bytes)

    expect(answer).toMatch(/^HTTP\/1\.1 400 Bad Request\r\n/)
    expect(answer).toContain(says)
    expect(answer).not.toMatch(/^date:/im)
    expect(await (await request(`http://127.0.0.1:${port}/`)).body.text()).toBe('hello')
  })

  test('a body that breaks off its encoding is answered with 400, and its reader is told', async () => {
    const { promise, settle } = settled<string>()
    const { port } = await start({
      serve: async (asked) => {
        await asked.text().catch((error: Error) => settle(error.message))
        return new Response('too late')
      },
    })

    const answer = await exchange(
      port,
      'POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\nXYZ\r\n',
    )

    expect(answer).toMatch(/^HTTP\/1\.1 400 Bad Request\r\n/)
    expect(answer).not.toContain('too late')
    expect(await promise).not.toBe('')
  })

  test('bytes that are no request never land in the middle of an answer', async () => {
    const { port } = await start({ serve: () => new Response(endless('a')) })
    const socket = connect(port, '127.0.0.1').on('error', () => undefined)
    socket.write('GET / HTTP/1.1\r\nHost: x\r\n\r\n')
    let seen = String((await once(socket, 'data'))[0])
    socket.on('data', (chunk) => (seen += String(chunk)))

    socket.write('nonsense\r\n\r\n')

    await once(socket, 'close')
    expect(seen).toMatch(/^HTTP\/1\.1 200 OK/)
    expect(seen).not.toContain('400 Bad Request')
  })

  test('a connection reset at any moment leaves the others in peace', async () => {
    const { port } = await start(secure({}, () => new Response(endless('a'))))
    const plain = await start({ serve: () => new Response(endless('a')) })
    const moments = ['', 'GET / HT', 'GET / HTTP/1.1\r\nHost: x\r\n\r\n']

    for (const moment of moments) await resetAfter(connect(plain.port, '127.0.0.1'), moment)
    await resetAfter(connect(port, '127.0.0.1'), '')
    await resetAfter(connect(port, '127.0.0.1'), 'GET / HTTP/1.1\r\n\r\n')
    for (const moment of moments) await resetAfter(tlsConnect({ port, ca: authority.certificatePem }), moment)

    const { statusCode, body } = await request(`https://localhost:${port}/`, { dispatcher: trusting() })
    expect(statusCode).toBe(200)
    body.destroy()
  })

  test('a connection reset while the certificate is still being made leaves the others in peace', async () => {
    const { promise: greeted, settle: greet } = settled<void>()
    const { promise: made, settle: make } = settled<Credentials>()
    const { port } = await start(secure({ server: () => (greet(), made) }))
    const socket = connect(port, '127.0.0.1')
    const other = request(`https://localhost:${port}/`, { dispatcher: trusting() })
    await greeted

    socket.resetAndDestroy()
    await once(socket, 'close')
    await setImmediate()
    make(server)

    expect((await other).statusCode).toBe(200)
  })

  async function resetAfter(socket: Socket | TLSSocket, bytes: string): Promise<void> {
    socket.on('error', () => undefined)
    await once(socket, 'getSession' in socket ? 'secureConnect' : 'connect')
    if (bytes) socket.write(bytes)
    if (bytes.endsWith('\r\n\r\n') && 'getSession' in socket) await once(socket, 'data')
    if ('getSession' in socket) socket.destroy()
    else socket.resetAndDestroy()
    await once(socket, 'close')
  }
})

describe('https', () => {
  test('answers clients that trust the authority, by name and by both addresses', async () => {
    const seen: Line[] = []
    const { port } = await start(secure({}, (_, line) => (seen.push(line), new Response('hello'))))

    for (const host of ['localhost', '127.0.0.1', '[::1]']) {
      const { body } = await request(`https://${host}:${port}/`, { dispatcher: trusting() })
      expect(await body.text()).toBe('hello')
    }

    expect(seen.map(({ tls, hostName }) => [tls, hostName])).toEqual([
      [true, 'localhost'],
      [true, null],
      [true, null],
    ])
  })

  test('curl accepts the authority’s file', async () => {
    const { port } = await start(secure())

    const { stdout } = await promisify(execFile)('curl', [
      '-sS',
      '--cacert',
      folder.caFile,
      `https://localhost:${port}/`,
    ])

    expect(stdout).toBe('hello')
  })

  test('a client that does not trust the authority refuses, and the port goes on', async () => {
    const { port } = await start(secure())

    const refused = request(`https://localhost:${port}/`)

    await expect(refused).rejects.toThrow('self-signed certificate in certificate chain')
    expect((await request(`https://localhost:${port}/`, { dispatcher: trusting() })).statusCode).toBe(200)
  })

  test('no certificate is made before the first client asks, and then only one', async () => {
    let made = 0
    const { port } = await start(secure({ server: async () => (made++, server) }))
    expect(made).toBe(0)

    await Promise.all([1, 2, 3].map(() => request(`https://localhost:${port}/`, { dispatcher: trusting() })))

    expect(made).toBe(1)
  })

  test('a certificate that cannot be made is told to the surface, and tried again for the next client', async () => {
    const told: unknown[] = []
    let tries = 0
    const full = new Error('disk full')
    const { port } = await start({
      ...secure({ server: async () => (++tries === 1 ? Promise.reject(full) : server) }),
      onDefect: (error) => told.push(error),
    })

    await expect(request(`https://localhost:${port}/`, { dispatcher: trusting() })).rejects.toThrow()

    expect(told).toEqual([full])
    expect((await request(`https://localhost:${port}/`, { dispatcher: trusting() })).statusCode).toBe(200)
  })

  test('a host name of its own gets its own certificate, another name the usual one', async () => {
    const asked: string[] = []
    const own = await mintServerCertificate(authority, { hostNames: ['gw.ext.prod.api.enedis.fr'] })
    const { port } = await start(
      secure({ byName: async (name) => (asked.push(name), name === 'gw.ext.prod.api.enedis.fr' ? own : null) }),
    )
    const namesShownTo = async (servername: string): Promise<string | undefined> => {
      const socket = tlsConnect({
        port,
        ca: authority.certificatePem,
        servername,
        checkServerIdentity: () => undefined,
      })
      await once(socket, 'secureConnect')
      const names = socket.getPeerX509Certificate()?.subjectAltName
      socket.destroy()
      return names
    }

    expect(await namesShownTo('gw.ext.prod.api.enedis.fr')).toContain('DNS:gw.ext.prod.api.enedis.fr')
    expect(await namesShownTo('gw.ext.prod.api.enedis.fr')).toContain('DNS:gw.ext.prod.api.enedis.fr')
    expect(await namesShownTo('example.com')).not.toContain('enedis')
    expect(asked).toEqual(['gw.ext.prod.api.enedis.fr', 'example.com'])
  })

  test('a socket that comes out of a proxy’s tunnel is taken in like any other', async () => {
    const reception = openReception(secure({}, (_, { hostName }) => new Response(`hello ${hostName}`)))
    const proxy = createServer().on('connect', (_, socket: Socket) => {
      socket.write('HTTP/1.1 200 Connection Established\r\n\r\n')
      reception.accept(socket)
    })
    await once(proxy.listen(0, '127.0.0.1'), 'listening')
    open.push({ close: async () => proxy.close() })
    const { port } = proxy.address() as AddressInfo
    const tunnel = httpRequest({ port, method: 'CONNECT', path: 'localhost:443' }).end()

    const [, socket] = (await once(tunnel, 'connect')) as [IncomingMessage, Socket]
    const inside = tlsConnect({ socket, ca: authority.certificatePem, servername: 'localhost' })
    inside.write('GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n')

    expect(await text(inside)).toContain('hello localhost')
  })
})

describe('client certificates', () => {
  const judged = (_: Request, { certificate }: Line) =>
    Response.json(judgeCertificate(certificate, { now: '2026-03-02T09:00:00Z', trusted: [authority.certificatePem] }))
  const ask = async (port: number, client?: Credentials, ciphers?: string): Promise<unknown> => {
    const options = { ...(client && { cert: client.certificatePem, key: client.keyPem }), ...(ciphers && { ciphers }) }
    const { body } = await request(`https://localhost:${port}/`, { dispatcher: trusting(options) })
    return body.json()
  }

  test('a requested one reaches the room, which judges it at the world’s now; none is none', async () => {
    const { port } = await start(secure({ clientCertificate: 'requested' }, judged))
    const acme = await mintClientCertificate(authority, { commonName: 'acme' })
    const lapsed = await mintClientCertificate(authority, { commonName: 'lapsed', notAfter: '2026-03-01T00:00:00Z' })
    const stranger = await mintClientCertificate(await mintAuthority({ name: 'Stranger' }), { commonName: 'stranger' })
    const weak = await mintClientCertificate(authority, { commonName: 'weak', key: 'rsa-1024', hash: 'SHA-1' })

    expect(await ask(port, acme)).toMatchObject({ verdict: 'good', certificate: { commonName: 'acme' } })
    expect(await ask(port, lapsed)).toMatchObject({ verdict: 'expired', certificate: { commonName: 'lapsed' } })
    expect(await ask(port, stranger)).toMatchObject({ verdict: 'unknownAuthority' })
    const judgedWeak = await ask(port, weak, 'DEFAULT@SECLEVEL=0')
    expect(judgedWeak).toMatchObject({ verdict: 'good', certificate: { key: { type: 'rsa', bits: 1024 } } })
    expect(await ask(port)).toEqual({ verdict: 'missing' })
  })

  test('a surface that asks for none sees none', async () => {
    const { port } = await start(secure({ clientCertificate: 'none' }, judged))
    const acme = await mintClientCertificate(authority, { commonName: 'acme' })

    expect(await ask(port, acme)).toEqual({ verdict: 'missing' })
  })

  test.each(['TLSv1.2', 'TLSv1.3'] as const)('a session resumed over %s still carries it', async (maxVersion) => {
    const { port } = await start(secure({ clientCertificate: 'requested' }, judged))
    const { certificatePem: cert, keyPem: key } = await mintClientCertificate(authority, { commonName: 'acme' })
    const visit = async (session?: Buffer) => {
      const options = { port, servername: 'localhost', ca: authority.certificatePem, cert, key, maxVersion }
      const socket = tlsConnect({ ...options, ...(session && { session }) })
      const ticket = new Promise<Buffer>((resolve) => socket.once('session', resolve))
      socket.write('GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n')
      await once(socket, 'secureConnect')
      const isReused = socket.isSessionReused()
      return { answer: await text(socket), isReused, ticket }
    }

    const first = await visit()
    const again = await visit(await first.ticket)

    expect([first.isReused, again.isReused]).toEqual([false, true])
    expect(again.answer).toContain('"commonName":"acme"')
  })

  test('where one is required a handshake without it ends, and one that lapsed still reaches the room', async () => {
    const { port } = await start(secure({ clientCertificate: 'required' }, judged))
    const lapsed = await mintClientCertificate(authority, { commonName: 'lapsed', notAfter: '2001-01-01T00:00:00Z' })

    const without = tlsConnect({ port, servername: 'localhost', ca: authority.certificatePem })

    expect(await once(without, 'error')).toMatchObject([{ code: 'ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED' }])
    expect(await ask(port, lapsed)).toMatchObject({ verdict: 'expired' })
  })
})

describe('close', () => {
  test('ends at once, with a connection kept alive, a request unanswered and a handshake half done', async () => {
    const { promise: asked, settle } = settled<void>()
    const listening = await start({
      serve: (request) =>
        request.url.endsWith('/slow') ? (settle(), new Promise<Response>(() => undefined)) : new Response('hello'),
    })
    const { promise: greeted, settle: greet } = settled<void>()
    const secured = await start(secure({ server: () => (greet(), new Promise<Credentials>(() => undefined)) }))
    const agent = trusting()
    await (await request(`http://127.0.0.1:${listening.port}/`, { dispatcher: agent })).body.dump()
    const unanswered = request(`http://127.0.0.1:${listening.port}/slow`, { dispatcher: agent }).catch((e: Error) => e)
    const handshake = once(tlsConnect({ port: secured.port, ca: authority.certificatePem }), 'error')
    await Promise.all([asked, greeted])

    await Promise.all([listening.close(), secured.close()])

    expect(await unanswered).toMatchObject({ code: 'UND_ERR_SOCKET' })
    expect(await handshake).toMatchObject([{ code: 'ECONNRESET' }])
    await expect(request(`http://127.0.0.1:${listening.port}/`)).rejects.toMatchObject({ code: 'ECONNREFUSED' })
  })

  test('may be asked twice', async () => {
    const listening = await start(hello)

    await listening.close()

    await expect(listening.close()).resolves.toBeUndefined()
  })
})

function settled<T>(): { promise: Promise<T>; settle: (value: T) => void } {
  let settle!: (value: T) => void
  const promise = new Promise<T>((resolve) => (settle = resolve))
  return { promise, settle }
}

/** A body that goes on as long as anybody reads it. */
function endless(letter: string): ReadableStream<Uint8Array> {
  return new ReadableStream({ pull: (stream) => stream.enqueue(Buffer.alloc(1000, letter)) })
}
