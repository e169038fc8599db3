import type { Scenario } from '../../src/scenario/scenario.ts'
import { ExchangeInProgress } from '../../src/sandbox/exchange.ts'
import { surfaceNamed } from '../../src/sandbox/surfaces.ts'
import { World, type WorldOptions } from '../../src/sandbox/world/index.ts'
import { card as toyCard } from './toy/index.ts'

/** A story with nothing in it but what a test gives. */
export function story(given: Record<string, unknown> = {}, more: Partial<Scenario> = {}): Scenario {
  const clock = { start: '2026-03-02T14:00:00.000Z', zone: 'UTC' }
  const none = { dialect: {}, limits: {}, faults: [], steps: [] }
  return { id: 'test/story', title: 'A story', source: 'none', seed: 'seed', clock, given, ...none, ...more }
}

/** A world of the toy, open and ready to be asked. */
export async function toyWorld(
  given: object = { people: { ann: { shares: true }, bob: {} } },
  more: Partial<WorldOptions> = {},
) {
  const world = new World({ name: 'test', cards: [toyCard], scenario: story({ toyGrid: given }), ...more })
  await world.rooms.open('toyGrid')
  return world
}

const inProcess = { remote: '127.0.0.1', tls: false, certificate: null, hostName: null }

/** Asks a world's room in process, as the client under test would by its address. */
export async function ask(
  world: World,
  provider: string,
  path: string,
  { surface, ...init }: RequestInit & { surface?: string | undefined } = {},
): Promise<Response> {
  const open = await world.rooms.open(provider)
  const asked = surface === undefined ? open.card.surfaces[0] : surfaceNamed(open.card.surfaces, surface)
  const request = new Request(`http://localhost:${4700 + asked.http}${path}`, init)
  return open.mounted(request, new ExchangeInProgress(world, open, inProcess, null, [asked]))
}

export const as = (name: string): RequestInit => ({ headers: { authorization: `Bearer token-${name}` } })
