import * as v from 'valibot'
import { faultMeans } from '../../../contract/fault.ts'
import { asHar, asJsonLines, asStableLines, type Entry, type Journal } from '../../../ground/journal/index.ts'
import { durationMs } from '../../../toolbox/calendar.ts'
import { ControlError } from '../errors.ts'
import { worldRoute } from '../route.ts'

const number = v.pipe(v.string(), v.regex(/^\d+$/, 'is not a whole number'), v.transform(Number))
const kinds = ['exchange', 'step', 'clock', 'fault', 'notice', 'change', 'finding'] as const
const filters = {
  endpoint: v.optional(v.pipe(v.string(), v.description('Calls of this endpoint; * stands for anything.'))),
  step: v.optional(
    v.pipe(v.string(), v.description('Steps of this action: provider.action, or what a client was asked.')),
  ),
  kind: v.optional(v.pipe(v.picklist(kinds), v.description('Entries of this kind.'))),
  since: v.optional(v.pipe(number, v.description('Entries after the one with this number.'))),
}
type Filters = { endpoint?: string; step?: string; kind?: Entry['kind']; since?: number }

const longestWaitMs = 600_000
const within = v.pipe(v.string(), v.description('How long to wait, in real time: PT30S when left out, PT10M at most.'))

/** Reading the journal, waiting for it, and taking it away. */
export const journalRoutes = [
  worldRoute(
    'GET /journal',
    {
      name: 'journal.read',
      summary: 'Tells what happened, oldest first.',
      answers: 'The entries, the number of the last one there is, and how many are no longer in memory.',
      query: v.strictObject({
        ...filters,
        limit: v.optional(v.pipe(number, v.description('The newest so many of them.'))),
      }),
    },
    ({ world: { journal }, query }) => {
      const entries = select(journal, query as Filters)
      const from = query.limit === undefined ? 0 : Math.max(0, entries.length - query.limit)
      return { entries: entries.slice(from), lastId: journal.lastId, evicted: journal.evicted }
    },
  ),
  worldRoute(
    'GET /journal/wait',
    {
      name: 'journal.wait',
      summary: 'Waits for an entry that fits.',
      answers: 'The first entry after `since` (or after now) that fits, or null when none came in time.',
      query: v.strictObject({ ...filters, within: v.optional(within) }),
    },
    async ({ world: { journal }, query }) => {
      const withinMs = durationMs(query.within ?? 'PT30S')
      if (withinMs > longestWaitMs) throw new ControlError(400, `"within" is ${query.within}: wait PT10M at most.`)
      const since = query.since ?? journal.lastId
      const coming = journal.waitFor((entry) => fits(query as Filters, entry), { since, withinMs })
      return { entry: await coming.catch(() => null) }
    },
  ),
  worldRoute(
    'GET /journal/follow',
    {
      name: 'journal.follow',
      summary: 'Tells what happens, as it happens, until the asker hangs up.',
      answers: 'One entry a line.',
      media: 'application/x-ndjson',
      query: v.strictObject(filters),
    },
    ({ world: { journal }, query }) => {
      const headers = { 'content-type': 'application/x-ndjson', 'cache-control': 'no-store' }
      return new Response(follow(journal, query as Filters), { headers })
    },
  ),
  worldRoute(
    'GET /journal/export',
    {
      name: 'journal.export',
      summary: 'Gives the whole journal to keep or compare.',
      answers: 'JSON lines; the same without real times and ports; or an HTTP Archive.',
      query: v.strictObject({ format: v.optional(v.picklist(['jsonl', 'stable', 'har']), 'jsonl') }),
    },
    ({ world: { journal }, query, control }) => {
      const entries = journal.entries()
      if (query.format === 'har') return asHar(entries, control.version)
      const text = query.format === 'stable' ? asStableLines(entries) : asJsonLines(entries)
      return new Response(text, { headers: { 'content-type': 'application/x-ndjson' } })
    },
  ),
]

function select(journal: Journal, query: Filters): Entry[] {
  return journal.entries().filter((entry) => entry.id > (query.since ?? 0) && fits(query, entry))
}

function fits({ endpoint, step, kind }: Filters, entry: Entry): boolean {
  if (kind !== undefined && entry.kind !== kind) return false
  if (step !== undefined && !(entry.kind === 'step' && entry.action === step)) return false
  if (endpoint === undefined) return true
  return entry.kind === 'exchange' && entry.endpoint !== null && faultMeans({ on: endpoint }, entry.endpoint)
}

/** Entries as they come. It reads on only when the asker does, so that a sleeping one costs nothing. */
function follow(journal: Journal, query: Filters): ReadableStream<Uint8Array> {
  const utf8 = new TextEncoder()
  let last = query.since ?? journal.lastId
  let stopListening = () => {}
  return new ReadableStream({
    pull: async (controller) => {
      const arrived = select(journal, { ...query, since: last })
      last = journal.lastId
      if (arrived.length > 0) return controller.enqueue(utf8.encode(asJsonLines(arrived)))
      const entry = await new Promise<Entry>((found) => {
        const stop = journal.onEntry((one) => {
          if (!fits(query, one)) return
          stop()
          found(one)
        })
        stopListening = stop
      })
      last = entry.id
      controller.enqueue(utf8.encode(asJsonLines([entry])))
    },
    cancel: () => stopListening(),
  })
}
