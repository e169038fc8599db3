import { createHash, timingSafeEqual } from 'node:crypto'
import type { MiddlewareHandler } from 'hono'
import { isLoopback } from './listen/index.ts'

/** What a control request says of where it comes from. */
export type Asked = {
  host: string | undefined
  origin: string | undefined
  fetchSite: string | undefined
  authorization: string | undefined
}

/** How the control port is opened: bound wider than loopback, it wants the token. */
export type Guarded = { port: number; addresses: readonly string[]; token: string | null }

/** Whether a control request may pass, and if not, what to tell the developer. */
export type GuardVerdict = { may: 'pass' } | { may: 'not pass'; status: 401 | 403; says: string }

/**
 * Keeps web pages away from the control API. A page the developer happens to visit may send requests to loopback
 * (CSRF), or make its own host name point there (DNS rebinding); the browser gives it away by Host, Origin or
 * Sec-Fetch-Site. Beyond loopback names prove nothing, so there a bearer token is required.
 */
export function guardControl(asked: Asked, guarded: Guarded): GuardVerdict {
  if (!isOwnOrigin(asked, guarded)) {
    return refuse(
      403,
      `Control request refused: it comes from a web page of ${asked.origin ?? 'another site'}. Use the command line, or open the console by its printed address.`,
    )
  }
  if (guarded.addresses.every(isLoopback)) {
    if (isLoopbackHost(asked.host, guarded.port)) return { may: 'pass' }
    return refuse(
      403,
      `Control request refused: host "${asked.host ?? ''}" is not this sandbox. Use http://localhost:${guarded.port}.`,
    )
  }
  if (guarded.token !== null && isBearer(asked.authorization, guarded.token)) return { may: 'pass' }
  return refuse(
    401,
    'Control request refused: this sandbox listens beyond loopback. Send its token as "Authorization: Bearer …".',
  )
}

/** The guard as a layer of the control app; asked for each request, because the port is known only once it listens. */
export function controlGuard(guarded: () => Guarded): MiddlewareHandler {
  return async (c, next) => {
    const verdict = guardControl(
      {
        host: c.req.header('host'),
        origin: c.req.header('origin'),
        fetchSite: c.req.header('sec-fetch-site'),
        authorization: c.req.header('authorization'),
      },
      guarded(),
    )
    if (verdict.may === 'pass') return next()
    if (verdict.status === 401) c.header('www-authenticate', 'Bearer')
    return c.json({ error: { says: verdict.says } }, verdict.status)
  }
}

/** No browser at all, or a page of our own: the same origin as the address it asks. */
function isOwnOrigin({ host, origin, fetchSite }: Asked, { port, addresses }: Guarded): boolean {
  if (fetchSite !== undefined && fetchSite !== 'same-origin' && fetchSite !== 'none') return false
  if (origin === undefined) return true
  const [, from] = /^https?:\/\/(.+)$/i.exec(origin) ?? []
  if (!from) return false
  return addresses.every(isLoopback) ? isLoopbackHost(from, port) : from.toLowerCase() === host?.toLowerCase()
}

/** Reads `localhost:4700`, `127.0.0.1:4700` or `[::1]:4700`; port 80 goes unsaid. */
function isLoopbackHost(host: string | undefined, port: number): boolean {
  const [, bracketed, name, said = '80'] = /^(?:\[(.+)\]|([^:]+))(?::(\d+))?$/.exec(host?.toLowerCase() ?? '') ?? []
  return isLoopback(bracketed ?? name ?? '') && Number(said) === port
}

/** Compares fingerprints in constant time, so that the answer's delay tells nothing of the token. */
function isBearer(authorization: string | undefined, token: string): boolean {
  const [, shown] = /^Bearer +(\S+)$/i.exec(authorization ?? '') ?? []
  if (shown === undefined) return false
  const digest = (text: string) => createHash('sha256').update(text).digest()
  return timingSafeEqual(digest(shown), digest(token))
}

function refuse(status: 401 | 403, says: string): GuardVerdict {
  return { may: 'not pass', status, says }
}
