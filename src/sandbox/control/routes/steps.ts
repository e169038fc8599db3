import * as v from 'valibot'
import { camelCase } from '../../../contract/provider.ts'
import { UnknownWord } from '../../../ground/nearest.ts'
import type { Door, World } from '../../world/index.ts'
import { ControlError } from '../errors.ts'
import { jsonSchemaOf } from '../json-schema.ts'
import { worldRoute, type Route } from '../route.ts'

const args = v.pipe(v.record(v.string(), v.unknown()), v.description('What the action needs to know.'))
const answers = 'What the action gave back, and the number of its journal entry.'

/** What a person or the back office can do, and doing it. */
export const stepRoutes: Route[] = [
  worldRoute(
    'GET /actions',
    {
      name: 'action.list',
      summary: 'Lists everything a customer or the back office can do.',
      answers: 'Each action with provider, door, title, basis, source and the JSON Schema of its arguments.',
    },
    async ({ world }) => ({ actions: await actionsOf(world) }),
  ),
  worldRoute(
    'POST /customer/:provider/:action',
    { name: 'customer.act', summary: 'Does what a person does on the provider’s pages.', answers, body: args },
    ({ world, params, body }) => play(world, 'customer', params, body),
  ),
  worldRoute(
    'POST /utility/:provider/:action',
    { name: 'utility.act', summary: 'Does what the provider’s back office does.', answers, body: args },
    ({ world, params, body }) => play(world, 'utility', params, body),
  ),
]

async function play(world: World, door: Door, wanted: { provider: string; action: string }, body: unknown) {
  const { provider, room } = await world.rooms.open(wanted.provider)
  const known = Object.keys(room[door])
  if (!known.includes(wanted.action)) {
    throw new UnknownWord(`${provider} has no ${door} action "${wanted.action}".`, wanted.action, known)
  }
  const outcome = await world.act(provider, door, wanted.action, body)
  if (outcome.outcome === 'done') return { result: outcome.result, entry: world.journal.step().last()?.id }
  const { says, ...details } = outcome
  throw new ControlError(409, says, details)
}

/** Looks into rooms the world has not opened yet without furnishing them. */
async function actionsOf({ rooms }: World): Promise<object[]> {
  const actions = rooms.cards.map(async (card) => {
    const { room } = await card.open()
    const behind = (door: Door) =>
      Object.entries(room[door]).map(async ([action, { title, basis, source, args: schema }]) => {
        return { provider: camelCase(card.id), door, action, title, basis, source, args: await jsonSchemaOf(schema) }
      })
    return Promise.all([...behind('customer'), ...behind('utility')])
  })
  return (await Promise.all(actions)).flat()
}
