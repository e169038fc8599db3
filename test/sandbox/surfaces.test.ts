import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { Agent as NodeAgent, get } from 'node:https'
import type { SecureContextOptions, TLSSocket } from 'node:tls'
import { promisify } from 'node:util'
import { Agent, ProxyAgent, request } from 'undici'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Doors, HeldWorld } from '../../src/sandbox/held-world.ts'
import { openCountingHouse } from '../support/counting-house.ts'
import { as } from '../support/worlds.ts'

let held: HeldWorld<Doors>
let at: { http: string; https: string }
let ca: string
const agents: (Agent | ProxyAgent)[] = []
beforeEach(async () => {
  held = await openCountingHouse()
  at = (await held.addresses())['toyGrid']?.['vault'] as typeof at
  ca = await readFile(await held.sandbox.caFile(), 'utf8')
})
afterEach(async () => {
  await Promise.all(agents.splice(0).map((agent) => agent.destroy()))
  await held.stop()
})

describe('a surface with endpoints of its own', () => {
  test('answers by them, and the others do not', async () => {
    const ofAll = await held.fetch('toyGrid', '/api/count', as('ann'))
    const own = await held.fetch('toyGrid', '/count', { surface: 'vault' })

    expect([await ofAll.text(), await own.text()]).toEqual(['0', 'gold, at vault '])
    expect([ofAll, own].map(({ headers }) => headers.get('x-surface'))).toEqual(['api', 'vault'])
  })

  test.each([
    ['vault', 'GET', '/api/count', 404, null],
    ['vault', 'PUT', '/count', 405, 'GET'],
    ['vault', 'GET', '/gold', 405, 'POST'],
    ['api', 'POST', '/api/gold', 404, null],
    ['api', 'DELETE', '/api/count', 405, 'GET, PUT'],
  ])('of %s: %s %s answers %i', async (surface, method, path, status, allow) => {
    const answer = await held.fetch('toyGrid', path, { method, surface })

    expect([answer.status, answer.headers.get('allow')]).toEqual([status, allow])
    expect(answer.headers.get('x-surface')).toBe(surface)
  })

  test('says which surfaces there are when one is named wrongly', async () => {
    await expect(held.fetch('toyGrid', '/count', { surface: 'volt' })).rejects.toThrow(
      'The card has no surface "volt": it has api, vault.',
    )
  })

  test('answers on ports of its own', async () => {
    const api = (await held.addresses())['toyGrid']?.['api'] as typeof at

    const [own, others] = await Promise.all([request(`${at.http}/count`), request(`${api.http}/count`)])

    expect([own.statusCode, others.statusCode]).toEqual([200, 404])
  })

  test('answers under its own name through the proxy', async () => {
    const uri = (await held.sandbox.proxy()) as string
    const dispatcher = keep(new ProxyAgent({ uri, requestTls: { ca, ...(await shown('good')) } }))

    const { statusCode, body } = await request('https://vault.example/count', { dispatcher })

    expect([statusCode, await body.text()]).toEqual([200, 'gold, at vault '])
  })

  test('is not asked on behalf of a client that cannot show its certificate', async () => {
    const proxy = (await held.sandbox.proxy()) as string

    const { stdout } = await exec('curl', ['-s', '--request-target', 'https://vault.example/count', proxy])

    expect(stdout).toMatch(/vault\.example wants a client certificate.* Ask for a tunnel \(CONNECT\)/)
  })
})

describe('a surface that requires certificates', () => {
  const ask = async (agent: Agent) => request(`${at.https}/count`, { dispatcher: agent })

  test('lets in who shows a good one', async () => {
    expect((await ask(await clientWith('good'))).statusCode).toBe(200)
  })

  test('sends a TLS alert to who shows none, by TLS 1.2 and 1.3', async () => {
    const older = await complaintOf({ maxVersion: 'TLSv1.2' })
    const newer = await complaintOf({ minVersion: 'TLSv1.3' })

    expect(older).toMatch(/alert handshake failure/)
    expect(newer).toMatch(/alert certificate required/)
    expect(held.journal.calls().none()).toBe(true)
  })

  test.each(['stranger', 'own', 'expired', 'revoked'])('resets the line of who shows one that is %s', async (kind) => {
    const asking = ask(await clientWith(kind))

    await expect(asking).rejects.toMatchObject({ code: 'ECONNRESET' })
    expect(held.journal.calls().none()).toBe(true)
  })

  test('lets in who was told of a certificate with the rest of its environment', async () => {
    const env = await held.env()
    const [cert, caFile] = [env['WATTPROOF_TOY_CERT_FILE'] ?? '', env['WATTPROOF_CA_FILE'] ?? '']

    const told = await curl(['--cacert', caFile, '--cert', cert, '--key', cert.replace(/\.pem$/, '-key.pem')])

    expect(told).toBe('200')
  })

  test('knows a client again that resumes its session, and judges it again', async () => {
    const agent = new NodeAgent({ ca, ...(await shown('good')), keepAlive: false })
    const resumed: boolean[] = []
    const call = () =>
      new Promise<string>((done) => {
        const asking = get(`${at.https}/count`, { agent }, (answer) => {
          resumed.push((answer.socket as TLSSocket).isSessionReused())
          answer.resume().on('end', () => done(String(answer.statusCode)))
        })
        asking.on('error', ({ message }) => done(message))
      })

    const [first, second] = [await call(), await call()]
    await held.advance('P2Y')
    const third = await call()

    expect([first, second, resumed]).toEqual(['200', '200', [false, true]])
    expect(third).toMatch(/ECONNRESET|socket hang up/)
  })

  test('judges dates by the time of the world', async () => {
    const client = await clientWith('good')
    expect((await ask(client)).statusCode).toBe(200)
    await client.close()
    await held.advance('P2Y')

    await expect(ask(await clientWith('good'))).rejects.toMatchObject({ code: 'ECONNRESET' })
  })

  test('tells a client of OpenSSL the same', async () => {
    const good = await held.certificate('toyGrid', 'good')
    const expired = await held.certificate('toyGrid', 'expired')
    const cacert = ['--cacert', await held.sandbox.caFile()]
    const showing = (own: typeof good) => [...cacert, '--cert', own.certificateFile, '--key', own.keyFile]

    expect(await curl(showing(good))).toBe('200')
    expect(await curl(cacert)).toMatch(/alert certificate required/)
    expect(await curl(showing(expired))).toMatch(/reset by peer|not connected/)
  })
})

const exec = promisify(execFile)

/** What Node's own client says of a call without a certificate. */
function complaintOf(versions: SecureContextOptions): Promise<string> {
  return new Promise((done) => {
    const asking = get(`${at.https}/count`, { ca, agent: false, ...versions }, () => done('answered'))
    asking.on('error', ({ message }) => done(message))
  })
}

/** The status, or what curl says of the failure. */
async function curl(args: readonly string[]): Promise<string> {
  const told = ['-sS', '-o', '/dev/null', '-w', '%{http_code}', ...args, `${at.https}/count`]
  const { stdout, stderr } = await exec('curl', told).catch((error: { stdout: string; stderr: string }) => error)
  return stderr || stdout
}

async function shown(kind: string): Promise<{ cert: string; key: string }> {
  const { certificatePem: cert, keyPem: key } = await held.certificate('toyGrid', kind)
  return { cert, key }
}

async function clientWith(kind: string | null, versions: object = {}): Promise<Agent> {
  return keep(new Agent({ connect: { ca, ...versions, ...(kind !== null && (await shown(kind))) } }))
}

function keep<A extends Agent | ProxyAgent>(agent: A): A {
  agents.push(agent)
  return agent
}
