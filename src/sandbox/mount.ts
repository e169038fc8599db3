import { Hono, type Context, type MiddlewareHandler } from 'hono'
import type { Endpoint } from '../contract/endpoint.ts'
import type { SurfaceCard } from '../contract/provider.ts'
import { Refusal } from '../contract/refusal.ts'
import type { DoorEnv, ExchangeInProgress, OpenRoom } from './exchange.ts'
import { faults } from './layers/faults.ts'
import { identify } from './layers/identify.ts'
import { journal } from './layers/journal.ts'
import { limits } from './layers/limits.ts'
import { stamp } from './layers/stamp.ts'
import { sharingWith, surfaceAsked } from './surfaces.ts'
import { baseOf, RequestVisit } from './visit.ts'

/** A room behind its client's door: give it a request and what the layers share about it. */
export type Mounted = (request: Request, exchange: ExchangeInProgress) => Response | Promise<Response>

/** Hangs a room's doors: one for each surface with endpoints of its own, and one that all others share. */
export function mount(open: OpenRoom): Mounted {
  const { surfaces } = open.card
  const doors = new Map<SurfaceCard, Hono<DoorEnv>>()
  for (const surface of surfaces) {
    const sharing = sharingWith(surface, surfaces)
    doors.set(surface, doors.get(sharing[0] ?? surface) ?? doorOf(open, surface, sharing))
  }
  return (request, exchange) => {
    const surface = surfaceAsked(exchange.surfaces, new URL(request.url).hostname)
    exchange.surface = surface
    return (doors.get(surface) as Hono<DoorEnv>).fetch(request, { exchange })
  }
}

type Layers = [MiddlewareHandler<DoorEnv>, ...MiddlewareHandler<DoorEnv>[]]

/** Puts endpoints behind the layers, which sit inside the room's app so that they refuse in its own voice. */
function doorOf(open: OpenRoom, { id, hasOwnEndpoints }: SurfaceCard, sharing: readonly SurfaceCard[]): Hono<DoorEnv> {
  const bases = sharing.flatMap((surface) => surface.bases)
  const endpoints = open.room.endpoints.filter(({ surface }) => surface === (hasOwnEndpoints ? id : undefined))
  const app = new Hono<DoorEnv>({ getPath: (request) => roomPath(request.url, bases) })
  for (const endpoint of bySpecificity(endpoints)) {
    app.on(endpoint.method, endpoint.path, ...layersOf(endpoint), (c) => endpoint.handle(c, new RequestVisit(c)))
  }
  app.all('*', ...unmatchedLayers(open), (c) => {
    throw unmatched(open, endpoints, c)
  })
  app.onError((error, c) => answerError(open, error, c))
  return app
}

function layersOf(endpoint: Endpoint): Layers {
  return [arriveAt(endpoint), journal, stamp, faults, ...(endpoint.identify === 'first' ? [identify, limits] : [])]
}

function unmatchedLayers({ room }: OpenRoom): Layers {
  return [arriveAt(null), journal, stamp, faults, ...(room.unmatched.inTurn === 'after identify' ? [identify] : [])]
}

/** Tells the layers behind it, and whoever speaks for the room, where the request has come. */
function arriveAt(endpoint: Endpoint | null): MiddlewareHandler<DoorEnv> {
  return (c, next) => {
    const { exchange } = c.env
    exchange.endpoint = endpoint
    c.set('surface', exchange.surface.id)
    return next()
  }
}

/** No endpoint matched: the provider's own answer, with a finding where the provider has the path and we do not. */
function unmatched({ room }: OpenRoom, endpoints: readonly Endpoint[], c: Context<DoorEnv>): Refusal {
  const path = c.req.path
  const allowed = endpoints.filter((endpoint) => matches(endpoint.path, path)).map(({ method }) => method)
  if (allowed.length > 0) return room.unmatched.wrongMethod([...new Set(allowed)], c)
  const missing = room.unmatched.notSimulated.find((known) => matches(known.path, path))
  if (missing) c.env.exchange.findings.push({ finding: 'not-simulated', level: 'warning', says: missing.says })
  return room.unmatched.unknownPath(c)
}

function answerError(open: OpenRoom, error: Error, c: Context<DoorEnv>): Response {
  const { exchange } = c.env
  if (exchange.unanswered) throw error
  if (error instanceof Refusal) {
    exchange.refusal = error
    return open.room.speak(error, c, exchange.world.dialectOf(open))
  }
  exchange.defect = error
  const says = 'Wattproof met a defect of its own. The journal holds the details; please report it.\n'
  c.set('sent', says)
  return c.body(says, 500, {
    'content-type': 'text/plain',
    'x-wattproof-defect': encodeURI(error.message.slice(0, 200)),
  })
}

/** The path as endpoints know it: without the base, double slashes or a slash at the end. */
function roomPath(url: string, bases: readonly string[]): string {
  const start = url.indexOf('/', url.indexOf('://') + 3)
  const end = url.search(/[?#]/)
  const raw = start === -1 ? '/' : url.slice(start, end === -1 ? undefined : end)
  const path = raw.replace(/\/{2,}/g, '/').replace(/(.)\/$/, '$1')
  const base = baseOf(path, bases)
  return base === undefined ? `/outside${path}` : path.slice(base.length) || '/'
}

/** Fixed words before parameters, so that `/meter/identifier/list` is not taken for a meter. */
function bySpecificity(endpoints: readonly Endpoint[]): Endpoint[] {
  const rank = ({ path }: Endpoint) =>
    path
      .split('/')
      .map((part) => (part.startsWith(':') ? '1' : '0'))
      .join('')
  return [...endpoints].sort((a, b) => (rank(a) < rank(b) ? -1 : rank(a) > rank(b) ? 1 : 0))
}

function matches(pattern: string, path: string): boolean {
  const wanted = pattern.split('/')
  const parts = path.split('/')
  const open = wanted.at(-1) === '*'
  if (open ? parts.length < wanted.length : parts.length !== wanted.length) return false
  return wanted.every((part, at) => part === '*' || (part.startsWith(':') ? parts[at] !== '' : part === parts[at]))
}
