import { faultMeans, faultSchema, strikesNotices, type FaultSpec } from '../../../contract/fault.ts'
import { UnknownWord } from '../../../ground/nearest.ts'
import type { OpenRoom } from '../../exchange.ts'
import type { World } from '../../world/index.ts'
import { ControlError } from '../errors.ts'
import { worldRoute } from '../route.ts'

/** Arming faults and disarming them. */
export const faultRoutes = [
  worldRoute(
    'GET /faults',
    { name: 'fault.list', summary: 'Lists the armed faults.', answers: 'Each fault, and how often it has struck.' },
    ({ world }) => ({ faults: world.faults.list() }),
  ),
  worldRoute(
    'POST /faults',
    {
      name: 'fault.arm',
      summary: 'Arms trouble for calls and notices to come.',
      answers: 'Its id.',
      body: faultSchema,
      status: 201,
    },
    async ({ world, body }) => {
      const fault = body
      return { id: world.faults.arm({ ...fault, ...(await victimOf(world, fault)) }) }
    },
  ),
  worldRoute(
    'DELETE /faults',
    { name: 'fault.disarmAll', summary: 'Takes all faults away.', answers: 'How many there were.' },
    ({ world }) => ({ disarmed: world.faults.disarm() }),
  ),
  worldRoute(
    'DELETE /faults/:fault',
    { name: 'fault.disarm', summary: 'Takes one fault away.', answers: 'How many there were: 1.' },
    ({ world, params }) => {
      const disarmed = world.faults.disarm(params.fault)
      if (disarmed > 0) return { disarmed }
      const armed = world.faults.list().map(({ id }) => id)
      throw new UnknownWord(`No fault "${params.fault}" is armed.`, params.fault, armed)
    },
  ),
]

/** Whose endpoint or notice a fault means, when only one provider has it. A fault that could never strike is refused. */
async function victimOf(world: World, { provider, on, kind, refusal }: FaultSpec): Promise<{ provider?: string }> {
  const rooms = provider === undefined ? world.rooms.list() : [await world.rooms.open(provider)]
  const what = strikesNotices(kind) ? 'notice' : 'endpoint'
  const meant = rooms.filter((open) => on === '*' || namesIn(open, what).some((name) => faultMeans({ on }, name)))
  if (meant.length === 0) {
    const known = new Set(rooms.flatMap((open) => namesIn(open, what)))
    throw new UnknownWord(`No ${what} is named "${on}".`, on, known)
  }
  const [victim, another] = refusal === undefined ? meant : meant.filter(({ room }) => room.refusalNamed(refusal))
  if (victim === undefined) {
    const known = meant.flatMap(({ room }) => Object.keys(room.refusals))
    throw new UnknownWord(`There is no refusal "${refusal ?? ''}".`, refusal ?? '', known)
  }
  if (another === undefined) return { provider: victim.provider }
  if (refusal === undefined) return {}
  throw new ControlError(400, `Several providers have "${on}": say whose with "provider".`)
}

function namesIn({ room }: OpenRoom, what: 'notice' | 'endpoint'): string[] {
  return what === 'notice' ? Object.keys(room.notices ?? {}) : room.endpoints.map(({ name }) => name)
}
