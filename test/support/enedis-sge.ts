import { card } from '../../mocks/enedis/index.ts'
import { sgeDoor } from '../../mocks/enedis/endpoints/sge/door.ts'
import { sgeServices, type SgeServiceName, type State } from '../../mocks/enedis/model/index.ts'
import { room } from '../../mocks/enedis/room.ts'
import type { given } from '../../mocks/enedis/seed/index.ts'
import { sge } from '../../mocks/enedis/wire/sge/index.ts'
import type { Card, Room } from '../../src/contract/provider.ts'
import type { Exchange } from '../../src/ground/journal/index.ts'
import { ExchangeInProgress } from '../../src/sandbox/exchange.ts'
import { World } from '../../src/sandbox/world/index.ts'
import { encodeRequest, type SoapService } from '../../src/toolbox/soap/index.ts'
import type { InferInput } from 'valibot'
import { example } from './soap/arbitrary.ts'
import { story } from './worlds.ts'

export type Told = InferInput<typeof given>

export const login = 'acme@wattproof.example'
export const contract = '1111111'
export const homologationHost = 'http://sge-homologation-ws.enedis.fr'
export const productionHost = 'http://sge-ws.enedis.fr'

const names = Object.keys(sgeServices) as SgeServiceName[]
type Service = SoapService & { path: string }
export const serviceNamed = (name: SgeServiceName): Service => sge[name]

/** Services that answer an example of their reply to whoever may ask: what stands before every one of them. */
const probes = names.flatMap((name) =>
  sgeDoor(name, { name: `${name}.probe`, basis: 'inferred', source: 'INF, a probe' }, () => {
    return example(serviceNamed(name).reply.shape) as never
  }),
)
const probed: Room = { ...room, endpoints: [...room.endpoints.filter(({ surface }) => surface !== 'sge'), ...probes] }
/** Enedis with these probes in the place of its web services. */
export const probedCard: Card = { ...card, open: async () => ({ room: probed }) }

type Options = {
  dialect?: Record<string, string>
  start?: string
  seed?: string
  probing?: boolean
  folders?: Record<string, string>
}
export type Asking = { host?: string; headers?: Record<string, string> }

/** A Tuesday morning on which homologation is open: 10:00 in Paris. */
export const openHour = '2026-10-06T08:00:00.000Z'

/** A world of Enedis whose web services are asked in process: by their rules, or probes of what stands before these. */
export async function openSge(
  told: Told = {},
  { dialect = {}, start = openHour, seed = 'seed', probing = true, folders }: Options = {},
) {
  const settings = { enedis: { switches: dialect } }
  const scenario = story({ enedis: told }, { clock: { start, zone: 'Europe/Paris' }, seed, dialect: settings })
  const cards = [probing ? probedCard : card]
  const world = new World({ name: 'test', cards, scenario, ...(folders && { folders }) })
  const open = await world.rooms.open('enedis')
  const behind = card.surfaces.filter(({ id }) => id === 'sge') as unknown as typeof card.surfaces

  function call(
    method: string,
    path: string,
    body?: string,
    { host = 'http://localhost:4703', headers = {} }: Asking = {},
  ) {
    const peer = { remote: '127.0.0.1', tls: false, certificate: null, hostName: new URL(host).hostname }
    const type = { 'content-type': 'text/xml; charset=utf-8', ...headers }
    const request = new Request(host + path, { method, headers: type, ...(body !== undefined && { body }) })
    return Promise.resolve(open.mounted(request, new ExchangeInProgress(world, open, peer, null, behind)))
  }

  const done = async (door: 'customer' | 'utility', action: string, args: object) => {
    const acted = await world.act('enedis', door, action, args)
    if (acted.outcome !== 'done') throw new Error(`${action} was ${acted.outcome}: ${acted.says}`)
    return acted.result
  }

  return {
    world,
    open,
    call,
    /** Asks a service for what stands in the body; an example of its request when left out. */
    ask: async (name: SgeServiceName, body: object = requestOf(name), asking: Asking = {}) => {
      const service = serviceNamed(name)
      const text = encodeRequest(service, { body })
      return answered(await call('POST', service.path, text, asking))
    },
    customer: (action: string, args: object = {}) => done('customer', action, args),
    utility: (action: string, args: object = {}) => done('utility', action, args),
    refusedTo: async (door: 'customer' | 'utility', action: string, args: object = {}) => {
      const acted = await world.act('enedis', door, action, args)
      return acted.outcome === 'refused' ? acted.alert : acted.outcome === 'impossible' ? acted.says : 'done'
    },
    state: <T>(look: (state: State) => T): T => world.read('enedis', (state) => look(state as State)),
    lastExchange: () => world.journal.calls().last() as Exchange | undefined,
    findings: () => world.journal.entries().filter((entry) => entry.kind === 'finding'),
  }
}

export type Sge = Awaited<ReturnType<typeof openSge>>

/** An example of a request, from your user and under your contract unless others are named. */
export function requestOf(name: SgeServiceName, from: { login?: string; contract?: string } = {}): object {
  const words = { initiateurLogin: login, loginUtilisateur: login, loginDemandeur: login, contratId: contract }
  const told = { ...from }
  return replaced(example(serviceNamed(name).request.shape), {
    ...words,
    ...(told.login !== undefined && {
      initiateurLogin: told.login,
      loginUtilisateur: told.login,
      loginDemandeur: told.login,
    }),
    ...(told.contract !== undefined && { contratId: told.contract }),
  }) as object
}

function replaced(value: unknown, words: Readonly<Record<string, string>>): unknown {
  if (Array.isArray(value)) return value.map((one) => replaced(one, words))
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).map(([name, one]) => [
    name,
    typeof one === 'string' && name in words ? words[name] : replaced(one, words),
  ])
  return Object.fromEntries(entries)
}

/** What came back: the status, the return code with its text, and the whole envelope. */
export async function answered(answer: Response) {
  const text = await answer.text()
  const [, code = null, says = null] = /<resultat code="([^"]*)">([^<]*)<\/resultat>/.exec(text) ?? []
  return { status: answer.status, code, says: says?.replaceAll('&apos;', "'") ?? null, text }
}
