import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { Sandbox } from '../../src/sandbox/sandbox.ts'
import type { Scenario, Step } from '../../src/scenario/scenario.ts'
import { card } from '../support/toy/index.ts'
import { story, toyWorld } from '../support/worlds.ts'

const given = { people: { ann: {} } }
const share = (as: string): Step => ({
  kind: 'customer',
  provider: 'toyGrid',
  action: 'share',
  args: { as },
  place: { file: 'my.yaml', line: 3, column: 5 },
})
const later: Step = { kind: 'clock', by: 'PT30M', place: { file: 'my.yaml', line: 4, column: 5 } }
const telling = (steps: Step[], more: Partial<Scenario> = {}): Scenario => story({ toyGrid: given }, { steps, ...more })

describe('a world kept in a folder', () => {
  let folder: string
  let sandbox: Sandbox

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'wattproof-test-'))
    sandbox = await Sandbox.start({ cards: [card], portBase: 0, data: folder })
  })

  afterEach(async () => {
    await sandbox.stop()
    await rm(folder, { recursive: true })
  })

  test('begins again when its opening was cut short', async () => {
    const cutShort = telling([share('ann'), later, share('nobody')])
    await expect(sandbox.create('default', { scenario: cutShort })).rejects.toThrow('"nobody"')

    const world = await sandbox.create('default', { scenario: telling([share('ann')]) })

    const inMemory = await toyWorld(given)
    await inMemory.act('toyGrid', 'customer', 'share', { as: 'ann' })
    expect(world.journal.step().last()?.outcome).toBe('done')
    expect(world.store.read(({ rooms, agenda, now }) => ({ rooms, agenda, now }))).toEqual(
      inMemory.store.read(({ rooms, agenda, now }) => ({ rooms, agenda, now })),
    )
  })

  test('may begin with another story when its opening was cut short', async () => {
    await expect(sandbox.create('default', { scenario: telling([share('nobody')]) })).rejects.toThrow()

    const world = await sandbox.create('default', { scenario: telling([share('ann')], { id: 'test/another' }) })

    expect(world.store.read(({ scenario }) => scenario)).toBe('test/another')
  })

  test('keeps its seed, and refuses another', async () => {
    const scenario = telling([share('ann')])
    await sandbox.create('default', { scenario, seed: 'first' })
    await sandbox.remove('default')

    await expect(sandbox.create('default', { scenario, seed: 'second' })).rejects.toThrow(
      'has the seed first, not second',
    )
    const again = await sandbox.create('default', { scenario, seed: 'first' })

    expect(again.seed).toBe('first')
  })

  test('goes on where it was, and refuses another story without keeping its file from the right one', async () => {
    const scenario = telling([share('ann')])
    const first = await sandbox.create('default', { scenario })
    await first.advance('PT30M')
    await sandbox.remove('default')

    const another = sandbox.create('default', { scenario: telling([], { id: 'test/another' }) })
    await expect(another).rejects.toThrow('plays test/story, not test/another')
    const again = await sandbox.create('default', { scenario })

    expect(again.clock.now()).toBe('2026-03-02T14:30:00.000Z')
  })
})
