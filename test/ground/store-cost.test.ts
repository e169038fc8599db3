import { afterEach, expect, test, vi } from 'vitest'
import { Store } from '../../src/ground/store/index.ts'

type Meter = { property: string; status: 'pending' | 'accepted'; access: { level: string; fields: string[] } }
type World = {
  meters: Record<string, Meter>
  pendingOf: Record<string, Record<string, true>>
  acceptedOf: Record<string, Record<string, true>>
  history: { meter: string; what: string }[]
}

/** A world of so many meters, all at one client, with the indexes a rule needs and a history as long. */
function worldOf(meters: number): Store<World> {
  const world: World = { meters: {}, pendingOf: { acme: {} }, acceptedOf: { acme: {} }, history: [] }
  for (let number = 0; number < meters; number++) {
    const id = `m${number}`
    world.meters[id] = { property: `p${number}`, status: 'pending', access: { level: 'Read', fields: ['usage'] } }
    world.pendingOf['acme']![id] = true
    world.history.push({ meter: id, what: 'shared' })
  }
  return new Store(world)
}

function accept(root: World, id: string): void {
  const meter = root.meters[id]!
  meter.status = 'accepted'
  meter.access = { ...meter.access, level: 'Read Write' }
  delete root.pendingOf['acme']![id]
  root.acceptedOf['acme']![id] = true
  root.history.push({ meter: id, what: 'accepted' })
  root.history.at(-1)!.what += ' by web service'
}

afterEach(() => vi.restoreAllMocks())

test('accepting one of 100,000 meters touches as many keys as accepting one of 100', () => {
  const few = worldOf(100)
  const many = worldOf(100_000)

  const costs = [few, many].map((store) => store.change((root) => accept(root, 'm50')).touched)

  expect(costs[1]).toBe(costs[0])
  expect(costs[0]).toBeGreaterThan(10)
  expect(costs[0]).toBeLessThan(100)
})

test('no key of a large map is listed behind the back of that count', () => {
  const store = worldOf(100_000)
  const keys = vi.spyOn(Object, 'keys')
  const ownKeys = vi.spyOn(Reflect, 'ownKeys')

  store.change((root) => accept(root, 'm50'))

  const listed = [...keys.mock.results, ...ownKeys.mock.results].map(({ value }) => (value as unknown[]).length)
  expect(Math.max(...listed)).toBeLessThan(10)
})

test('deleting a key and putting it back costs the same in a large map', () => {
  const putBack = (root: World) => {
    delete root.pendingOf['acme']!['m7']
    root.pendingOf['acme']!['m7'] = true
  }

  const few = worldOf(100).change(putBack)
  const many = worldOf(100_000).change(putBack)

  expect(many.touched).toBe(few.touched)
})

test('a rule that scans pays for the world', () => {
  const scan = (root: World) => Object.values(root.meters).find(({ property }) => property === 'p99')!.status

  const few = worldOf(100).change(scan)
  const many = worldOf(10_000).change(scan)

  expect(few.touched).toBeGreaterThan(200)
  expect(many.touched).toBeGreaterThan(20_000)
})

test('copying a branch out of a change costs what the branch holds', () => {
  const { touched } = worldOf(1000).change((root) => root.meters)

  expect(touched).toBeGreaterThan(3000)
})
