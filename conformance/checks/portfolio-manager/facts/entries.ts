import type { Evidence } from '../../../evidence.ts'
import { callsOf, type Call } from './calls.ts'
import { all, text, treeOf } from './xml.ts'

/** The period of a reading, as `2025-01-01/2025-01-31`. */
export type Period = string

/** Each call that sends readings to a meter. */
export function uploads(evidence: Evidence): { call: Call; entries: Period[] }[] {
  return callsOf(evidence)
    .filter(({ endpoint }) => endpoint === 'consumption.create')
    .map((call) => ({ call, entries: entriesIn(call) }))
}

/** Periods of the readings in a request's body. */
export function entriesIn(call: Call): Period[] {
  return periodsIn(treeOf(call.entry.request.body))
}

/** Periods the meter had readings of, as far as the client's own calls show it. */
export function knownBefore(evidence: Evidence, upload: Call): ReadonlySet<Period> {
  const known = new Set<Period>()
  const before = callsOf(evidence).filter(({ id, path, done }) => done && id < upload.id && path === upload.path)
  for (const call of before) {
    if (call.endpoint === 'consumption.create') for (const entry of entriesIn(call)) known.add(entry)
    if (call.endpoint === 'consumption.list' && call.heard)
      for (const entry of periodsIn(treeOf(call.entry.response?.body))) known.add(entry)
    if (call.endpoint === 'consumption.deleteRange')
      for (const entry of [...known]) if (isWithin(entry, call)) known.delete(entry)
  }
  return known
}

function periodsIn(tree: Record<string, unknown>): Period[] {
  return all(tree, 'meterData', 'meterConsumption').map(
    (entry) => `${text(entry, 'startDate')}/${text(entry, 'endDate')}`,
  )
}

function isWithin(entry: Period, { query }: Call): boolean {
  const [first = '', last = ''] = entry.split('/')
  return last >= (query.get('startDate') ?? '') && first <= (query.get('endDate') ?? '9999')
}
