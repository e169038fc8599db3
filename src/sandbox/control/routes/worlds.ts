import * as v from 'valibot'
import type { Scenario } from '../../../scenario/scenario.ts'
import type { World } from '../../world/index.ts'
import { ControlError } from '../errors.ts'
import { route, worldRoute, type Control } from '../route.ts'
import { clockMode, clockOf } from './clock.ts'

const newWorld = v.pipe(
  v.strictObject({
    name: v.pipe(v.string(), v.description('How to speak of it: letters, digits and dashes.')),
    scenario: v.optional(v.pipe(v.string(), v.description('Id of a shipped scenario.'))),
    text: v.optional(v.pipe(v.string(), v.description('A scenario of your own, as YAML.'))),
    clock: v.optional(v.pipe(clockMode, v.description('How time passes; frozen when left out.'))),
    seed: v.optional(v.pipe(v.string(), v.description('Decides ids and chance; the scenario’s own when left out.'))),
    pace: v.optional(v.pipe(v.number(), v.gtValue(0), v.description('How many times shorter pauses are.'))),
  }),
  v.check(
    ({ scenario, text }) => (scenario === undefined) !== (text === undefined),
    'Write one of "scenario" (an id) and "text" (YAML)',
  ),
)

/** The worlds of the process: making them, reading them, waiting for them and ending them. */
export const worldRoutes = [
  route(
    'GET /worlds',
    {
      name: 'world.list',
      summary: 'Lists the worlds. Answers as soon as all is ready: ports open, authority written.',
      answers: 'The version, the authority’s file, and each world with its scenario, time and addresses.',
    },
    async ({ control }) => {
      const { sandbox, version } = control
      const [caFile, ...worlds] = await Promise.all([
        sandbox.caFile(),
        ...sandbox.worlds().map((world) => worldOf(world, control)),
      ])
      return { wattproof: version, caFile, worlds }
    },
  ),
  route(
    'POST /worlds',
    {
      name: 'world.create',
      summary: 'Makes one more world, opens its ports, and plays its story to the client’s first turn.',
      answers: 'The world.',
      body: newWorld,
      status: 201,
    },
    async ({ control, body: { name, scenario, text, clock, ...options } }) => {
      if (control.sandbox.worlds().some((world) => world.name === name))
        throw new ControlError(409, `There is already a world "${name}": reset it, or choose another name.`)
      const story = await read(control, scenario, text)
      const mode = clock === undefined ? {} : { mode: clock }
      const world = await control.sandbox.create(name, { scenario: story, ...mode, ...(options as object) })
      return worldOf(world, control)
    },
  ),
  worldRoute(
    'GET /',
    { name: 'world.read', summary: 'Tells of one world.', answers: 'Its scenario, time and addresses.' },
    ({ world, control }) => worldOf(world, control),
  ),
  worldRoute(
    'DELETE /',
    {
      name: 'world.remove',
      summary: 'Ends a world and closes its ports. One kept in a data folder stays there.',
      answers: 'Its name.',
    },
    async ({ world, control }) => {
      await control.sandbox.remove(world.name)
      return { removed: world.name }
    },
  ),
  worldRoute(
    'GET /scenario',
    {
      name: 'scenario.read',
      summary: 'Tells the world’s story, and how far it has been played.',
      answers: 'Id, title, source, the story in plain sentences, all its steps, and the first one not played.',
    },
    async ({ world: { name, scenario }, control }) => {
      const { id, title, source, steps, clock } = scenario
      const explained = await control.shelf.explain(scenario)
      return { id, title, source, clock, explained, steps, ...control.sandbox.played(name) }
    },
  ),
  worldRoute(
    'GET /env',
    {
      name: 'env.read',
      summary: 'Tells what the client under test must know: addresses, logins, the authority to trust.',
      answers: 'Environment variables, each with a word for people.',
    },
    async ({ world, control }) => ({ variables: await variablesOf(world, control) }),
  ),
  worldRoute(
    'GET /proxy',
    {
      name: 'proxy.read',
      summary: 'Tells how clients reach the world under providers’ own host names.',
      answers: 'Where the proxy answers, and environment variables that lead there; `joinedBy` says which are lists.',
    },
    async ({ world: { name }, control: { sandbox } }) => {
      const proxy = await sandbox.proxy(name)
      if (proxy === null) throw new ControlError(404, 'This sandbox has no proxy: start it with --proxy.')
      return { proxy, variables: await sandbox.proxyVariables(name) }
    },
  ),
  worldRoute(
    'GET /settled',
    {
      name: 'world.settle',
      summary: 'Waits until nothing is under way: no request, no delivery. At most 5 seconds.',
      answers: 'Whether the world has settled.',
    },
    async ({ world }) => {
      await world.time.settled()
      return { settled: world.settled }
    },
  ),
]

async function worldOf(world: World, { sandbox }: Control) {
  const { id, title } = world.scenario
  const addresses = await sandbox.addresses(world.name)
  return {
    name: world.name,
    scenario: { id, title },
    seed: world.seed,
    pace: world.pace,
    clock: clockOf(world),
    addresses,
  }
}

async function variablesOf({ name }: World, { sandbox, address }: Control) {
  const control = { variable: 'WATTPROOF_CONTROL_URL', value: address(), says: 'the sandbox itself' }
  const world = { variable: 'WATTPROOF_WORLD', value: name, says: 'which of its worlds' }
  return [...(await sandbox.credentials(name)), control, world]
}

/** By id or as text, never by path: what asks here need not be who may read the machine's files. */
function read({ shelf }: Control, id: string | undefined, text: string | undefined): Promise<Scenario> {
  if (text !== undefined) return shelf.parse(text)
  if (id !== undefined && /^[a-z0-9-]+(\/[a-z0-9-]+)*$/.test(id)) return shelf.load(id)
  throw new ControlError(400, `"${id ?? ''}" is no id of a scenario: send one such as provider/story, or the "text".`)
}
