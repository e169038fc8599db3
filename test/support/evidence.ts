import type { Evidence, Turn } from '../../conformance/evidence.ts'
import { SentChronicle, type Entry, type EntryBody } from '../../src/index.ts'

/** Journal entries, numbered from 1, as a world would have written them. */
export function entries(...bodies: readonly EntryBody[]): Entry[] {
  const at = '2026-03-02T14:00:00.000Z'
  return bodies.map((body, index) => ({ id: index + 1, at, epoch: 0, real: { at }, ...body }))
}

/** A turn in which a client did its usual work. */
export const turn: Turn = {
  ask: 'sync',
  id: 1,
  until: 10,
  at: '2026-03-02T14:00:00.000Z',
  exit: 0,
  hung: false,
  output: '',
}

/** Evidence of a story in which nothing happened, but for what a test says. */
export function evidence(said: Partial<Evidence> = {}): Evidence {
  return {
    scenario: { id: 'toy/story', title: 'A story' },
    provider: 'toyGrid',
    journal: new SentChronicle([]),
    present: {},
    turns: [turn],
    said: [],
    speaks: false,
    clock: 'unknown',
    pace: 100,
    traits: [],
    ...said,
  }
}
