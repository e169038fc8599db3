import { Hono, type Context } from 'hono'
import type { Schema } from '../../contract/action.ts'
import { check } from '../../contract/complaints.ts'
import { nearest } from '../../ground/nearest.ts'
import { controlGuard, type Guarded } from '../guard.ts'
import { ControlError, near, tell } from './errors.ts'
import { controlBase, type Asked, type Control, type Route } from './route.ts'
import { routes } from './routes/index.ts'

/** What the app speaks for, and what guards it. */
export type ControlAppOptions = {
  control: Control
  guarded: () => Guarded
  /** Told of our own defects, which the asker learns of in one sentence. */
  onDefect?: ((error: unknown) => void) | undefined
}

/** The control API as an app: every route of the table behind the guard, every error in one shape. */
export function controlApp({ control, guarded, onDefect }: ControlAppOptions): Hono {
  const app = new Hono()
  app.use(controlGuard(guarded))
  for (const route of routes) app.on(route.method, controlBase + route.path, (c) => answer(route, c, control))
  app.notFound((c) => spell(c, unknownRoute(c.req.method, c.req.path)))
  app.onError((error, c) => {
    if (tell(error).status === 500) onDefect?.(error)
    return spell(c, error)
  })
  return app
}

async function answer(route: Route, c: Context, control: Control): Promise<Response> {
  const asked: Asked = {
    control,
    params: c.req.param(),
    query: route.query && take(route.query, c.req.query()),
    body: route.body && take(route.body, await bodyOf(c)),
  }
  const answered: unknown = await route.handle(asked)
  if (answered instanceof Response) return answered
  return c.json(answered as object, route.status)
}

async function bodyOf(c: Context): Promise<unknown> {
  const text = await c.req.text()
  if (text.trim() === '') return {}
  const body = parseJson(text)
  if (typeof body === 'object' && body !== null && !Array.isArray(body)) return body
  throw new ControlError(400, `The body is not an object: send one such as {"by":"P1D"}.`)
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new ControlError(400, `The body is not JSON: ${(error as Error).message}. Send an object, {"by":"P1D"}.`)
  }
}

function take(schema: Schema, value: unknown): unknown {
  const { value: taken, complaints = [] } = check<unknown>(schema, value)
  if (complaints.length === 0) return taken
  throw new ControlError(400, complaints.map(({ says }) => says).join(' '))
}

function spell(c: Context, error: unknown): Response {
  const { status, body } = tell(error)
  if (status === 500) c.header('x-wattproof-defect', encodeURI(body.error.says.slice(0, 200)))
  return c.json(body, status)
}

function unknownRoute(method: string, path: string): ControlError {
  const known = routes.map((route) => `${route.method} ${controlBase}${route.path}`)
  const meant = nearest(`${method} ${path}`, known)
  const says = `The control API has no ${method} ${path}. ${controlBase}/openapi.json lists what it has.`
  return new ControlError(404, says, near(meant))
}
