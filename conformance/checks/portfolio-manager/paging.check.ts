import { check, type Check } from '../../check.ts'
import type { Evidence, Turn } from '../../evidence.ts'
import { callsIn, nextPage, pageOf, pendingLists, shownIn, smoothSyncs, truth, type Call } from './facts/index.ts'
import { sharesAt } from './facts/held.ts'

/** How many requests a page of a pending list holds. */
const requestsOnPage = 20

const pendingToTheEnd = (
  [
    ['account', 'connections', 'PM-PAGE-1'],
    ['property', 'property shares', 'PM-PAGE-2'],
    ['meter', 'meter shares', 'PM-PAGE-3'],
  ] as const
).map(([kind, words, requirement]) =>
  check({
    id: `portfolio-manager/paging/pending-${kind === 'account' ? 'connections' : kind === 'property' ? 'properties' : 'meters'}`,
    title: `reads the list of pending ${words} to its last page`,
    requirement,
    level: 'must',
    remedy: 'Follow the link "next page" until a page has none, or list again after answering until nothing waits.',
    when: (evidence) => smoothSyncs(evidence).filter((turn) => waitingAt(evidence, turn, kind).length > requestsOnPage),
    then: (evidence, turn) => {
      const waiting = waitingAt(evidence, turn, kind)
      const shown = new Set(
        shownIn(evidence).flatMap((one) => (one.turn === turn && one.kind === kind ? [one.id] : [])),
      )
      const missed = waiting.filter((id) => !shown.has(id))
      const says = `${waiting.length} pending ${words} waited; the client saw ${waiting.length - missed.length} of them.`
      const rests = callsIn(evidence, turn).filter(({ endpoint }) => endpoint === pendingLists[kind])
      return [{ holds: missed.length === 0, says, rests }]
    },
  }),
)

const readingsToTheEnd = check({
  id: 'portfolio-manager/paging/readings',
  title: 'reads the readings of a meter to their last page',
  requirement: 'PM-PAGE-4',
  level: 'must',
  remedy: 'Follow the link "next page" of meterData until a page has none: a page holds 120 entries.',
  when: (evidence) =>
    smoothSyncs(evidence).flatMap((turn) =>
      callsIn(evidence, turn).filter(
        (call) => call.endpoint === 'consumption.list' && call.heard && nextPage(call) !== undefined,
      ),
    ),
  then: (evidence, call) => {
    const wanted = nextPage(call)
    const followed = callsIn(evidence, call.turn as Turn).filter(
      (other) => other.endpoint === call.endpoint && other.path === call.path && pageOf(other) === wanted,
    )
    const says = `Page ${pageOf(call)} of the readings said that page ${wanted} follows; the client ${followed.length > 0 ? 'read it' : 'did not read it'}.`
    return [{ holds: followed.length > 0, says, rests: [call, ...followed] }]
  },
})

const stops = check({
  id: 'portfolio-manager/paging/stops',
  title: 'stops at the last page',
  requirement: 'PM-PAGE-5',
  level: 'must',
  remedy: 'A page without a link "next page" is the last: stop there.',
  when: smoothSyncs,
  then: (evidence, turn) => {
    const paged = callsIn(evidence, turn).filter(({ endpoint }) => pagedEndpoints.has(endpoint ?? ''))
    const paths = [...new Set(paged.map(({ path }) => path))]
    return paths.map((path) => {
      const calls = paged.filter((call) => call.path === path)
      const beyond = calls.filter((call) => isBeyond(call, calls))
      const says = `Of ${path} the client asked for ${beyond.length} pages beyond the last.`
      return { holds: beyond.length === 0, says, rests: beyond.length > 0 ? beyond : calls.slice(-1) }
    })
  },
})

export const paging: readonly Check[] = [...pendingToTheEnd, readingsToTheEnd, stops]

const pagedEndpoints = new Set<string>([...Object.values(pendingLists), 'consumption.list'])

function waitingAt(evidence: Evidence, turn: Turn, kind: 'account' | 'property' | 'meter'): string[] {
  const view = truth(evidence).after({ id: turn.id })
  if (kind !== 'account') return sharesAt(view, 'pending').flatMap((share) => (share.kind === kind ? [share.id] : []))
  return Object.keys(view.connections).filter((id) => view.connections[id]?.status === 'pending')
}

/** Looking one page further, to find it empty, is a way to find the end; a second is not. */
function isBeyond(call: Call, calls: readonly Call[]): boolean {
  const lasts = calls.filter((other) => other.id < call.id && other.heard && nextPage(other) === undefined)
  return lasts.some((last) => pageOf(call) > pageOf(last) + 1)
}
