import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { Agent, request as ask } from 'node:https'
import type { SecureContextOptions } from 'node:tls'
import { Agent as UndiciAgent, ProxyAgent, request } from 'undici'
import { afterEach, beforeAll, describe, expect, test } from 'vitest'
import type { InferInput } from 'valibot'
import { card } from '../../mocks/enedis/index.ts'
import type { customer } from '../../mocks/enedis/customer/index.ts'
import type { given } from '../../mocks/enedis/seed/index.ts'
import type { utility } from '../../mocks/enedis/utility/index.ts'
import { HeldWorld } from '../../src/sandbox/held-world.ts'
import { Sandbox } from '../../src/sandbox/sandbox.ts'
import { hasTool } from '../support/tools.ts'
import { story } from '../support/worlds.ts'

type Told = InferInput<typeof given>
type Enedis = { enedis: { customer: typeof customer; utility: typeof utility } }

const open: { stop: () => Promise<unknown> }[] = []
afterEach(async () => {
  for (const one of open.splice(0).reverse()) await one.stop()
})

/** A sandbox with Enedis on free ports and behind a proxy, and what a client is told of it. */
async function begin(told: Told = { sge: {} }) {
  const sandbox = await Sandbox.start({ cards: [card], portBase: 0, ownNames: { proxy: true } })
  open.push(sandbox)
  const clock = { start: '2026-10-06T08:00:00.000Z', zone: 'Europe/Paris' }
  const held = new HeldWorld<Enedis>(
    sandbox,
    await sandbox.create('default', { scenario: story({ enedis: told }, { clock }) }),
  )
  const env = await held.env()
  const caFile = env['WATTPROOF_CA_FILE'] ?? ''
  return {
    sandbox,
    held,
    env,
    caFile,
    ca: await readFile(caFile, 'utf8'),
    url: `${env['WATTPROOF_ENEDIS_SGE_URL']}/nowhere`,
  }
}
type Begun = Awaited<ReturnType<typeof begin>>

async function shown({ held }: Begun, kind: string): Promise<{ cert: string; key: string }> {
  const { certificatePem: cert, keyPem: key } = await held.certificate('enedis', kind)
  return { cert, key }
}

/** What Node's own client makes of a call: the status, or what it says is wrong. */
function byNode({ ca, url }: Begun, own: SecureContextOptions = {}): Promise<number | string> {
  const agent = new Agent({ ca, keepAlive: false, ...own })
  return new Promise((done) => {
    ask(url, { agent }, (answer) => answer.resume().on('end', () => done(answer.statusCode ?? 0)))
      .on('error', ({ message }) => done(message))
      .end()
  })
}

/** What a program prints, on either stream, and whether it failed or not. */
function printed(program: string, args: readonly string[], input = ''): Promise<string> {
  return new Promise((done) => {
    const child = execFile(program, [...args], (_, stdout, stderr) => done(stdout + stderr))
    child.stdin?.on('error', () => undefined).end(input)
  })
}

const wrongKinds = ['sge-expired', 'sge-not-yet-valid', 'sge-self-signed', 'sge-stranger', 'sge-revoked', 'sge-unknown']
/** The answer of the services to whoever asks for one that is not there. */
const admitted = 404

