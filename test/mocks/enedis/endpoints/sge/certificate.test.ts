import { X509Certificate } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { get } from 'node:https'
import { Agent, request } from 'undici'
import { afterEach, describe, expect, test } from 'vitest'
import { HeldWorld, type Doors } from '../../../../../src/sandbox/held-world.ts'
import { Sandbox } from '../../../../../src/sandbox/sandbox.ts'
import { encodeRequest } from '../../../../../src/toolbox/soap/index.ts'
import { answered, probedCard, requestOf, serviceNamed, type Told } from '../../../../support/enedis-sge.ts'
import { story } from '../../../../support/worlds.ts'

type Showing = { kind?: string; login?: string; name?: string }

const agents: Agent[] = []
let held: HeldWorld<Doors> | undefined
afterEach(async () => {
  await Promise.all(agents.splice(0).map((agent) => agent.destroy()))
  await held?.stop()
})

/** A sandbox whose SGE is asked over TLS. */
async function open(told: Told = { sge: {} }, dialect: Record<string, string> = {}) {
  const clock = { start: '2026-10-06T08:00:00.000Z', zone: 'Europe/Paris' }
  const scenario = story({ enedis: told }, { clock, dialect: { enedis: { switches: dialect } } })
  const sandbox = await Sandbox.start({ cards: [probedCard], portBase: 0 })
  const world = new HeldWorld<Doors>(sandbox, await sandbox.create('default', { scenario }))
  held = world
  const { https } = (await world.addresses())['enedis']?.['sge'] as { https: string }
  const ca = await readFile(await sandbox.caFile(), 'utf8')

  async function ask({ kind, login, name }: Showing = {}) {
    const shown = kind === undefined ? undefined : await world.certificate('enedis', kind)
    const own = shown && { cert: shown.certificatePem, key: shown.keyPem }
    const agent = new Agent({ connect: { ca, ...own, ...(name !== undefined && { servername: name }) } })
    agents.push(agent)
    const service = serviceNamed('recherchePoint')
    const body = encodeRequest(service, {
      body: requestOf('recherchePoint', login === undefined ? {} : { login }),
    })
    const headers = { 'content-type': 'text/xml', ...(name !== undefined && { host: name }) }
    const asked = request(https + service.path, { method: 'POST', body, headers, dispatcher: agent })
    return asked.then(
      async ({ statusCode, body }) => (await answered(new Response(await body.text(), { status: statusCode }))).code,
      (error: { code?: string; message: string }) => (error.code === 'ECONNRESET' ? 'reset' : error.message),
    )
  }
  return { world, ask, https, ca }
}

