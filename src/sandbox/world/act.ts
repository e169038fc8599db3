import { check } from '../../contract/complaints.ts'
import { Alert, Impossible, Refusal } from '../../contract/refusal.ts'
import { didYouMean } from '../../ground/nearest.ts'
import type { Patch } from '../../ground/store/index.ts'
import type { OpenRoom } from '../exchange.ts'
import { asTold } from '../outbox/index.ts'
import type { World } from './world.ts'

/** Whose door an action is behind: the customer's, or the back office's. */
export type Door = 'customer' | 'utility'

/** Who has an action played, and when it counts as happening. */
export type Act = {
  door: Door
  action: string
  args: unknown
  by: 'scenario' | 'person' | 'agenda'
  /** The world's time of the act; now when left out. */
  at?: string
}

/** What came of an act: done, refused by the provider's page, or impossible as things stand. */
export type Outcome =
  | { outcome: 'done'; result: unknown }
  | { outcome: 'refused'; alert: string; says: string }
  | { outcome: 'impossible'; says: string }

/** An act that was not asked for properly: an unknown action, or arguments its schema refuses. */
export class ActError extends Error {}

/** Plays a named action of a room and writes the step down with the change it caused. */
export function act(world: World, open: OpenRoom, { door, action, args, by, at }: Act): Outcome {
  const { known, value } = readAct(open, { door, action, args })
  let outcome: Outcome
  let change: Patch[] = []
  try {
    const timed = at === undefined ? {} : { now: at }
    const landed = world.change(open.provider, (state, house) => known.run(state, value, house), timed)
    outcome = { outcome: 'done', result: landed.result ?? null }
    change = landed.patches
  } catch (error) {
    outcome = notDone(error)
  }
  const { outcome: how, ...told } = outcome
  const step = {
    kind: 'step',
    door,
    action: `${open.provider}.${action}`,
    args: asTold(args ?? {}),
    by,
    outcome: how,
    ...asTold(told),
  } as const
  world.journal.append({ ...step, change }, at === undefined ? {} : { at })
  return outcome
}

/** The action that is meant, and its arguments as its own schema lets them through. */
function readAct({ room, provider }: OpenRoom, { door, action, args }: Pick<Act, 'door' | 'action' | 'args'>) {
  const actions = room[door]
  const known = Object.hasOwn(actions, action) ? actions[action] : undefined
  if (known === undefined) {
    throw new ActError(`Unknown ${door} action "${action}". ${didYouMean(action, Object.keys(actions))}`)
  }
  const { value, complaints = [] } = check<unknown>(known.args, args)
  if (complaints.length === 0) return { known, value }
  throw new ActError(`${provider}.${action}: ${complaints.map(({ says }) => says).join(' ')}`)
}

function notDone(error: unknown): Outcome {
  if (error instanceof Alert) return { outcome: 'refused', alert: error.alert, says: error.message }
  if (error instanceof Refusal) return { outcome: 'refused', alert: error.refusal, says: error.message }
  if (error instanceof Impossible) return { outcome: 'impossible', says: error.message }
  throw error
}
