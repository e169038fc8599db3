import { asTold } from '../../outbox/index.ts'
import type { World } from '../../world/index.ts'
import { worldRoute } from '../route.ts'
import { clockOf } from './clock.ts'

const timeAgain = 'The world’s time, which has been turned back.'

/** What is true, and going back to what was: state, snapshots, reset. */
export const stateRoutes = [
  worldRoute(
    'GET /state',
    { name: 'state.read', summary: 'Shows everything the world remembers.', answers: 'The state as one JSON tree.' },
    ({ world }) => world.store.read((state) => Response.json(asTold({ ...state, outbox: outboxTold(world) }))),
  ),
  worldRoute(
    'GET /state/:provider',
    { name: 'state.readProvider', summary: 'Shows what one provider remembers.', answers: 'That provider’s state.' },
    async ({ world, params }) => {
      const { provider } = await world.rooms.open(params.provider)
      return world.read(provider, (state) => Response.json(asTold(state)))
    },
  ),
  worldRoute(
    'GET /snapshots',
    { name: 'snapshot.list', summary: 'Lists the snapshots by name.', answers: 'Their names.' },
    async ({ world }) => ({ snapshots: await world.snapshots.names() }),
  ),
  worldRoute(
    'PUT /snapshots/:snapshot',
    {
      name: 'snapshot.save',
      summary: 'Keeps this moment under a name.',
      answers: 'The name, and the moment that was kept.',
    },
    async ({ world, params }) => {
      await world.snapshots.save(params.snapshot)
      return { snapshot: params.snapshot, now: world.clock.now() }
    },
  ),
  worldRoute(
    'POST /snapshots/:snapshot/restore',
    { name: 'snapshot.restore', summary: 'Goes back to a snapshot.', answers: timeAgain },
    async ({ world, params }) => {
      await world.snapshots.restore(params.snapshot)
      return clockOf(world)
    },
  ),
  worldRoute(
    'POST /reset',
    { name: 'world.reset', summary: 'Goes back to how the story opened.', answers: timeAgain },
    ({ world }) => {
      world.snapshots.reset()
      return clockOf(world)
    },
  ),
]

/** The outbox by id, as the state has it, but for what is not to be shown. */
function outboxTold({ outbox }: World): object {
  return Object.fromEntries(outbox.list().map((notice) => [notice.id, notice]))
}
