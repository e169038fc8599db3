import { card } from '../../mocks/enedis/index.ts'
import { apiDoor } from '../../mocks/enedis/endpoints/door.ts'
import { mayRead } from '../../mocks/enedis/domain/data-access.ts'
import { clientSecretOf } from '../../mocks/enedis/domain/secrets.ts'
import type { DataKind, State, UsagePointId } from '../../mocks/enedis/model/index.ts'
import { room } from '../../mocks/enedis/room.ts'
import type { given } from '../../mocks/enedis/seed/index.ts'
import type { Room } from '../../src/contract/provider.ts'
import type { Exchange } from '../../src/ground/journal/index.ts'
import { ExchangeInProgress } from '../../src/sandbox/exchange.ts'
import { World } from '../../src/sandbox/world/index.ts'
import type { InferInput } from 'valibot'
import { story } from './worlds.ts'

export type Told = InferInput<typeof given>

export const clientId = 'acme-energie-production'
export const sandboxId = 'acme-energie-sandbox'
export const secret = clientSecretOf(clientId)
export const redirectUri = 'http://localhost:3000/callback'
export const tokenPath = '/oauth2/v3/token'
export const formerTokenPath = '/v1/oauth2/token'
export const pageV1 = '/dataconnect/v1/oauth2/authorize'
export const pageV2 = '/dataconnect/v2/oauth2/authorize'
export const home = 'http://localhost:4702'

export const basic = (id = clientId, password = clientSecretOf(id)) =>
  `Basic ${Buffer.from(`${id}:${password}`).toString('base64')}`

/** Claire has two usage points, Paul one; nobody has consented to anything. */
export const street = {
  customers: {
    claire: { usagePoints: { flat: 'C5', house: 'C5' } },
    paul: { usagePoints: { home: 'C5' } },
  },
} satisfies Told

/** The same street, in which Claire has consented to you about her flat. */
export const consentedStreet = {
  customers: { ...street.customers, claire: { ...street.customers.claire, consented: { usagePoints: ['flat'] } } },
} satisfies Told

/** Doors that read one kind of data and no more: what stands before every API, tried without its measures. */
const probes = [
  ['GET /metering_data_clc/v5/consumption_load_curve', 'probe.curve', 'loadCurve', 'usage_point_id'],
  ['GET /metering_data_dc/v5/daily_consumption', 'probe.daily', 'dailyEnergy', 'usage_point_id'],
  ['GET /customers_upc/v5/usage_points/contracts', 'probe.contract', 'contract', 'usage_point_id'],
  ['GET /v4/metering_data/daily_consumption', 'probe.former', 'dailyEnergy', 'usage_point_id'],
  ['GET /mesure_synchrone_auto/v2/consommation_quotidienne', 'probe.quotidienne', 'dailyEnergy', 'pointId'],
  ['GET /alimentation_auto/v1/:prm', 'probe.supply', 'supply', null],
] as const satisfies readonly (readonly [string, string, DataKind, string | null])[]

const probed: Room = {
  ...room,
  endpoints: [
    ...room.endpoints.filter(({ path }) => !probes.some(([route]) => route === `GET ${path}`)),
    ...probes.map(([route, name, data, parameter]) =>
      apiDoor(route, { name, basis: 'inferred', source: 'INF, a probe' }, (c, { store, caller, now, dialect }) => {
        const usagePoint = (parameter === null ? c.req.param('prm') : c.req.query(parameter)) as UsagePointId
        const consent = store.read((state) => mayRead(state, { bearer: caller, usagePoint, data }, { now, dialect }))
        return c.json({ consent: consent.id })
      }),
    ),
  ],
}
const probedCard = { ...card, open: async () => ({ room: probed }) }

export const curvePath = (prm: string) => `/metering_data_clc/v5/consumption_load_curve?usage_point_id=${prm}`
export const dailyPath = (prm: string) => `/metering_data_dc/v5/daily_consumption?usage_point_id=${prm}`
export const contractPath = (prm: string) => `/customers_upc/v5/usage_points/contracts?usage_point_id=${prm}`
export const formerPath = (prm: string) => `/v4/metering_data/daily_consumption?usage_point_id=${prm}`
export const quotidiennePath = (prm: string) => `/mesure_synchrone_auto/v2/consommation_quotidienne?pointId=${prm}`
export const supplyPath = (prm: string) => `/alimentation_auto/v1/${prm}`

type Options = { dialect?: Record<string, string>; preset?: string; start?: string; pace?: number }
export type Asking = { headers?: Record<string, string>; host?: string }

