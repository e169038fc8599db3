import type { MiddlewareHandler } from 'hono'
import type { DoorEnv } from '../exchange.ts'
import { RequestVisit } from '../visit.ts'

/** Asks the room who is calling; the room refuses those it does not know. */
export const identify: MiddlewareHandler<DoorEnv> = (c, next) => {
  new RequestVisit(c).identify()
  return next()
}
