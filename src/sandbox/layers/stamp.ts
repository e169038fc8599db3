import type { MiddlewareHandler } from 'hono'
import type { DoorEnv } from '../exchange.ts'

/** Dates the answer by the world's clock and numbers it where the provider numbers its answers. */
export const stamp: MiddlewareHandler<DoorEnv> = (c, next) => {
  const { exchange } = c.env
  const { world, open } = exchange
  c.header('Date', world.httpDate())
  const { requestIdHeader, headers } = open.room
  if (requestIdHeader !== undefined) c.header(requestIdHeader, exchange.requestId)
  const own = headers?.(c, { requestId: exchange.requestId, dialect: world.dialectOf(open) })
  for (const [name, value] of Object.entries(own ?? {})) c.header(name, value)
  return next()
}
