import { request as httpRequest, type IncomingMessage } from 'node:http'
import { request as httpsRequest } from 'node:https'
import type { SurfaceAddresses } from './addresses.ts'
import { isLoopback } from './listen/index.ts'

/** Where a browser may go: the origins of a world, and the client under test. Anywhere else it stops. */
export type Reach = {
  world: readonly string[]
  /** What the world answers for providers' own host names, which clients may have written into them. */
  names?: ReadonlyMap<string, SurfaceAddresses>
  clientUrl: string | null
}

/** How a visit ended: at a page, before somebody who does not answer, or at an address that is out of reach. */
export type Visit =
  | { ended: 'shown'; address: string; status: number }
  | { ended: 'unanswered'; address: string; by: 'world' | 'client'; says: string }
  | { ended: 'out of reach'; address: string; says: string }

type Answer = { status: number; location: string | undefined }

/** No visit of a person's leads on for ever. */
const mostRedirects = 20
/** Real time that a page has to answer in: the client under test may ask the provider something first. */
const patienceMs = 30_000

/** A customer's browser on this machine: it keeps cookies for the length of a visit and goes where it is sent. */
export async function visit(address: string, reach: Reach): Promise<Visit> {
  const cookies = new Cookies()
  let at = address
  for (let redirects = 0; redirects <= mostRedirects; redirects++) {
    const { by, says, insteadAt } = whoIsAt(at, reach)
    if (by === undefined) return { ended: 'out of reach', address: at, says }
    const url = new URL(at)
    const answer = await get(url, { cookies, insteadAt }).catch((error: unknown) => String(error))
    if (typeof answer === 'string') return { ended: 'unanswered', address: at, by, says: answer }
    const { status, location } = answer
    if (location === undefined || status < 300 || status > 399) return { ended: 'shown', address: at, status }
    at = URL.canParse(location, at) ? new URL(location, url).href : location
  }
  return { ended: 'out of reach', address: at, says: `It was redirected more than ${mostRedirects} times.` }
}

/** `http://localhost:4704` and `http://127.0.0.1:4704` are one place. */
function whoIsAt(
  address: string,
  { world, names, clientUrl }: Reach,
): { by: 'world' | 'client'; says?: never; insteadAt?: string } | { by?: never; says: string; insteadAt?: never } {
  if (!URL.canParse(address)) return { says: `"${address}" is no address.` }
  const { protocol, hostname, port, host } = new URL(address)
  const named = port === '' ? names?.get(hostname) : undefined
  if (named) return { by: 'world', insteadAt: protocol === 'https:' ? named.https : named.http }
  if (!isLoopback(hostname.replace(/^\[|\]$/g, ''))) return { says: `${hostname} is not on this machine.` }
  const isAt = (known: string) => new URL(known).protocol === protocol && new URL(known).port === port
  if (world.some(isAt)) return { by: 'world' }
  if (clientUrl !== null && isAt(clientUrl)) return { by: 'client' }
  return { says: `Nobody of this story is at ${host}.` }
}

type How = { cookies: Cookies; insteadAt: string | undefined }

/** A GET as a browser sends it. The sandbox signs its own certificates, and the addresses are on this machine. */
function get(url: URL, { cookies, insteadAt }: How): Promise<Answer> {
  const cookie = cookies.for(url)
  const headers = { host: url.host, accept: 'text/html', 'user-agent': 'Mozilla/5.0', ...(cookie && { cookie }) }
  const { hostname, port } = new URL(insteadAt ?? url)
  const place = { hostname: hostname.replace(/^\[|\]$/g, ''), port, ...(insteadAt && { servername: url.hostname }) }
  const options = { ...place, headers, agent: false, signal: AbortSignal.timeout(patienceMs) } as const
  return new Promise((done, failed) => {
    const answered = (answer: IncomingMessage) => {
      cookies.keep(url, answer.headers['set-cookie'] ?? [])
      answer.on('error', failed)
      answer.on('end', () => done({ status: answer.statusCode ?? 0, location: answer.headers.location }))
      answer.resume()
    }
    const asked =
      url.protocol === 'https:'
        ? httpsRequest(url, { ...options, rejectUnauthorized: false }, answered)
        : httpRequest(url, options, answered)
    asked.on('error', failed)
    asked.end()
  })
}

/** As much of a cookie jar as pages on one machine need: by place, name and path. */
class Cookies {
  readonly #jar = new Map<string, { host: string; path: string; name: string; value: string }>()

  keep({ host }: URL, headers: readonly string[]): void {
    for (const header of headers) {
      const [, name = '', value = ''] = /^([^=;]+)=([^;]*)/.exec(header) ?? []
      const path = /;\s*path=([^;]*)/i.exec(header)?.[1] ?? '/'
      const key = `${host} ${path} ${name}`
      if (/;\s*max-age=0/i.test(header)) this.#jar.delete(key)
      else this.#jar.set(key, { host, path, name, value })
    }
  }

  for({ host, pathname }: URL): string {
    return [...this.#jar.values()]
      .filter((cookie) => cookie.host === host && pathname.startsWith(cookie.path))
      .map(({ name, value }) => `${name}=${value}`)
      .join('; ')
  }
}
