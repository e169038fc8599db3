import * as v from 'valibot'
import type { Due } from '../../../ground/agenda.ts'
import type { World } from '../../world/index.ts'
import { worldRoute } from '../route.ts'

/** How a world's time may pass, as JSON. */
export const clockMode = v.union([
  v.picklist(['frozen', 'flowing']),
  v.strictObject({ scaled: v.pipe(v.number(), v.gtValue(0), v.description('Virtual seconds for each real one.')) }),
])

const by = v.pipe(v.string(), v.description('A duration such as PT1H or P1D, or an instant.'))
const answers = 'The world’s time, how it passes, and the next thing due.'

/** Reading the time and moving it. */
export const clockRoutes = [
  worldRoute('GET /clock', { name: 'clock.read', summary: 'Tells the time.', answers }, ({ world }) => clockOf(world)),
  worldRoute(
    'POST /clock/advance',
    {
      name: 'clock.advance',
      summary: 'Moves time on and plays everything due on the way; answers when all has settled.',
      answers,
      body: v.strictObject({ by }),
    },
    async ({ world, body }) => {
      await world.advance(body.by)
      return clockOf(world)
    },
  ),
  worldRoute(
    'PUT /clock/mode',
    {
      name: 'clock.setMode',
      summary: 'Freezes time, lets it flow, or lets it run some times as fast.',
      answers,
      body: v.strictObject({ mode: clockMode }),
    },
    ({ world, body }) => {
      world.time.setMode(body.mode)
      return clockOf(world)
    },
  ),
]

/** A world's time as the control API tells it. */
export function clockOf({ clock, scenario, store }: World) {
  const due = store.read(({ agenda }) => Object.values(agenda)) as Due[]
  const [next] = due.sort((one, other) => (one.at < other.at ? -1 : one.at > other.at ? 1 : one.order - other.order))
  return {
    now: clock.now(),
    zone: scenario.clock.zone,
    mode: clock.mode,
    next: next ? { at: next.at, action: `${next.provider}.${next.action}` } : null,
    due: due.length,
  }
}