/** A world of Enedis whose doors are knocked at in process. */
export async function openDoors(told: Told = {}, { dialect = {}, preset, start, pace }: Options = {}) {
  const clock = { start: start ?? '2026-10-06T10:00:00.000Z', zone: 'Europe/Paris' }
  const settings = { enedis: { switches: dialect, ...(preset !== undefined && { preset }) } }
  const scenario = story({ enedis: told }, { clock, dialect: settings })
  const world = new World({ name: 'test', cards: [probedCard], scenario, ...(pace !== undefined && { pace }) })
  const open = await world.rooms.open('enedis')

  function call(method: string, path: string, body?: string, { headers = {}, host = home }: Asking = {}) {
    const peer = { remote: '127.0.0.1', tls: false, certificate: null, hostName: new URL(host).hostname }
    const request = new Request(host + path, { method, headers, ...(body !== undefined && { body }) })
    return Promise.resolve(open.mounted(request, new ExchangeInProgress(world, open, peer)))
  }

  const formType = { 'content-type': 'application/x-www-form-urlencoded' }
  const get = (path: string, asking?: Asking) => call('GET', path, undefined, asking)
  const submit = (path: string, fields: Record<string, string> | URLSearchParams, asking: Asking = {}) =>
    call('POST', path, new URLSearchParams(fields).toString(), {
      ...asking,
      headers: { ...formType, ...asking.headers },
    })
  const tokenOf = async (id = clientId, asking: Asking = {}) => {
    const fields = { grant_type: 'client_credentials', client_id: id, client_secret: clientSecretOf(id) }
    const answer = await submit(tokenPath, fields, asking)
    return ((await answer.json()) as { access_token: string }).access_token
  }

  const done = async (door: 'customer' | 'utility', action: string, args: object) => {
    const told = await world.act('enedis', door, action, args)
    if (told.outcome !== 'done') throw new Error(`${action} was ${told.outcome}: ${told.says}`)
    return told.result
  }

  return {
    world,
    open,
    call,
    get,
    submit,
    tokenOf,
    /** Asks an API with a token. */
    read: (path: string, token: string, { headers = {}, ...asking }: Asking = {}) =>
      get(path, { ...asking, headers: { ...headers, authorization: `Bearer ${token}` } }),
    /** Where the consent page of a request leads. */
    consentAt: async (path: string, params: Record<string, string> = {}) => {
      const usual = { client_id: clientId, response_type: 'code', duration: 'P1Y', state: 'abc1' }
      return get(`${path}?${new URLSearchParams({ ...usual, ...params }).toString()}`)
    },
    customer: (action: string, args: object = {}) => done('customer', action, args),
    utility: (action: string, args: object = {}) => done('utility', action, args),
    /** What a page says to an act, or what makes it impossible. */
    refusedTo: async (door: 'customer' | 'utility', action: string, args: object = {}) => {
      const told = await world.act('enedis', door, action, args)
      return told.outcome === 'refused' ? told.alert : told.outcome === 'impossible' ? told.says : 'done'
    },
    state: <T>(look: (state: State) => T): T => world.read('enedis', (state) => look(state as State)),
    prm: (name: string) =>
      world.read('enedis', (state) => (state as State).names.usagePoint[name] ?? 'nobody') as string,
    consents: () => world.read('enedis', (state) => Object.values((state as State).consents)),
    lastExchange: () => world.journal.calls().last() as Exchange | undefined,
  }
}

export type Doors = Awaited<ReturnType<typeof openDoors>>

/** Where an answer sends the browser. */
export const location = (answer: Response) => answer.headers.get('location') ?? ''
export const search = (answer: Response) => Object.fromEntries(new URL(location(answer)).searchParams)

/** A browser: it keeps its cookie, and goes on where pages send it with 303. */
export function browserAt(doors: Doors) {
  let cookie = ''
  async function visit(method: 'GET' | 'POST', path: string, fields?: Record<string, string> | URLSearchParams) {
    const asking = { headers: cookie === '' ? {} : { cookie } }
    const answer = method === 'GET' ? await doors.get(path, asking) : await doors.submit(path, fields ?? {}, asking)
    const [line] = answer.headers.getSetCookie()
    if (line !== undefined) cookie = line.includes('Max-Age=0') ? '' : (line.split(';')[0] ?? '')
    return answer
  }
  const follow = async (answer: Response): Promise<Response> =>
    answer.status === 303 ? follow(await visit('GET', location(answer))) : answer
  return {
    get: async (path: string) => follow(await visit('GET', path)),
    post: async (path: string, fields: Record<string, string> | URLSearchParams = {}) =>
      follow(await visit('POST', path, fields)),
  }
}
