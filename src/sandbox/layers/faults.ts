import type { Context, MiddlewareHandler } from 'hono'
import { chance } from '../../ground/ids.ts'
import { durationMs } from '../../toolbox/calendar.ts'
import type { DoorEnv, ExchangeInProgress } from '../exchange.ts'
import { drip, drop, duplicate, emptyBody, garble, gatewayPage, reset, truncate } from '../socket-faults.ts'
import { RequestVisit } from '../visit.ts'
import type { ArmedFault } from '../world/index.ts'

/** Lets an armed fault strike: before the provider does its work, or on the answer's way back. */
export const faults: MiddlewareHandler<DoorEnv> = async (c, next) => {
  const { exchange } = c.env
  const { world, open, endpoint } = exchange
  if (!world.faults.areArmed) return next()
  const call = { provider: open.provider, endpoint: endpoint?.name ?? null, caller: () => callerOf(c) }
  const fault = world.faults.strike(call)
  if (fault === undefined) return next()
  exchange.fault = fault.kind
  if (fault.kind === 'refusal') throw refusalNamed(exchange, fault.refusal ?? '')
  if (isLostOnTheWayThere(fault)) return replace(c, await struck(fault, new Response(null), exchange))
  await next()
  if (fault.kind === 'early') return world.time.hurry(exchange.due)
  replace(c, await struck(fault, c.res, exchange))
}

async function struck(fault: ArmedFault, answer: Response, exchange: ExchangeInProgress): Promise<Response> {
  const wire = exchange.wire
  exchange.unanswered = fault.kind === 'drop' || fault.kind === 'reset'
  switch (fault.kind) {
    case 'delay':
      await exchange.world.sleep(durationMs(fault.delay ?? 'PT0S'))
      return answer
    case 'drop':
      return drop(wire)
    case 'reset':
      return reset(wire)
    case 'truncate':
      return truncate(answer, wire, cutAt(fault.at ?? 0.5))
    case 'garble':
      return garble(answer, randomOf(exchange, fault))
    case 'drip':
      return dripOver(answer, durationMs(fault.delay ?? 'PT1S'), exchange)
    case 'duplicate':
      return duplicate(answer, wire)
    case 'empty':
      return emptyBody(answer)
    case 'html':
      return dated(gatewayPage(502), exchange)
    default:
      return answer
  }
}

async function dripOver(answer: Response, lastsMs: number, { world }: ExchangeInProgress): Promise<Response> {
  const steps = 20
  const length = (await answer.clone().arrayBuffer()).byteLength
  return drip(answer, { bytes: Math.max(1, Math.ceil(length / steps)), everyMs: lastsMs / steps }, (ms) =>
    world.sleep(ms),
  )
}

/** A gateway's page is dated as the provider's own answer would be. */
function dated(answer: Response, { world }: ExchangeInProgress): Response {
  answer.headers.set('date', world.httpDate())
  return answer
}

function cutAt(at: number): { bytes: number } | { fraction: number } {
  return at < 1 ? { fraction: at } : { bytes: at }
}

/** Chance of one call of one fault: which bytes are spoilt depends on the seed, not on when the call came. */
function randomOf({ world }: ExchangeInProgress, fault: ArmedFault): () => number {
  let drawn = 0
  return () => chance(world.seed, fault.id, fault.fired, drawn++)
}

function isLostOnTheWayThere({ kind, loses = 'request' }: ArmedFault): boolean {
  return (kind === 'drop' || kind === 'reset' || kind === 'html') && loses === 'request'
}

function replace(c: Context<DoorEnv>, answer: Response): void {
  c.res = undefined
  c.res = answer
}

function refusalNamed({ open }: ExchangeInProgress, name: string): Error {
  return open.room.refusalNamed(name) ?? new Error(`The armed fault names a refusal the room does not have: ${name}.`)
}

/** Who calls, for faults that mean one caller only; a caller the room would refuse is nobody. */
function callerOf(c: Context<DoorEnv>): string | null {
  const { access } = c.env.exchange.open.room
  try {
    return access.nameOf(access.identify(c, new RequestVisit(c), c.env.exchange.peer))
  } catch {
    return null
  }
}