describe('a Node client of the web services', () => {
  test('comes in with the certificate that Enedis knows, by each version of TLS', async () => {
    const sge = await begin()
    const own = await shown(sge, 'sge')

    for (const version of ['TLSv1.2', 'TLSv1.3'] as const)
      expect(await byNode(sge, { ...own, minVersion: version, maxVersion: version })).toBe(admitted)
  })

  test('meets an alert of TLS without one', async () => {
    const sge = await begin()

    expect(await byNode(sge, { maxVersion: 'TLSv1.2' })).toMatch(/alert handshake failure/)
    expect(await byNode(sge)).toMatch(/alert certificate required/)
    expect(sge.held.journal.calls().none()).toBe(true)
  })

  test.each(wrongKinds)('is cut off with one of the kind %s before it asks anything', async (kind) => {
    const sge = await begin()

    expect(await byNode(sge, await shown(sge, kind))).toMatch(/ECONNRESET/)
    expect(sge.held.journal.calls().none()).toBe(true)
  })

  test('is cut off when its certificate expires at the time of the story', async () => {
    const sge = await begin({ sge: { party: { certificateExpires: '2026-10-07' } } })
    const own = await shown(sge, 'sge')

    const before = await byNode(sge, own)
    await sge.held.advance('P2D')

    expect([before, await byNode(sge, own)]).toEqual([admitted, expect.stringMatching(/ECONNRESET/)])
  })

  test('is cut off until its access is open', async () => {
    const sge = await begin({ sge: { party: { reached: 'certificateReceived' } } })
    const own = await shown(sge, 'sge')

    const before = await byNode(sge, own)
    await sge.held.utility('enedis', 'openAccess', {})

    expect([before, await byNode(sge, own)]).toEqual([expect.stringMatching(/ECONNRESET/), admitted])
  })

  test('needs no certificate for Data Connect beside it', async () => {
    const { ca, env } = await begin()
    const dispatcher = new UndiciAgent({ connect: { ca } })
    open.push({ stop: () => dispatcher.close() })

    expect((await request(`${env['WATTPROOF_ENEDIS_URL']}/nowhere`, { dispatcher })).statusCode).toBe(404)
  })

  test.each(['sge-ws.enedis.fr', 'sge-b2b.enedis.fr', 'sge-homologation-ws.enedis.fr'])(
    'comes in under the name %s by the proxy',
    async (name) => {
      const sge = await begin()
      const uri = (await sge.sandbox.proxy()) ?? ''
      const [own, expired] = [await shown(sge, 'sge'), await shown(sge, 'sge-expired')]
      const through = (certificate: object) => {
        const dispatcher = new ProxyAgent({ uri, requestTls: { ca: sge.ca, ...certificate } })
        open.push({ stop: () => dispatcher.destroy() })
        return request(`https://${name}/nowhere`, { dispatcher })
      }

      expect((await through(own)).statusCode).toBe(admitted)
      await expect(through(expired)).rejects.toThrow()
    },
  )
})

describe('a client built on OpenSSL', () => {
  const filesOf = async ({ held }: Begun, kind: string) => {
    const { certificateFile, keyFile } = await held.certificate('enedis', kind)
    return ['--cert', certificateFile, '--key', keyFile]
  }
  const curl = ({ caFile, url }: Begun, ...own: string[]) =>
    printed('curl', ['-sS', '-o', '/dev/null', '-w', '%{http_code}', '--cacert', caFile, ...own, url])

  test('curl comes in by the files that its environment names', async () => {
    const sge = await begin()
    const { WATTPROOF_ENEDIS_SGE_CERTIFICATE: cert = '', WATTPROOF_ENEDIS_SGE_KEY: key = '' } = sge.env

    expect(await curl(sge, '--cert', cert, '--key', key)).toBe('404')
  })

  test('curl is told that a certificate is required, or that the line was reset', async () => {
    const sge = await begin()

    expect(await curl(sge)).toMatch(/alert certificate required/)
    expect(await curl(sge, '--tls-max', '1.2')).toMatch(/alert handshake failure/)
    for (const kind of ['sge-expired', 'sge-stranger', 'sge-self-signed'])
      expect(await curl(sge, ...(await filesOf(sge, kind)))).toMatch(/reset by peer|not connected/)
  })

  describe.skipIf(!hasTool('python3', '-c', 'import requests'))('in Python', () => {
    const script = `
import sys, requests
url, ca, *own = sys.argv[1:]
try:
    print(requests.get(url, verify=ca, cert=tuple(own) or None).status_code)
except requests.exceptions.ConnectionError as error:
    print(type(error).__name__, error)`
    let python: (sge: Begun, ...own: string[]) => Promise<string>
    beforeAll(() => {
      python = ({ url, caFile }, ...own) => printed('python3', ['-', url, caFile, ...own], script)
    })

    test('requests tells the three apart', async () => {
      const sge = await begin()
      const [, cert = '', , key = ''] = await filesOf(sge, 'sge')
      const [, old = '', , oldKey = ''] = await filesOf(sge, 'sge-expired')

      expect(await python(sge, cert, key)).toBe('404\n')
      expect(await python(sge)).toMatch(/alert certificate required/i)
      // Which of them depends on whether it reads or writes when the line is reset.
      expect(await python(sge, old, oldKey)).toMatch(/reset by peer|aborted|EOF occurred/i)
    })
  })
})
