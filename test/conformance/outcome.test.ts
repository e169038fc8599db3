import { expect, test } from 'vitest'
import { outcomeOf } from '../../conformance/outcome.ts'
import type { Entry, Exchange } from '../../src/index.ts'

const patch = { op: 'replace', path: ['rooms', 'toyGrid', 'count'], value: 1, was: 0 } as const
const refusal = { refusal: 'busy', status: 503, says: 'Busy.' }
const ended = (told: { status?: number } & Partial<Exchange>) => {
  const { status, ...more } = told
  const exchange = { change: [], ...(status !== undefined && { response: { status } }), ...more }
  return outcomeOf(exchange as unknown as Entry<Exchange>)
}

test.each([
  ['a good answer', { status: 200 }, { done: true, answered: true, heard: true }],
  ['a refusal', { status: 503, refusal }, { done: false, answered: true, heard: false }],
  ['a good answer that is garbled', { status: 200, fault: 'garble' }, { done: true, answered: false, heard: false }],
  ['a change whose answer is lost', { fault: 'reset', change: [patch] }, { done: true, answered: false, heard: false }],
  ['a request that is lost', { fault: 'drop' }, { done: false, answered: false, heard: false }],
] as const)('tells what became of %s', (_, told, outcome) => {
  expect(ended(told as Parameters<typeof ended>[0])).toMatchObject(outcome)
})
