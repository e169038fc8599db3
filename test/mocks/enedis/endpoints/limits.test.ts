import { describe, expect, test } from 'vitest'
import {
  clientId,
  consentedStreet,
  contractPath,
  dailyPath,
  openDoors,
  quotidiennePath,
  supplyPath,
  type Doors,
  type Told,
} from '../../../support/enedis-doors.ts'

type Path = (prm: string) => string
const second = clientId.replace('production', 'second')
const others: Told = {
  ...consentedStreet,
  applications: { second: { clientId: second }, stranger: { clientId: 'stranger', entity: '000999999' } },
}

/** Calls as they are answered one after the other. */
async function ask(
  doors: Doors,
  count: number,
  { path = dailyPath, id = clientId }: { path?: Path; id?: string } = {},
) {
  const token = await doors.tokenOf(id)
  const statuses: number[] = []
  for (let call = 0; call < count; call++)
    statuses.push((await doors.read(path(doors.prm('claire.flat')), token)).status)
  return statuses
}

const without = async (limit: string, doors: Doors) => doors.world.setLimit('enedis', limit, { mode: 'off' })

/** Seconds a test may take are one second of this world, so that a busy machine does not open a new window. */
const slowly = { pace: 0.001 }

describe('in one second', () => {
  test('five calls are answered, and the sixth is throttled, without a Retry-After', async () => {
    const doors = await openDoors(consentedStreet, slowly)

    const statuses = await ask(doors, 6)
    const throttled = await doors.read(dailyPath(doors.prm('claire.flat')), await doors.tokenOf())

    expect(statuses).toEqual([200, 200, 200, 200, 200, 429])
    expect([throttled.status, throttled.headers.get('retry-after')]).toEqual([429, null])
    expect(await throttled.json()).toMatchObject({
      code: '900804',
      nextAccessTime: expect.stringMatching(/^2026-Oct-06 10:00:0\d\+0000 UTC$/) as string,
    })
  })

  test('time is real while the clock of the world is frozen, and runs at the pace of the world', async () => {
    const doors = await openDoors(consentedStreet, { pace: 1000 })
    await ask(doors, 5)

    await new Promise((done) => setTimeout(done, 5))

    expect(await ask(doors, 1)).toEqual([200])
  })

  test('v5 is counted for the entity, all its applications and APIs together', async () => {
    const doors = await openDoors(others, slowly)

    const first = await ask(doors, 3)
    const contracts = await ask(doors, 2, { path: contractPath })
    const sixth = await ask(doors, 1, { id: second })
    const stranger = await ask(doors, 1, { id: 'stranger' })

    expect([first, contracts]).toEqual([
      [200, 200, 200],
      [200, 200],
    ])
    expect([sixth, stranger]).toEqual([[429], [403]])
  })

  test('v2 is counted for each of its APIs apart', async () => {
    const doors = await openDoors(consentedStreet, slowly)

    const measures = await ask(doors, 6, { path: quotidiennePath })
    const supply = await ask(doors, 5, { path: supplyPath })

    expect(measures.at(-1)).toBe(429)
    expect(supply).toEqual([200, 200, 200, 200, 200])
  })

  test('asking for tokens does not count', async () => {
    const doors = await openDoors(consentedStreet, slowly)

    const answers = await Promise.all(Array.from({ length: 8 }, () => doors.tokenOf()))

    expect(answers.every((token) => token.startsWith('eyJ'))).toBe(true)
  })
})

describe('in one hour', () => {
  test('1,000 calls are answered in v2, counted on the clock of the world', async () => {
    const doors = await openDoors(consentedStreet)
    await without('v2PerSecond', doors)

    const thousand = await ask(doors, 1000, { path: supplyPath })
    const next = await ask(doors, 1, { path: supplyPath })
    await doors.world.advance('PT1H')

    expect(new Set(thousand)).toEqual(new Set([200]))
    expect([next, await ask(doors, 1, { path: supplyPath })]).toEqual([[429], [200]])
  })

  test('a smaller allowance may be set, and the answer tells when there is more', async () => {
    const doors = await openDoors(consentedStreet)
    await doors.world.setLimit('enedis', 'v5PerHour', { allowance: 2 })

    await ask(doors, 2)
    const answer = await doors.read(dailyPath(doors.prm('claire.flat')), await doors.tokenOf())

    expect(await answer.json()).toMatchObject({ nextAccessTime: '2026-Oct-06 11:00:00+0000 UTC' })
  })
})
