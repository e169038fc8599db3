import { endpoint, type Call, type Endpoint } from '../../../src/contract/endpoint.ts'
import type { PgeVisit } from '../access/index.ts'

type Route = Parameters<typeof endpoint>[0]
type About = Parameters<typeof endpoint>[1]
type Handle = (c: Call, visit: PgeVisit) => Response | Promise<Response>

/** Something a browser asks for: no certificate and no token, and a person behind it. */
export function page(route: Route, about: Pick<About, 'name' | 'basis' | 'source'>, handle: Handle): Endpoint {
  return endpoint(route, { ...about, by: 'customer', identify: 'never' }, handle)
}

/** Something a client asks for that judges its caller in its own time. */
export function clientDoor(
  route: Route,
  about: Pick<About, 'name' | 'basis' | 'source' | 'identify'>,
  handle: Handle,
): Endpoint {
  return endpoint(route, { ...about, by: 'client' }, handle)
}
