import { X509Certificate } from 'node:crypto'
import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { setImmediate } from 'node:timers/promises'
import { Client, ProxyAgent, request } from 'undici'
import { describe, expect, test } from 'vitest'
import { allOf, askingFor, useProxiedToy } from '../../support/proxied-toy.ts'

const toy = useProxiedToy()
const bearer = { authorization: 'Bearer token-ann' }

describe('a tunnel through the proxy', () => {
  test('leads to the provider under its own name, with a certificate for that name', async () => {
    const secured = await toy.secure(await toy.tunnel('toy.example:443'), 'toy.example')
    secured.write(askingFor('/api/count', 'toy.example'))

    expect(await allOf(secured)).toMatch(/^HTTP\/1\.1 200 OK/)
    expect(secured.getPeerX509Certificate()?.checkHost('toy.example')).toBe('toy.example')
    expect(toy.exchanges().map(({ request: { url } }) => url)).toEqual(['https://toy.example/api/count'])
  })

  test('keeps mutual TLS: the room sees what the client shows to whoever asks for it', async () => {
    const { certificateFile, keyFile, certificatePem } = await toy.world().certificate('toyGrid', 'good')
    const own = { cert: await readFile(certificateFile), key: await readFile(keyFile) }

    for (const [name, shown] of [
      ['strict.example', own],
      ['strict.example', {}],
      ['toy.example', own],
    ] as const) {
      const secured = await toy.secure(await toy.tunnel(`${name}:443`), name, shown)
      secured.write(askingFor('/api/count', name))
      await allOf(secured)
    }

    const { raw } = new X509Certificate(certificatePem)
    expect(toy.peers().map(({ certificate }) => certificate && Buffer.from(certificate))).toEqual([raw, null, null])
    expect(toy.peers()[0]).toMatchObject({ tls: true, hostName: 'strict.example' })
  })

  test('is kept open for the next request, and for several at once', async () => {
    const dispatcher = new ProxyAgent({ uri: toy.address(), requestTls: { ca: toy.ca() } })
    const count = () => request('https://toy.example/api/count', { dispatcher, headers: bearer })

    for (let n = 0; n < 3; n++) expect(await (await count()).body.text()).toBe('0')
    const many = await Promise.all(Array.from({ length: 20 }, count))

    expect(many.map(({ statusCode }) => statusCode)).toEqual(Array.from({ length: 20 }, () => 200))
    await dispatcher.close()
  })

  test('to port 80 carries plain http', async () => {
    const tunnel = await toy.tunnel('toy.example:80')
    tunnel.write(askingFor('/api/count', 'toy.example'))

    expect(await allOf(tunnel)).toMatch(/^HTTP\/1\.1 200 OK[^]*\r\n\r\n0$/)
    expect(toy.exchanges()[0]?.request.url).toBe('http://toy.example/api/count')
  })

  test('takes what was said before it was open', async () => {
    const line = await toy.line()
    line.write(`CONNECT toy.example:80 HTTP/1.1\r\n\r\n${askingFor('/api/count', 'toy.example')}`)

    const seen = await allOf(line)

    expect(seen).toMatch(/^HTTP\/1\.1 200 Connection established\r\n\r\nHTTP\/1\.1 200 OK/)
  })

  test('is opened on a connection that carried requests before', async () => {
    const line = await toy.line()
    line.write(askingFor('http://toy.example/api/count', 'toy.example', ''))
    await once(line, 'data')
    line.write('CONNECT strict.example:80 HTTP/1.1\r\n\r\n')
    await once(line, 'data')

    line.write(askingFor('/api/count', 'strict.example'))

    expect(await allOf(line)).toMatch(/^HTTP\/1\.1 200 OK/)
  })

  test.each([':80', ':443'])('carries a body of megabytes whole, to port %s', async (port) => {
    const tunnel = await toy.tunnel(`toy.example${port}`)
    const socket = port === ':443' ? await toy.secure(tunnel, 'toy.example') : tunnel
    const body = '7'.repeat(5_000_000)
    const head = `PUT /api/count HTTP/1.1\r\nHost: toy.example\r\nAuthorization: Bearer token-ann\r\nConnection: close\r\n`

    socket.write(`${head}Content-Length: ${body.length}\r\n\r\n${body}`)

    expect(await allOf(socket)).toMatch(/^HTTP\/1\.1 400 /)
    expect(toy.exchanges()[0]?.request.body?.length).toBe(body.length)
  })

  test('opens byte by byte too', async () => {
    const line = await toy.line()
    const all = allOf(line)
    for (const byte of `CONNECT TOY.example.:80 HTTP/1.0\r\n\r\n`) {
      line.write(byte)
      await setImmediate()
    }
    line.write(askingFor('/api/count', 'toy.example'))

    expect(await all).toMatch(/Connection established\r\n\r\nHTTP\/1\.1 200 OK/)
  })

  test('answers a client that says no more but still listens', async () => {
    const secured = await toy.secure(await toy.tunnel('toy.example:443'), 'toy.example')
    const plain = await toy.tunnel('toy.example:80')

    secured.end(askingFor('/api/count', 'toy.example'))
    plain.end(askingFor('/api/count', 'toy.example'))

    expect(await Promise.all([allOf(secured), allOf(plain)])).toEqual(
      Array.from({ length: 2 }, () => expect.stringMatching(/^HTTP\/1\.1 200 OK[^]*0$/) as string),
    )
  })

  test('serves a client that asks for no name in the tunnel, or for another of ours', async () => {
    const nameless = await toy.secure(await toy.tunnel('toy.example:443'), '', { checkServerIdentity: () => undefined })
    const other = await toy.secure(await toy.tunnel('toy.example:443'), 'strict.example')

    expect(nameless.getPeerX509Certificate()?.checkHost('toy.example')).toBe('toy.example')
    expect(other.getPeerX509Certificate()?.checkHost('strict.example')).toBe('strict.example')
  })

  test('ended by the client at any moment leaves the others in peace', async () => {
    const silent = await toy.line()
    const gone = once(silent, 'close')
    silent.end()
    for (const said of ['', '\u0016', '\u0016\u0003\u0001\u0002', 'GET / HT']) {
      const tunnel = await toy.tunnel('toy.example:443')
      if (said) tunnel.write(Buffer.from(said, 'latin1'))
      tunnel.resetAndDestroy()
    }
    silent.resume()
    await gone

    const { statusCode } = await request(`${toy.address()}/api/count`, { headers: { ...bearer, host: 'toy.example' } })
    expect(statusCode).toBe(200)
    expect(toy.world().journal.findings('defect').count()).toBe(0)
  })
})

