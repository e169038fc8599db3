import { card } from '../../mocks/pge/index.ts'
import { clientSecretOf, refreshTokenGivenTo, registrationTokenOf } from '../../mocks/pge/domain/secrets.ts'
import type { State } from '../../mocks/pge/model/index.ts'
import type { Peer } from '../../src/contract/provider.ts'
import type { Exchange } from '../../src/ground/journal/index.ts'
import { issueCertificate } from '../../src/sandbox/client-certificates.ts'
import { ExchangeInProgress } from '../../src/sandbox/exchange.ts'
import { World } from '../../src/sandbox/world/index.ts'
import { CertificateFolder, ClientCertificates } from '../../src/toolbox/certificates/index.ts'
import { X509Certificate } from 'node:crypto'
import type { Told } from './pge.ts'
import { story } from './worlds.ts'

export const clientId = 'AcmeEnergy01'
export const secret = clientSecretOf(clientId)
export const registrationToken = registrationTokenOf(clientId)
export const redirectUri = 'http://localhost:3000/callback'
export const tokenPath = '/datacustodian/oauth/v2/token'
export const testTokenPath = '/datacustodian/test/oauth/v2/token'
export const resource = '/GreenButtonConnect/espi/1_1/resource'
export const heldFor = (customer: string) => refreshTokenGivenTo(clientId, customer)

export const basic = (id = clientId, password = secret) =>
  `Basic ${Buffer.from(`${id}:${password}`).toString('base64')}`

/** One folder of certificates for all worlds of a test file; the caller closes it. */
export function certificateFolder() {
  const folder = new CertificateFolder({ name: 'Doors test' })
  return { clients: new ClientCertificates(folder), close: () => folder.close() }
}

type Options = { dialect?: Record<string, string>; clients?: ClientCertificates; start?: string }
export type Asking = { headers?: Record<string, string>; certificate?: Uint8Array | null; host?: string }

/** A world of Share My Data whose doors are knocked at in process. */
export async function openDoors(given: Told = {}, { dialect = {}, clients, start }: Options = {}) {
  const clock = { start: start ?? '2026-03-02T18:00:00.000Z', zone: 'America/Los_Angeles' }
  const told = story({ pge: given }, { clock, dialect: { pge: { switches: dialect } } })
  const world = new World({ name: 'test', cards: [card], scenario: told, ...(clients && { clients }) })
  const open = await world.rooms.open('pge')

  async function call(method: string, path: string, body?: string, asking: Asking = {}): Promise<Response> {
    const {
      headers = {},
      certificate,
      host = certificate === undefined ? 'http://localhost:4704' : 'https://localhost:4714',
    } = asking
    const peer: Peer = {
      remote: '127.0.0.1',
      tls: certificate !== undefined,
      certificate: certificate ?? null,
      hostName: new URL(host).hostname,
    }
    const request = new Request(host + path, { method, headers, ...(body !== undefined && { body }) })
    return open.mounted(request, new ExchangeInProgress(world, open, peer))
  }

  const form = (fields: Record<string, string> | URLSearchParams) => new URLSearchParams(fields).toString()
  const formType = { 'content-type': 'application/x-www-form-urlencoded' }
  const token = (
    fields: Record<string, string>,
    { path = tokenPath, headers = {}, ...asking }: Asking & { path?: string } = {},
  ) => call('POST', path, form(fields), { headers: { authorization: basic(), ...formType, ...headers }, ...asking })

  return {
    world,
    open,
    call,
    get: (path: string, asking?: Asking) => call('GET', path, undefined, asking),
    /** What a browser's form sends. */
    submit: (
      path: string,
      fields: Record<string, string> | URLSearchParams,
      { headers = {}, ...asking }: Asking = {},
    ) => call('POST', path, form(fields), { headers: { ...formType, ...headers }, ...asking }),
    token,
    /** The DER of a client certificate of a kind. */
    certificate: async (kind: string) =>
      new X509Certificate((await issueCertificate(world, open, kind)).certificatePem).raw,
    customer: (action: string, args: object = {}) => world.act('pge', 'customer', action, args),
    utility: (action: string, args: object = {}) => world.act('pge', 'utility', action, args),
    state: <T>(look: (state: State) => T): T => world.read('pge', (state) => look(state as State)),
    lastExchange: () => world.journal.calls().last() as Exchange | undefined,
  }
}

export type Doors = Awaited<ReturnType<typeof openDoors>>

/** A browser: it keeps cookies by their path, and follows what it is told. */
export function browserAt(doors: Doors, host = 'http://localhost:4704') {
  const cookies = new Map<string, { value: string; path: string }>()

  async function visit(method: 'GET' | 'POST', path: string, fields?: Record<string, string> | URLSearchParams) {
    const sent = [...cookies]
      .filter(([, cookie]) => path.startsWith(cookie.path))
      .map(([name, { value }]) => `${name}=${value}`)
    const asking = { host, headers: sent.length > 0 ? { cookie: sent.join('; ') } : {} }
    const answer = method === 'GET' ? await doors.get(path, asking) : await doors.submit(path, fields ?? {}, asking)
    for (const line of answer.headers.getSetCookie()) keep(line)
    return answer
  }

  function keep(line: string): void {
    const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
    const path = /Path=([^;]+)/.exec(line)?.[1] ?? '/'
    if (line.includes('Max-Age=0')) cookies.delete(name)
    else cookies.set(name, { value, path })
  }

  const follow = async (answer: Response): Promise<Response> => {
    const to = answer.headers.get('location') ?? ''
    return answer.status === 303 ? follow(await visit('GET', to)) : answer
  }
  return {
    get: async (path: string) => follow(await visit('GET', path)),
    post: async (path: string, fields: Record<string, string> | URLSearchParams = {}) =>
      follow(await visit('POST', path, fields)),
    cookies,
  }
}

/** The query of an authorization request as your client makes it. */
export function authorizeQuery(more: Record<string, string> = {}): string {
  const usual = { client_id: clientId, redirect_uri: redirectUri, response_type: 'code', state: 's-1' }
  return new URLSearchParams({ ...usual, ...more }).toString()
}
