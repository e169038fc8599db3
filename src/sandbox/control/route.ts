import type * as v from 'valibot'
import type { Schema } from '../../contract/action.ts'
import type { Scenario } from '../../scenario/scenario.ts'
import type { Sandbox } from '../sandbox.ts'
import type { World } from '../world/index.ts'

/** Where the control API lives on its port; the rest of the port is the console's. */
export const controlBase = '/_wattproof'

/** Reads stories for the control API, which knows neither where they lie nor which providers there are. */
export type Shelf = {
  load: (id: string) => Promise<Scenario>
  parse: (text: string) => Promise<Scenario>
  explain: (scenario: Scenario) => Promise<string>
}

/** What the control API speaks for. */
export type Control = { sandbox: Sandbox; shelf: Shelf; version: string; address: () => string }

type ParamsIn<Path> = Path extends `${string}:${infer Name}/${infer Rest}`
  ? Name | ParamsIn<`/${Rest}`>
  : Path extends `${string}:${infer Name}`
    ? Name
    : never

/** A control request, taken apart and checked. */
export type Asked<Path = string, Query = unknown, Body = unknown> = {
  control: Control
  params: Readonly<Record<ParamsIn<Path>, string>>
  query: Query
  body: Body
}

/** One thing the control API does: the table of these is the API, and the OpenAPI document is made from it. */
export type Route = {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  /** Below the control base. */
  path: string
  /** `clock.advance`: noun and verb, as with endpoints. */
  name: string
  summary: string
  /** What the answer holds, in a sentence. */
  answers: string
  query?: Schema | undefined
  body?: Schema | undefined
  status: 200 | 201
  media: string
  handle: (asked: Asked<never>) => unknown
}

type About<Query extends Schema, Body extends Schema> = Pick<Route, 'name' | 'summary' | 'answers'> &
  Partial<Pick<Route, 'status' | 'media'>> & { query?: Query; body?: Body }

/** Declares a route by `METHOD /path/:parameter`. The handler answers JSON-able data, or a Response of its own. */
export function route<const Path extends string, Query extends Schema, Body extends Schema>(
  line: `${Route['method']} ${Path}`,
  { status = 200, media = 'application/json', ...about }: About<Query, Body>,
  handle: (asked: Asked<Path, v.InferOutput<Query>, v.InferOutput<Body>>) => unknown,
): Route {
  const [method, path] = line.split(' ') as [Route['method'], Path]
  return { method, path, status, media, ...about, handle }
}

/** A route below `/worlds/:world`; its handler is given that world. */
export function worldRoute<const Path extends string, Query extends Schema, Body extends Schema>(
  line: `${Route['method']} ${Path}`,
  about: About<Query, Body>,
  handle: (asked: Asked<Path, v.InferOutput<Query>, v.InferOutput<Body>> & { world: World }) => unknown,
): Route {
  const [method, path] = line.split(' ') as [Route['method'], Path]
  return route(`${method} /worlds/:world${path === '/' ? '' : path}`, about, (asked) => {
    const { world } = asked.params as unknown as { world: string }
    const narrowed = asked as unknown as Asked<Path, v.InferOutput<Query>, v.InferOutput<Body>>
    return handle({ ...narrowed, world: asked.control.sandbox.world(world) })
  })
}
