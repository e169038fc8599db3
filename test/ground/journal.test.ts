import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { Clock } from '../../src/ground/clock.ts'
import { asHar, asJsonLines, asStableLines, Journal, type Exchange, type Step } from '../../src/ground/journal/index.ts'

const clock = () => new Clock({ start: '2026-03-02T14:00:00Z' })
const step = (action: string, more: Partial<Step> = {}): Step => {
  return { kind: 'step', door: 'customer', action, args: {}, by: 'person', outcome: 'done', change: [], ...more }
}
const call = (endpoint: string, status: number, more: Partial<Exchange> = {}): Exchange => ({
  kind: 'exchange',
  provider: 'toyGrid',
  endpoint,
  cited: null,
  caller: 'ann',
  request: {
    method: 'POST',
    url: 'http://localhost:4708/api/count?a=1',
    headers: [['host', 'localhost:4708']],
    body: null,
  },
  response: { status, headers: [], body: { type: 'text/plain', length: 2, text: 'ok' } },
  change: [],
  ...more,
})

describe('a query', () => {
  test('counts calls after a step, and knows silence', () => {
    const journal = new Journal(clock())
    journal.append(call('count.read', 200))
    const asked = journal.append(step('toyGrid.share'))
    journal.append(
      call('count.read', 403, { refusal: { refusal: 'notShared', says: '', basis: 'inferred', source: '' } }),
    )
    journal.append(call('count.read', 200))

    expect(journal.calls('count.read').after(asked).succeeded().count()).toBe(1)
    expect(journal.calls('count.read').refused('notShared').count()).toBe(1)
    expect(journal.calls('count.write').after(asked).none()).toBe(true)
    expect(journal.step('customer.share').first()?.id).toBe(asked.id)
    expect(journal.step('customer.toyGrid.share').some()).toBe(true)
  })
})

describe('waiting', () => {
  test('finds the next entry that fits', async () => {
    const journal = new Journal(clock())

    const waited = journal.waitFor((entry) => entry.kind === 'step')
    journal.append(call('count.read', 200))
    journal.append(step('toyGrid.share'))

    expect((await waited).id).toBe(2)
  })

  test('finds one that came already, counted from an entry', async () => {
    const journal = new Journal(clock())
    journal.append(step('toyGrid.share'))

    expect((await journal.waitFor((entry) => entry.kind === 'step', { since: 0 })).id).toBe(1)
  })

  test('ends at its bound and says so', async () => {
    const journal = new Journal(clock())

    await expect(journal.waitFor(() => true, { withinMs: 1 })).rejects.toThrow('none came')
  })
})

test('keeps the newest entries within its bound and counts the others', () => {
  const journal = new Journal(clock(), { bound: 8 })

  for (let n = 0; n < 30; n++) journal.append(step('toyGrid.share'))

  expect(journal.entries().length).toBeLessThanOrEqual(10)
  expect(journal.entries().length + journal.evicted).toBe(30)
  expect(journal.entries().at(-1)?.id).toBe(30)
})

test('writes every entry to its file as a line', () => {
  const file = join(mkdtempSync(join(tmpdir(), 'wattproof-journal-')), 'journal.jsonl')
  const journal = new Journal(clock(), { file })

  journal.append(step('toyGrid.share'))
  journal.append(call('count.read', 200))

  expect(readFileSync(file, 'utf8')).toBe(asJsonLines(journal.entries()))
})

test('exports stable lines without machine times and ports', () => {
  const journal = new Journal(clock())
  journal.append(call('count.read', 200))

  const lines = asStableLines(journal.entries())

  expect(lines).not.toContain('"real"')
  expect(lines).toContain('http://localhost:PORT/api/count?a=1')
})

test('exports its exchanges as an HTTP archive', () => {
  const journal = new Journal(clock())
  journal.append(step('toyGrid.share'))
  journal.append(call('count.read', 200))

  const har = asHar(journal.entries(), '0.1.0') as { log: { entries: object[] } }

  expect(har.log.entries).toHaveLength(1)
  expect(har.log.entries[0]).toMatchObject({
    startedDateTime: '2026-03-02T14:00:00.000Z',
    request: { method: 'POST', queryString: [{ name: 'a', value: '1' }] },
    response: { status: 200, content: { text: 'ok' } },
  })
})
