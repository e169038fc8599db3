import { card } from '../../mocks/enedis/index.ts'
import { clientSecretOf, refreshTokenGivenTo } from '../../mocks/enedis/domain/secrets.ts'
import type { State } from '../../mocks/enedis/model/index.ts'
import type { given } from '../../mocks/enedis/seed/index.ts'
import type { Exchange } from '../../src/ground/journal/index.ts'
import { ExchangeInProgress } from '../../src/sandbox/exchange.ts'
import { World } from '../../src/sandbox/world/index.ts'
import type { InferInput } from 'valibot'
import { story } from './worlds.ts'

type Told = InferInput<typeof given>
type PointTold = Exclude<NonNullable<NonNullable<Told['customers']>[string]['usagePoints']>[string], string>
type ConsentTold = Exclude<NonNullable<Told['customers']>[string]['consented'], boolean | undefined>
type Options = {
  dialect?: Record<string, string>
  preset?: string
  now?: string
  seed?: string
  pace?: number
  /** Where files are put. */
  deposits?: string
}

const clientId = 'acme-energie-production'
const form = { 'content-type': 'application/x-www-form-urlencoded' }

/** Claire lives at a usage point and has consented to you, on the page of old, so that every generation opens it. */
export const claireAt = (home: PointTold = {}, consent: Partial<ConsentTold> = {}): Told => ({
  customers: {
    claire: {
      usagePoints: { home: { segment: 'C5', commissionedOn: '2013-08-14', ...home } },
      consented: { page: 'v1', duration: 'P3Y', ...consent },
    },
  },
})

/** A world of Enedis whose APIs are asked in process, with a token. */
export async function openApis(told: Told = claireAt(), options: Options = {}) {
  // A test has soon asked five times in a second, and few are about the quota.
  const { dialect = {}, preset, now, seed = 'seed', pace = 100_000, deposits } = options
  const clock = { start: now ?? '2026-10-05T10:00:00.000Z', zone: 'Europe/Paris' }
  const settings = { enedis: { switches: dialect, ...(preset !== undefined && { preset }) } }
  const world = new World({
    name: 'test',
    cards: [card],
    scenario: story({ enedis: told }, { clock, seed, dialect: settings }),
    pace,
    ...(deposits !== undefined && { deposits }),
  })
  const open = await world.rooms.open('enedis')

  function call(path: string, init: RequestInit = {}) {
    const peer = { remote: '127.0.0.1', tls: false, certificate: null, hostName: 'localhost' }
    return Promise.resolve(
      open.mounted(new Request(`http://localhost:4702${path}`, init), new ExchangeInProgress(world, open, peer)),
    )
  }

  async function tokenFrom(path: string, fields: Record<string, string>): Promise<string> {
    const body = new URLSearchParams({ client_id: clientId, client_secret: clientSecretOf(clientId), ...fields })
    const answer = await call(path, { method: 'POST', headers: form, body: body.toString() })
    return ((await answer.json()) as { access_token: string }).access_token
  }

  const tokens: Record<string, string> = {}
  const token = async (path: string) => {
    if (/^\/v[34]\//.test(path)) {
      const refresh_token = refreshTokenGivenTo(clientId, 'claire')
      return (tokens['v4'] ??= await tokenFrom('/v1/oauth2/token', { grant_type: 'refresh_token', refresh_token }))
    }
    return (tokens['v5'] ??= await tokenFrom('/oauth2/v3/token', { grant_type: 'client_credentials' }))
  }

  const done = async (door: 'customer' | 'utility', action: string, args: object) => {
    const told = await world.act('enedis', door, action, args)
    if (told.outcome !== 'done') throw new Error(`${action} was ${told.outcome}.`)
    return told.result
  }

  return {
    world,
    open,
    /** Asks for something with a token of its generation; parameters that are not told are not sent. */
    read: async (path: string, query: Readonly<Record<string, string | undefined>> = {}) => {
      const told = Object.entries(query).filter((entry): entry is [string, string] => entry[1] !== undefined)
      const authorization = `Bearer ${await token(path)}`
      return call(`${path}?${new URLSearchParams(told).toString()}`, { headers: { authorization } })
    },
    /** Sends JSON with a token of today. */
    post: async (path: string, body: unknown) => {
      const headers = { authorization: `Bearer ${await token(path)}`, 'content-type': 'application/json' }
      return call(path, { method: 'POST', headers, body: typeof body === 'string' ? body : JSON.stringify(body) })
    },
    utility: (action: string, args: object = {}) => done('utility', action, args),
    customer: (action: string, args: object = {}) => done('customer', action, args),
    prm: (name = 'claire.home') =>
      world.read('enedis', (state) => (state as State).names.usagePoint[name] ?? 'nobody') as string,
    lastExchange: () => world.journal.calls().last() as Exchange | undefined,
  }
}

export type Apis = Awaited<ReturnType<typeof openApis>>
