import { createServer, type Server } from 'node:https'
import { readFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import type { TLSSocket } from 'node:tls'
import { Agent, request } from 'undici'
import { afterEach, describe, expect, test } from 'vitest'
import { mintAuthority, mintServerCertificate } from '../../src/toolbox/certificates/index.ts'
import { openPge, type OpenPge } from '../support/pge-sandbox.ts'
import type { Told } from '../support/pge.ts'

const open: { close: () => unknown }[] = []
afterEach(async () => {
  for (const one of open.splice(0).reverse()) await one.close()
})

async function begin(given: Told = {}, dialect: Record<string, string> = {}): Promise<OpenPge> {
  const pge = await openPge(given, dialect)
  open.push({ close: () => pge.stop() })
  return pge
}

/** A Node client with a client certificate of a kind; OpenSSL is told to load weak ones too. */
async function clientWith(pge: OpenPge, kind: string | null): Promise<Agent> {
  const shown = kind === null ? undefined : await pge.held.certificate('pge', kind)
  const agent = new Agent({
    connect: {
      ca: readFileSync(pge.told('WATTPROOF_CA_FILE'), 'utf8'),
      ciphers: 'DEFAULT@SECLEVEL=0',
      ...(shown && { cert: shown.certificatePem, key: shown.keyPem }),
    },
  })
  open.push({ close: () => agent.close() })
  return agent
}

const basic = (pge: OpenPge) =>
  `Basic ${Buffer.from(`${pge.told('WATTPROOF_PGE_CLIENT_ID')}:${pge.told('WATTPROOF_PGE_CLIENT_SECRET')}`).toString('base64')}`

async function token(pge: OpenPge, dispatcher: Agent, params: Record<string, string>) {
  const { statusCode, body } = await request(`${pge.https}/datacustodian/oauth/v2/token`, {
    ...{ method: 'POST', dispatcher, body: new URLSearchParams(params).toString() },
    headers: { authorization: basic(pge), 'content-type': 'application/x-www-form-urlencoded' },
  })
  return { statusCode, body: (await body.json()) as Record<string, string> }
}
const client = { grant_type: 'client_credentials' }

describe('a Node client with a certificate', () => {
  test('gets a token with the registered one', async () => {
    const pge = await begin()

    expect((await token(pge, await clientWith(pge, 'good'), client)).statusCode).toBe(200)
  })

  test.each(['rsa-1024', 'sha-1', 'elliptic', 'expired', 'revoked', 'unregistered', null])(
    'is refused with one of the kind %s, after the handshake',
    async (kind) => {
      const pge = await begin()

      const answer = await token(pge, await clientWith(pge, kind), client)

      expect([answer.statusCode, answer.body]).toEqual([400, 'Invalid Certificate'])
    },
  )

  test('is cut off at the handshake by a switch, and only with a bad one', async () => {
    const pge = await begin({}, { mtlsFailure: 'handshake' })

    const good = await token(pge, await clientWith(pge, 'good'), client)
    const bad = token(pge, await clientWith(pge, 'expired'), client)

    expect(good.statusCode).toBe(200)
    await expect(bad).rejects.toThrow()
    expect(pge.held.journal.calls('token.create').count()).toBe(1)
  })

  test('may speak TLS 1.3 by a switch', async () => {
    const pge = await begin({}, { tls: '1.2+' })
    const agent = new Agent({ connect: { rejectUnauthorized: false, minVersion: 'TLSv1.3' } })
    open.push({ close: () => agent.close() })

    expect((await request(`${pge.https}/nowhere`, { dispatcher: agent })).statusCode).toBe(404)
  })
})

describe('a client that is notified', () => {
  /** A receiver that speaks TLS for itself and wants PG&E's certificate. */
  async function receiver() {
    const { certificatePem: cert, keyPem: key } = await mintServerCertificate(await mintAuthority({ name: 'Acme' }))
    const seen: { headers: NodeJS.Dict<string | string[]>; body: string; from: string | undefined }[] = []
    const server: Server = createServer(
      { cert, key, requestCert: true, rejectUnauthorized: false },
      (asked, answer) => {
        void text(asked).then((body) => {
          const from = (asked.socket as TLSSocket).getPeerX509Certificate()?.subject
          seen.push({ headers: asked.headers, body, from })
          answer.end()
        })
      },
    )
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
    open.push({ close: () => (server.closeAllConnections(), server.close()) })
    const notifyUri = `https://localhost:${(server.address() as AddressInfo).port}/notify`
    return { seen, notifyUri }
  }

  const alice = { agreements: { power: 'electric', gas: 'gas' }, authorized: true } as const
  const refreshed = async (pge: OpenPge, agent: Agent) =>
    (
      await token(pge, agent, {
        ...{ grant_type: 'refresh_token', refresh_token: pge.told('WATTPROOF_PGE_REFRESH_TOKEN_ALICE') },
      })
    ).body

  test('asks, is told later by PG&E itself, and fetches each resource with the transaction it began', async () => {
    const { seen, notifyUri } = await receiver()
    const pge = await begin({ you: { notifyUri }, customers: { alice } })
    const dispatcher = await clientWith(pge, 'good')
    const { access_token, resourceURI = '' } = await refreshed(pge, dispatcher)
    const headers = { authorization: `Bearer ${access_token}`, 'x-transaction-id': 'run-7' }
    const window = 'published-min=2026-02-01T08:00:00Z&published-max=2026-02-02T08:00:00Z'

    const asked = await request(`${resourceURI}?${window}`, { dispatcher, headers })
    await pge.held.advance('PT5M')

    expect([asked.statusCode, asked.headers['x-transaction-id']]).toEqual([202, 'run-7'])
    expect(seen).toHaveLength(1)
    const [notice] = seen
    expect(notice?.from).toBe('O=PG&E Share My Data\nCN=api.pge.com')
    expect(notice?.headers).toMatchObject({
      ...{
        'content-type': 'application/xml',
        'content-length': String(notice?.body.length),
        'x-transaction-id': 'run-7',
      },
    })
    const addresses = [...(notice?.body ?? '').matchAll(/<ns0:resources>([^<]+)</g)].map(([, address]) => address ?? '')
    expect(addresses.map((address) => address.startsWith(`${pge.https}/GreenButtonConnect/`))).toEqual([true, true])
    for (const address of addresses) {
      const {
        statusCode,
        headers: answered,
        body,
      } = await request(address.replaceAll('&amp;', '&'), {
        dispatcher,
        headers: { authorization: headers.authorization },
      })
      expect([statusCode, answered['x-transaction-id']]).toEqual([200, 'run-7'])
      expect(await body.text()).toContain('<ns1:feed')
    }
  })

  test('is told before it is answered when the call is early', async () => {
    const { seen, notifyUri } = await receiver()
    const pge = await begin({ you: { notifyUri }, customers: { alice } })
    const dispatcher = await clientWith(pge, 'good')
    const { access_token, resourceURI = '' } = await refreshed(pge, dispatcher)
    pge.held.arm({ on: 'batch*', kind: 'early' })

    const window = 'published-min=2026-02-01T08:00:00Z&published-max=2026-02-02T08:00:00Z'
    const headers = { authorization: `Bearer ${access_token}` }
    const asked = await request(`${resourceURI}?${window}`, { dispatcher, headers })

    expect([asked.statusCode, seen.length]).toEqual([202, 1])
    const kinds = pge.held.journal
      .entries()
      .map(({ kind }) => kind)
      .filter((kind) => kind !== 'finding')
    expect(kinds.slice(-2)).toEqual(['notice', 'exchange'])
  })

  test('is told of a cancellation at the https address, though nobody asked', async () => {
    const { seen, notifyUri } = await receiver()
    const pge = await begin({ you: { notifyUri }, customers: { alice } })

    await pge.held.customer('pge', 'cancel', { as: 'alice' })
    await pge.held.world.outbox.settled

    const [id] = pge.state(({ authorizations }) => Object.keys(authorizations))
    expect(seen[0]?.body).toContain(
      `<ns0:resources>${pge.https}/GreenButtonConnect/espi/1_1/resource/Authorization/${id}<`,
    )
  })
})
