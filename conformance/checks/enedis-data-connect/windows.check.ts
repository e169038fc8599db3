import { check, type Check } from '../../check.ts'
import type { Evidence } from '../../evidence.ts'
import {
  askedOf,
  daysBetween,
  daysLater,
  heldAt,
  isMorningAfter,
  isPublished,
  isTold,
  isTroubled,
  leftOutBefore,
  leftOutWithin,
  named,
  parisDay,
  seriesOf,
  servingCalls,
  smoothSyncs,
  turnsOf,
  type Asked,
  type Call,
} from './facts/index.ts'
import { noneOf } from './none-of.ts'

/** How long one call may ask for, in days. */
const [mostOfCurve, mostOfDaily] = [7, 365]

const sevenDays = noneOf(
  {
    id: 'enedis-data-connect/windows/seven-days',
    title: 'asks for no more than seven days of a load curve at once',
    requirement: 'DC-WINDOW-1',
    remedy:
      'Split what you want into windows of seven days: the end is not part of a window, so it is the start plus seven.',
  },
  (evidence) =>
    dated(evidence)
      .filter(({ call }) => call.kind === 'curve')
      .map(({ call }) => call),
  (evidence, call) => daysIn(evidence, call) > mostOfCurve,
  'for a curve asked for more than seven days',
)

const ofOneYear = noneOf(
  {
    id: 'enedis-data-connect/windows/one-year',
    title: 'asks v5 for no more than a year of daily values at once',
    requirement: 'DC-WINDOW-2',
    remedy: 'v5 answers at most 365 days of daily energy or maximum power in one call.',
  },
  (evidence) =>
    dated(evidence)
      .map(({ call }) => call)
      .filter(({ kind, generation }) => generation !== 'v2' && (kind === 'daily' || kind === 'maxPower')),
  (evidence, call) => daysIn(evidence, call) > mostOfDaily,
  'for daily values asked for more than 365 days',
)

const ordered = noneOf(
  {
    id: 'enedis-data-connect/windows/ordered',
    title: 'asks for days that end after they begin',
    requirement: 'DC-WINDOW-3',
    remedy:
      'The end is the first day that is not wanted: one day is from it up to the next, and never from it to itself.',
  },
  (evidence) => dated(evidence).map(({ call }) => call),
  (evidence, call) => daysIn(evidence, call) < 1,
  'asked for a time that ends as it begins, or before',
)

const notInFuture = noneOf(
  {
    id: 'enedis-data-connect/windows/not-in-future',
    title: 'asks for no day that is not over',
    requirement: 'DC-WINDOW-4',
    needs: 'own clock',
    remedy: 'End windows today at most, by the calendar of Paris: data stop at yesterday.',
  },
  (evidence) => dated(evidence).map(({ call }) => call),
  (_, { until = '', at }) => until > parisDay(at),
  'asked for today, or for days to come',
)

const noDayBetween = check({
  id: 'enedis-data-connect/windows/no-day-between',
  title: 'leaves no day out between the windows of one run: the end of one is the start of the next',
  requirement: 'DC-WINDOW-5',
  level: 'must',
  remedy: 'dateFin and end are excluded: begin the next window on the day on which the one before ended.',
  when: (evidence) =>
    seriesOf(evidence).flatMap((series) => turnsOf(evidence, series).map((turn) => ({ turn, series }))),
  then: (evidence, { turn, series }) => {
    const own = series.asked.filter(({ call }) => call.turn === turn).map(({ call }) => call)
    const left =
      own.length < 2 ? [] : leftOutWithin(series, turn).filter((day) => !isTold(evidence, series.usagePoint, day, turn))
    if (own.length < 2) return []
    const says = `Of the ${series.kind} of ${named(evidence, series.usagePoint)} the client asked for ${own.length} windows, and left out ${left.join(', ') || 'nothing'} between them.`
    return [{ holds: left.length === 0, says, rests: own }]
  },
})

const noDayBetweenRuns = check({
  id: 'enedis-data-connect/windows/no-day-between-runs',
  title: 'leaves no day out between what it asks for in one run and in the next',
  requirement: 'DC-WINDOW-6',
  level: 'must',
  remedy: 'Remember for each usage point up to which day you have data, and begin there: a run may have been missed.',
  when: (evidence) =>
    seriesOf(evidence).flatMap((series) =>
      turnsOf(evidence, series)
        .slice(1)
        .map((turn) => ({ turn, series })),
    ),
  then: (evidence, { turn, series }) => {
    if (isTroubled(evidence, turn)) return []
    const left = leftOutBefore(series, turn).filter((day) => !isTold(evidence, series.usagePoint, day, turn))
    const own = series.asked.filter(({ call }) => call.turn === turn).map(({ call }) => call)
    const says = `Of the ${series.kind} of ${named(evidence, series.usagePoint)} the client left out ${left.join(', ') || 'nothing'} since its last run.`
    return [{ holds: left.length === 0, says, rests: own }]
  },
})

const upToYesterday = check({
  id: 'enedis-data-connect/windows/up-to-yesterday',
  title: 'asks for everything up to yesterday: a window that ends today',
  requirement: 'DC-WINDOW-7',
  level: 'must',
  needs: 'own clock',
  remedy: 'dateFin and end are excluded: to have yesterday, end the window today. It is published from about 08:00.',
  when: (evidence) =>
    smoothSyncs(evidence).filter((turn) => isPublished(evidence, turn) && !isMorningAfter(evidence, turn)),
  then: (evidence, turn) => {
    const today = parisDay(turn.at)
    return heldAt(evidence, turn).flatMap(({ usagePoint }) => {
      const calls = servingCalls(evidence, turn, usagePoint)
      if (calls.length === 0) return []
      if (calls.some(({ refusal }) => refusal === 'noConsent')) return []
      const before = { id: turn.id }
      const holds =
        calls.some(({ until }) => until === today) || isTold(evidence, usagePoint, daysLater(today, -1), before)
      const says = `On ${today} the client asked for data of ${named(evidence, usagePoint)} ${holds ? 'up to' : 'and left out'} yesterday.`
      return [{ holds, says, rests: calls.slice(-1) }]
    })
  },
})

/** Which days a client asks for. */
export const windows: readonly Check[] = [
  ...[sevenDays, ofOneYear, ordered, notInFuture, noDayBetween, noDayBetweenRuns],
  upToYesterday,
]

function dated(evidence: Evidence): Asked[] {
  return askedOf(evidence)
}

function daysIn(evidence: Evidence, call: Call): number {
  const asked = askedOf(evidence).find((one) => one.call === call)
  return asked === undefined ? 1 : daysBetween(asked.from, asked.until)
}
