import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { describe, expect, test } from 'vitest'
import { useProxiedToy } from '../support/proxied-toy.ts'
import { run } from '../support/tools.ts'

const toy = useProxiedToy()

const prelude = `
  import https from 'node:https'
  import http from 'node:http'
  import { readFileSync } from 'node:fs'
  import dns from 'node:dns'
  import { text } from 'node:stream/consumers'
  dns.lookup = (name, options, done) => { console.log('looked up', name); done(new Error('nowhere')) }
  const url = 'https://strict.example/api/count'
  const headers = { authorization: 'Bearer token-ann' }
  const cert = readFileSync(process.env.WATTPROOF_TOY_CERT_FILE)
  const key = readFileSync(process.env.WATTPROOF_TOY_CERT_FILE.replace('.pem', '-key.pem'))
  const asked = (module, ...args) => new Promise((done, fail) => module.request(...args, (answer) => done(text(answer))).on('error', fail).end())
`

/** Runs a client with host names written into it, and answers what it printed. */
async function client(script: string, env: Record<string, string> = {}): Promise<string> {
  return run(process.execPath, ['--input-type=module', '-e', prelude + script], {
    ...(await toy.world().env()),
    ...env,
  })
}

describe('a client in Node with host names written into it, unmodified, reaches the sandbox', () => {
  test.each([
    ['with fetch', `console.log(await (await fetch(url, { headers })).text())`],
    ['with node:https', `console.log(await asked(https, url, { headers }))`],
    ['with node:http', `console.log(await asked(http, 'http://strict.example/api/count', { headers }))`],
    [
      'with undici',
      `const { request } = await import('undici'); console.log(await (await request(url, { headers })).body.text())`,
    ],
    [
      'with a proxy agent of its own',
      `const { ProxyAgent, fetch } = await import('undici')
       const dispatcher = new ProxyAgent({ uri: process.env.HTTPS_PROXY })
       console.log(await (await fetch(url, { headers, dispatcher })).text())`,
    ],
    [
      'in a worker',
      `const { Worker } = await import('node:worker_threads')
       new Worker('fetch("' + url + '", { headers: { authorization: "Bearer token-ann" } }).then(async (a) => console.log(await a.text()))', { eval: true })`,
    ],
    [
      'by TLS alone, with no name to ask for',
      `const { connect } = await import('node:tls')
       const socket = connect(443, 'strict.example')
       socket.write('GET /api/count HTTP/1.1\\r\\nHost: strict.example\\r\\nAuthorization: Bearer token-ann\\r\\nConnection: close\\r\\n\\r\\n')
       console.log((await text(socket)).slice(-1))`,
    ],
  ])('%s', async (_, script) => {
    expect(await client(script)).toBe('0\n')
    expect(toy.exchanges().map(({ request: { url } }) => new URL(url).host)).toEqual(['strict.example'])
  })

  test.each([
    [
      'an agent of its own',
      `await asked(https, url, { headers, agent: new https.Agent({ cert, key, keepAlive: false }) })`,
    ],
    [
      'a dispatcher of its own',
      `const { Agent, fetch } = await import('undici'); await fetch(url, { headers, dispatcher: new Agent({ connect: { cert, key } }) })`,
    ],
    [
      'a library that hands https addresses to the proxy in plain text',
      `const { hostname, port } = new URL(process.env.HTTPS_PROXY)
       const agents = { https: new https.Agent({ cert, key }) }
       await asked(http, { hostname, port, path: url, headers: { ...headers, host: 'strict.example' }, agents })`,
    ],
  ])('with its certificate, by %s', async (_, script) => {
    await client(script)

    expect(toy.peers().map(({ tls, certificate }) => [tls, certificate !== null])).toEqual([[true, true]])
  })
})

describe('a client in Node', () => {
  test('is refused other hosts by the proxy, in its own words', async () => {
    const out = await client(
      `const answer = await fetch('https://example.com/'); console.log(answer.status, await answer.text())`,
    )

    expect(out).toMatch(
      /^403 Request to example\.com refused: this proxy answers for toy\.example, strict\.example and/,
    )
  })

  test.each(['strict.example', '.example', '*.example', 'strict.example:443', '*', 'a.b, strict.example'])(
    'is not led to the proxy where NO_PROXY says %s',
    async (list) => {
      const script = `await fetch(url).catch(() => undefined)`

      expect(await client(script, { NO_PROXY: list })).toBe('looked up strict.example\n')
      expect(toy.exchanges()).toEqual([])
    },
  )

  test.each(['rict.example', 'strict.example:80', 'x.strict.example', ''])(
    'is led there where NO_PROXY says %j',
    async (list) => {
      expect(await client(`console.log((await fetch(url, { headers })).status)`, { NO_PROXY: list })).toBe('200\n')
    },
  )

  test('reaches this machine, and other ports of any, without the proxy', async () => {
    const server = createServer((socket) => socket.end('itself')).listen(0, '127.0.0.1')
    await new Promise((open) => server.once('listening', open))
    const { port } = server.address() as AddressInfo
    const script = `
      const { connect } = await import('node:net')
      console.log(await text(connect(${port}, '127.0.0.1')))
      connect(5432, 'strict.example').on('error', () => undefined)
      connect(443, '127.0.0.9').on('error', ({ address }) => console.log(address))`

    const out = await client(script)

    expect(out.trim().split('\n').sort()).toEqual(['127.0.0.9', 'itself', 'looked up strict.example'])
    server.close()
  })

  test('is left alone where no sandbox was named', async () => {
    const script = `await fetch(url).catch(() => undefined)`

    expect(await client(script, { WATTPROOF_PROXY_URL: '' })).toBe('looked up strict.example\n')
  })
})
