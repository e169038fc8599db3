import { check, type Check } from '../../check.ts'
import type { Evidence, Turn } from '../../evidence.ts'
import { type Call, callsIn, everSaid, named, smoothSyncs } from './facts/index.ts'
import { currentAgreements } from './facts/days.ts'
import { toldOf } from './facts/readings.ts'

const walks = check({
  id: 'pge/walk/each-usage-point',
  title: 'asks for the data of every usage point of a subscription',
  requirement: 'PGE-WALK-1',
  level: 'must',
  remedy: 'A subscription has a UsagePoint for each service agreement: read the list, and ask for each of them.',
  when: (evidence) =>
    smoothSyncs(evidence).flatMap((turn) => listsIn(evidence, turn).map((list) => ({ turn, ...list }))),
  then: (evidence, { turn, call, points }) => {
    const asked = new Set(
      callsIn(evidence, turn)
        .filter(readsData)
        .flatMap(({ usagePoint }) => usagePoint ?? []),
    )
    const isWhole = callsIn(evidence, turn).some(
      ({ endpoint, subscription }) => endpoint === 'batch.subscription' && subscription === call.subscription,
    )
    const missing = isWhole ? [] : points.filter((id) => !asked.has(id))
    const names = missing.map((id) => named(evidence, id)).join(', ')
    const says = `Of ${points.length} usage points in the list, the client left out ${names || 'none'}.`
    return [{ holds: missing.length === 0, says, rests: [call] }]
  },
})

const holdings = (
  [
    ['with-readings', 'PGE-WALK-2', 'holds every agreement that has readings', true],
    ['without-readings', 'PGE-WALK-3', 'holds an agreement that has no readings', false],
  ] as const
).map(([name, requirement, title, has]) =>
  check({
    id: `pge/walk/${name}`,
    title,
    requirement,
    level: 'must',
    needs: 'words',
    remedy: 'An agreement is one whatever it measures: some have bills only, and new ones have nothing yet.',
    when: (evidence) => everSaid(evidence, 'agreements').filter(({ turn }) => pointsBy(evidence, turn, has).length > 0),
    then: (evidence, { turn, what }) => {
      const points = pointsBy(evidence, turn, has)
      const missing = points.filter((id) => !what.some(({ usagePoint }) => usagePoint === id))
      const names = missing.map((id) => named(evidence, id)).join(', ')
      const says = `Of ${points.length} such agreements, the client does not hold ${names || 'none'}.`
      return [{ holds: missing.length === 0, says: says.replace('does not hold none', 'holds all'), rests: [turn] }]
    },
  }),
)

const kinds = check({
  id: 'pge/walk/kind',
  title: 'knows agreements of gas from those of power',
  requirement: 'PGE-WALK-4',
  level: 'must',
  needs: 'words',
  remedy: 'Read ServiceCategory/kind of the UsagePoint: 0 is electricity, 1 is gas.',
  when: (evidence) => everSaid(evidence, 'agreements').filter(({ what }) => what.length > 0),
  then: (evidence, { turn, what }) => {
    const { kinds } = toldOf(evidence)
    const wrong = what.filter(({ usagePoint, kind }) => (kinds.get(usagePoint) ?? kind) !== kind)
    const names = wrong.map(({ usagePoint }) => named(evidence, usagePoint)).join(', ')
    return [
      { holds: wrong.length === 0, says: `The client mistook the kind of ${names || 'no agreement'}.`, rests: [turn] },
    ]
  },
})

export const walk: readonly Check[] = [walks, ...holdings, kinds]

/** Lists of usage points that reached the client in a turn, and whose they are. */
function listsIn(evidence: Evidence, turn: Turn): { call: Call; points: string[] }[] {
  return toldOf(evidence)
    .feeds.filter(({ call }) => call.turn === turn && call.endpoint === 'usagePoint.list')
    .map(({ call, feed }) => ({ call, points: feed.usagePoints.map(({ id }) => id) }))
}

function readsData({ endpoint }: Call): boolean {
  return /^(usagePoint\.batch|meterReading\.|intervalBlock\.|usageSummary\.)/.test(endpoint ?? '')
}

/** Agreements that are the client's to read, and that it was told of outside packages: those with readings, or not. */
function pointsBy(evidence: Evidence, turn: Turn, withReadings: boolean): string[] {
  const current = currentAgreements(evidence, turn)
  const { feeds, days } = toldOf(evidence)
  const read = new Set(
    [...days.values()]
      .filter(({ tellings }) => tellings.some(({ call }) => call.id <= turn.until))
      .map((day) => day.usagePoint),
  )
  const told = feeds
    .filter(({ call }) => call.id <= turn.until && !call.query.has('correlationID'))
    .flatMap(({ feed }) => feed.usagePoints.map(({ id }) => id))
  return [...new Set(told)].filter((id) => current.has(id) && read.has(id) === withReadings)
}
