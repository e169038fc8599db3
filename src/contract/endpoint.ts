import type { Context } from 'hono'
import type { DeepReadonly } from '../ground/store/index.ts'
import type { CertificateTrust } from './certificate.ts'
import type { Cited } from './evidence.ts'
import type { Finding, House } from './effect.ts'
import type { LimitUse } from './limit.ts'

/** What an endpoint gets besides the request: the room's state behind a store, who calls, and the world's time. */
export type Visit<State, Caller, Settings> = {
  store: {
    read<T>(look: (state: DeepReadonly<State>) => T): T
    change<T>(edit: (state: State, house: House<Settings>) => T): T
  }
  caller: Caller
  /** Judges the caller now, for endpoints that place `identify` after their decoding. */
  identify(): Caller
  now: string
  /** The world's seed, for what is computed from it and never stored. */
  seed: string
  /** Hexadecimal digits that no other request of this world has. */
  requestId: string
  dialect: Settings
  /** The id of the surface that was asked. */
  surface: string
  /** The base path the client used, of those the room's surface answers on. */
  base: string
  /** The address the client used, such as `http://localhost:4701`. */
  origin: string
  /** The address of another surface of this provider, as this client would reach it: by host name if it uses those. */
  originOf(surface: string): string
  /** Folders of the operator's that rooms may read, by name, such as a provider's official schemas. */
  folders: Readonly<Record<string, string>>
  /** What a judge of clients' certificates must know of the sandbox's own authority. */
  trust: CertificateTrust
  /** The certificate this provider shows where it is the client, as PEM; null where none is issued. */
  ownCertificate(): Promise<string | null>
  /** What a caller, and those it shares allowances with, have used of each limit. */
  usage(caller: string, group: string | null): LimitUse[]
  /** Hands the decoded request body to the journal. */
  decoded(body: unknown): void
  note(finding: Finding): void
}

/** The context of a request inside a room. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- the house's own variables are none of the room's business
export type Call = Context<any>

/** The id of the surface that was asked, also where no endpoint was found and there is no `Visit`. */
export const surfaceOf = (c: Call): string => c.get('surface') as string

/** Something the provider answers: a named value, so that scenarios, faults, limits, journal and checks speak of it alike. */
export type Endpoint = Cited & {
  name: string
  method: string
  path: string
  /** The one surface it answers on, which has endpoints of its own; left out, it answers on all that have not. */
  surface?: string
  /** Whose program calls it at the real provider. */
  by: 'client' | 'customer' | 'anyone'
  /** When the caller is judged: before the handler, by the handler, or not at all. */
  identify: 'first' | 'later' | 'never'
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- a handler's own types are checked where it is written
  handle: (c: Call, visit: any) => Response | Promise<Response>
}

type About = Cited & { name: string; by: Endpoint['by']; identify?: Endpoint['identify']; surface?: string }

/** Declares an endpoint by `METHOD /path/:parameter`, relative to the surface's base path. */
export function endpoint<State, Caller, Settings>(
  route: `${'GET' | 'POST' | 'PUT' | 'DELETE' | 'PATCH'} /${string}`,
  { identify = 'first', ...about }: About,
  handle: (c: Call, visit: Visit<State, Caller, Settings>) => Response | Promise<Response>,
): Endpoint {
  const [method = 'GET', path = '/'] = route.split(' ')
  return { ...about, identify, method, path, handle }
}
