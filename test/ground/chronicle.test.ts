import { expect, test } from 'vitest'
import { Clock } from '../../src/ground/clock.ts'
import { Journal, SentChronicle, type Step } from '../../src/ground/journal/index.ts'

test('entries that were sent are read as the journal they came from', () => {
  const journal = new Journal(new Clock({ start: '2026-03-02T14:00:00Z' }))
  const told = { args: {}, by: 'person', outcome: 'done', change: [] } satisfies Partial<Step>
  journal.append({ kind: 'step', door: 'customer', action: 'toyGrid.share', ...told })
  journal.append({ kind: 'finding', finding: 'limit-passed', level: 'warning', says: 'The client asked too often.' })

  const sent = new SentChronicle(JSON.parse(JSON.stringify(journal.entries())), { evicted: 3 })

  expect(sent.all().list()).toEqual(journal.all().list())
  expect(sent.step('customer.share').count()).toBe(1)
  expect(sent.findings('limit-passed').some()).toBe(true)
  expect(sent.since(1)).toHaveLength(1)
  expect(sent.evicted).toBe(3)
})
