import { expect, test } from 'vitest'
import { walkBack } from '../../conformance/past.ts'
import { SentChronicle, type Patch, type Step } from '../../src/index.ts'
import { entries, evidence } from '../support/evidence.ts'

const step = (...change: Patch[]): Step => {
  return { kind: 'step', door: 'customer', action: 'toyGrid.count', args: {}, by: 'person', outcome: 'done', change }
}
const counted = (value: number, was: number): Patch => {
  return { op: 'replace', path: ['rooms', 'toyGrid', 'count'], value, was }
}

test('what was true at each moment follows from the end and from what each entry changed', () => {
  const journal = new SentChronicle(entries(step(counted(1, 0)), step(), step(counted(5, 1))))

  const past = walkBack(evidence({ journal, present: { count: 5 } }), (state) => (state as { count: number }).count)

  expect(past.before({ id: 1 })).toBe(0)
  expect(past.after({ id: 1 })).toBe(1)
  expect(past.after({ id: 2 })).toBe(1)
  expect(past.before({ id: 3 })).toBe(1)
  expect(past.after({ id: 3 })).toBe(5)
})

test('what happened in another room is none of its business', () => {
  const elsewhere: Patch = { op: 'add', path: ['rooms', 'otherGrid', 'count'], value: 9 }
  const journal = new SentChronicle(entries(step(elsewhere)))

  const past = walkBack(evidence({ journal, present: { count: 5 } }), (state) => (state as { count: number }).count)

  expect(past.before({ id: 1 })).toBe(5)
})

test('it begins where time was last turned back', () => {
  const [first, second] = entries(step(counted(7, 3)), step(counted(1, 0)))
  const journal = new SentChronicle([
    { ...first!, epoch: 0 },
    { ...second!, epoch: 1 },
  ])

  const past = walkBack(evidence({ journal, present: { count: 1 } }), (state) => (state as { count: number }).count)

  expect(past.after({ id: 1 })).toBe(0)
})