describe('a certificate', () => {
  test('that Enedis knows opens the services', async () => {
    const { ask, world } = await open()

    const env = await world.env()

    expect(await ask({ kind: 'sge' })).toBe('SGT200')
    expect(await readFile(env['WATTPROOF_ENEDIS_SGE_CERTIFICATE'] ?? '', 'utf8')).toContain('BEGIN CERTIFICATE')
    expect(await readFile(env['WATTPROOF_ENEDIS_SGE_KEY'] ?? '', 'utf8')).toContain('PRIVATE KEY')
  })

  test('is needed: without one there is an alert of TLS', async () => {
    const { https, ca } = await open()

    const complaint = await new Promise<string>((done) => {
      get(https, { ca, agent: false }, () => done('answered')).on('error', ({ message }) => done(message))
    })

    expect(complaint).toMatch(/alert certificate required/)
  })

  test.each([
    ['expired', 'sge-expired'],
    ['not valid yet', 'sge-not-yet-valid'],
    ['signed by itself', 'sge-self-signed'],
    ['signed by a stranger', 'sge-stranger'],
    ['revoked', 'sge-revoked'],
    ['unknown to Enedis', 'sge-unknown'],
  ])('that is %s has the connection reset', async (_, kind) => {
    const { ask, world } = await open()

    expect(await ask({ kind })).toBe('reset')
    expect(world.journal.calls().none()).toBe(true)
  })

  test('of another party is no good for your user, and yours for no user of theirs', async () => {
    const { ask } = await open({ sge: { otherParties: { rival: { users: ['rita@rival.example'] } } } })

    expect(await ask({ kind: 'sge-of-rival' })).toBe('SGT502')
    expect(await ask({ kind: 'sge', login: 'rita@rival.example' })).toBe('SGT502')
    expect(await ask({ kind: 'sge-of-rival', login: 'rita@rival.example' })).toBe('SGT200')
  })

  test('is let in once access is open', async () => {
    const { ask, world } = await open({ sge: { environment: 'homologation', party: { reached: 'kitSent' } } })

    const before = await ask({ kind: 'sge' })
    await world.utility('enedis', 'receiveCertificate', {})
    const received = await ask({ kind: 'sge' })
    await world.utility('enedis', 'openAccess', {})

    expect([before, received, await ask({ kind: 'sge' })]).toEqual(['reset', 'reset', 'SGT200'])
  })

  test('expires at the time of the world, and another is received before', async () => {
    const { ask, world } = await open({ sge: { party: { certificateExpires: '2026-10-20' } } })
    const unknownYet = await ask({ kind: 'sge-next' })
    await world.advance('P15D')
    const expired = await ask({ kind: 'sge' })

    await world.utility('enedis', 'receiveCertificate', { next: true })

    expect([unknownYet, expired, await ask({ kind: 'sge-next' })]).toEqual(['reset', 'reset', 'SGT200'])
    expect(await world.env()).toHaveProperty('WATTPROOF_ENEDIS_SGE_NEXT_CERTIFICATE')
  })

  test('of one’s own is let in by its fingerprint, whoever signed it', async () => {
    const { ask, world } = await open()
    const { certificatePem } = await world.certificate('enedis', 'sge-stranger')
    const fingerprint = new X509Certificate(certificatePem).fingerprint256.replaceAll(':', '').toLowerCase()

    await world.utility('enedis', 'receiveCertificate', { fingerprint })

    expect(await ask({ kind: 'sge-stranger' })).toBe('SGT200')
  })
})

test.each([
  ['lint', 'SGT200'],
  ['enforce', 'reset'],
])('a certificate for all names of a domain is let in or not: %s', async (certificatePolicy, expected) => {
  const told = { sge: { party: { certificate: { commonName: '*.acme.example' } } } }
  const { ask } = await open(told, { certificatePolicy })

  expect(await ask({ kind: 'sge' })).toBe(expected)
})

test('a certificate that breaks no rule is let in where rules are enforced', async () => {
  const { ask } = await open({ sge: {} }, { certificatePolicy: 'enforce' })

  expect(await ask({ kind: 'sge' })).toBe('SGT200')
})

describe('by name', () => {
  const production = 'sge-ws.enedis.fr'
  const former = 'sge-b2b.enedis.fr'
  const homologation = 'sge-homologation-ws.enedis.fr'

  test('homologation is found under its own, and is closed by night as production is not', async () => {
    const { ask, world } = await open({ sge: {} }, { closedHours: 'refuse' })

    const byDay = await ask({ kind: 'sge', name: homologation })
    await world.advance('PT12H')

    expect(byDay).toBe('SGT200')
    expect(await ask({ kind: 'sge', name: homologation })).toBe('reset')
    expect(await ask({ kind: 'sge', name: production })).toBe('SGT200')
  })

  test('the one of before 2024 answers, or no longer', async () => {
    const { ask } = await open({ sge: {} }, { sgeHost: 'ws' })

    expect(await ask({ kind: 'sge', name: former })).toBe('reset')
    expect(await ask({ kind: 'sge', name: production })).toBe('SGT200')
  })
})

test('a story of Data Connect mints no certificate for SGE', async () => {
  const { world } = await open({ customers: { claire: {} } })

  const env = await world.env()

  expect(env).not.toHaveProperty('WATTPROOF_ENEDIS_SGE_CERTIFICATE')
  expect(env).toHaveProperty('WATTPROOF_ENEDIS_SGE_LOGIN', 'acme@wattproof.example')
})