describe('a request with a whole address', () => {
  test('is answered by whom it is for, and the connection serves the next one, wherever it goes', async () => {
    const client = new Client(toy.address())
    const asked = [
      'http://toy.example/api/count',
      'http://strict.example/test/count',
      'http://toy.example:80/api/count',
    ]

    const answers: string[] = []
    for (const path of asked) {
      const { body } = await client.request({ method: 'GET', path, headers: { ...bearer, host: new URL(path).host } })
      answers.push(await body.text())
    }

    expect(answers).toEqual(['0', '0', '0'])
    expect(toy.exchanges().map(({ request: { url } }) => url)).toEqual([
      'http://toy.example/api/count',
      'http://strict.example/test/count',
      'http://toy.example/api/count',
    ])
    await client.close()
  })

  test('may be an https one: some clients hand it to the proxy as it is', async () => {
    const line = await toy.line()
    line.write(askingFor('https://toy.example/api/count', 'toy.example'))

    expect(await allOf(line)).toMatch(/^HTTP\/1\.1 200 OK/)
    expect(toy.exchanges()[0]?.request.url).toBe('https://toy.example/api/count')
  })

  test('carries its body', async () => {
    const client = new Client(toy.address())
    const { statusCode } = await client.request({
      method: 'PUT',
      path: 'http://toy.example/api/count',
      headers: { ...bearer, host: 'toy.example' },
      body: '7',
    })

    expect(statusCode).toBe(200)
    expect(toy.exchanges()[0]?.request).toMatchObject({ body: { text: '7' }, decoded: { count: 7 } })
    await client.close()
  })
})

describe('a connection that was led here by its name', () => {
  test('is served by the name it asks for in TLS', async () => {
    const secured = await toy.secure(await toy.line(), 'toy.example')
    secured.write(askingFor('/api/count', 'toy.example'))

    expect(await allOf(secured)).toMatch(/^HTTP\/1\.1 200 OK/)
  })

  test('is served by its Host in plain http', async () => {
    const line = await toy.line()
    line.write(askingFor('/api/count', 'toy.example'))

    expect(await allOf(line)).toMatch(/^HTTP\/1\.1 200 OK/)
    expect(toy.exchanges()[0]?.request.url).toBe('http://toy.example/api/count')
  })
})

test('each world has a proxy of its own', async () => {
  const { sandbox } = toy.world()
  const first = toy.world().world
  await sandbox.create('second', { scenario: first.scenario })

  const second = (await sandbox.proxy('second')) ?? ''
  const { statusCode } = await request(`${second}/api/count`, { headers: { ...bearer, host: 'toy.example' } })

  expect([statusCode, second === toy.address()]).toEqual([200, false])
  expect(toy.exchanges()).toEqual([])
  expect(sandbox.world('second').journal.calls('count.read').count()).toBe(1)
})
