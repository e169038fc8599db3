import type { MiddlewareHandler } from 'hono'
import type { DoorEnv, ExchangeInProgress } from '../exchange.ts'

/** Counts the call against the caller's allowances before its handler runs. */
export const limits: MiddlewareHandler<DoorEnv> = (c, next) => {
  spendAllowance(c.env.exchange)
  return next()
}

/** Has the room refuse the call where an allowance is spent and enforced; where it is only observed, writes a finding. */
export function spendAllowance(exchange: ExchangeInProgress): void {
  const refusal = exchange.world.limits.spend(exchange)
  if (refusal) throw refusal
}
