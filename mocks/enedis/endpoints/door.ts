import { endpoint, type Call, type Endpoint } from '../../../src/contract/endpoint.ts'
import type { EnedisVisit } from '../access/index.ts'

type Route = Parameters<typeof endpoint>[0]
type About = Parameters<typeof endpoint>[1]
type Handle = (c: Call, visit: EnedisVisit) => Response | Promise<Response>

/** Something a browser asks for: no token, and a person behind it. */
export function page(route: Route, about: Pick<About, 'name' | 'basis' | 'source'>, handle: Handle): Endpoint {
  return endpoint(route, { ...about, by: 'customer', identify: 'never' }, handle)
}

/** Something a client asks for with its credentials, which are judged once they have been found. */
export function credentialsDoor(
  route: Route,
  about: Pick<About, 'name' | 'basis' | 'source'>,
  handle: Handle,
): Endpoint {
  return endpoint(route, { ...about, by: 'client', identify: 'later' }, handle)
}

/** Something a client asks for with a token. */
export function apiDoor(route: Route, about: Pick<About, 'name' | 'basis' | 'source'>, handle: Handle): Endpoint {
  return endpoint(route, { ...about, by: 'client' }, handle)
}
