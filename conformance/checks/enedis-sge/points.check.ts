import { check, type Check } from '../../check.ts'
import type { Evidence, Turn } from '../../evidence.ts'
import {
  everSaid,
  isHome,
  minutesOf,
  named,
  parisDay,
  saidIn,
  trueDays,
  trueReactive,
  type Vocabulary,
} from './facts/index.ts'
import { isNear } from './facts/mistakes.ts'
import { toldBy } from './facts/readings.ts'

type SaidPoint = Vocabulary['points'][number]
/** The points of one day of one direction that a client showed. */
type Shown = { turn: Turn; usagePoint: string; direction: string; day: string; points: readonly SaidPoint[] }

const oneInstantEach = check({
  id: 'enedis-sge/points/one-instant-each',
  title: 'keeps the two hours apart that have the same name on the long Sunday in October',
  requirement: 'SGE-POINT-1',
  level: 'must',
  needs: 'words',
  remedy: 'Files tell the offset, and services the order: the second 02:30 is an hour after the first.',
  when: (evidence) => shownOf(evidence).filter(({ day }) => minutesOf(day) > 1440),
  then: (evidence, { turn, usagePoint, day, points }) => {
    const instants = new Set(points.map(({ at }) => Date.parse(at)))
    const says = `Of ${points.length} points of ${day} of ${named(evidence, usagePoint)}, ${instants.size} have an instant of their own.`
    return [{ holds: instants.size === points.length, says, rests: [turn] }]
  },
})

const begins = check({
  id: 'enedis-sge/points/begins',
  title: 'gives each point the instant at which its interval begins',
  requirement: 'SGE-POINT-2',
  level: 'must',
  needs: 'words',
  remedy: 'Take the step off the stamps of homes only, and read stamps without an offset by the clock in Paris.',
  when: (evidence) => shownOf(evidence).filter(({ day }) => minutesOf(day) === 1440),
  then: (evidence, shown) => {
    const told = toldPoints(evidence, shown)
    if (told.size === 0) return []
    const wrong = shown.points.filter(({ at }) => !told.has(Date.parse(at)))
    const [first] = wrong
    const side = isHome(evidence, shown.usagePoint) ? 'end' : 'start'
    const says = `${wrong.length} of ${shown.points.length} points of ${shown.day} of ${named(evidence, shown.usagePoint)}, stamped at their ${side}, begin when no interval does${first ? `: ${first.at}` : ''}.`
    return [{ holds: wrong.length === 0, says, rests: [shown.turn] }]
  },
})

const missing = check({
  id: 'enedis-sge/points/missing-is-none',
  title: 'gives a missing point no value, and not zero',
  requirement: 'SGE-POINT-3',
  level: 'must',
  needs: 'words',
  remedy: 'A stamp without a value was not measured: keep null, or leave the point out.',
  when: (evidence) => shownOf(evidence).filter((shown) => [...toldPoints(evidence, shown).values()].includes(null)),
  then: (evidence, shown) => {
    const told = toldPoints(evidence, shown)
    const zeros = shown.points.filter(({ at, w }) => w !== null && told.get(Date.parse(at)) === null)
    const says = `Of the missing points of ${shown.day} of ${named(evidence, shown.usagePoint)} the client gave ${zeros.length} a value.`
    return [{ holds: zeros.length === 0, says, rests: [shown.turn] }]
  },
})

const peaks = check({
  id: 'enedis-sge/points/peaks-in-volt-amperes',
  title: 'takes the highest power of a day in volt-amperes, as the meter told it',
  requirement: 'SGE-POINT-4',
  level: 'must',
  needs: 'words',
  remedy:
    'PMA is VA, neither W nor kVA, and no mean of a curve: hold it against a subscribed power of a thousand VA to the kVA.',
  when: (evidence) => everSaid(evidence, 'peaks').filter(({ what }) => what.length > 0),
  then: (evidence, { turn, what }) => {
    const told = new Map<string, number[]>()
    for (const { usagePoint, day, va } of toldBy(evidence, turn).flatMap((one) => one.told.peaks)) {
      const key = `${usagePoint} ${day}`
      told.set(key, [...(told.get(key) ?? []), va])
    }
    const wrong = what.find(({ usagePoint, day, va }) => !told.get(`${usagePoint} ${day}`)?.includes(va))
    const says = wrong
      ? `The client holds ${wrong.va} VA for ${wrong.day} of ${named(evidence, wrong.usagePoint)}, which nobody told it.`
      : `Each of ${what.length} peaks is as it was told.`
    return [{ holds: wrong === undefined, says, rests: [turn] }]
  },
})

const reactive = check({
  id: 'enedis-sge/points/reactive',
  title: 'takes reactive energy in var-hours, from the inductive quantities alone',
  requirement: 'SGE-POINT-5',
  level: 'must',
  needs: 'words',
  remedy: 'ERI in VArh and PRI in vars (kvar in R4x) times time are inductive energy; ERC and PRC are capacitive.',
  when: (evidence) => everSaid(evidence, 'reactive').filter(({ what }) => what.length > 0),
  then: (evidence, { turn, what }) => {
    const told = trueReactive(evidence, turn)
    const wrong = what.find(
      (said) =>
        !told.some(
          (one) =>
            one.usagePoint === said.usagePoint &&
            one.day === said.day &&
            one.direction === said.direction &&
            isNear(said.varh, one.varh ?? 0),
        ),
    )
    const says = wrong
      ? `The client holds ${wrong.varh} VArh for ${wrong.day} of ${named(evidence, wrong.usagePoint)}, which nobody told it.`
      : `Each of ${what.length} days of reactive energy is as it was told.`
    return [{ holds: wrong === undefined, says, rests: [turn] }]
  },
})

/** What a client makes of single points and of quantities beside energy. */
export const points: readonly Check[] = [oneInstantEach, begins, missing, peaks, reactive]

function shownOf(evidence: Evidence): Shown[] {
  return evidence.turns.flatMap((turn) => {
    const said = saidIn(evidence, turn, 'points') ?? []
    const days = new Map<string, Shown & { points: SaidPoint[] }>()
    for (const point of said) {
      const { usagePoint, direction } = point
      const about = { turn, usagePoint, direction, day: parisDay(point.at) }
      const key = `${usagePoint} ${direction} ${about.day}`
      const known = days.get(key) ?? { ...about, points: [] }
      known.points.push(point)
      days.set(key, known)
    }
    return [...days.values()]
  })
}

/** What was told of a day by the instants at which intervals begin; null: missing, whoever told of it. */
function toldPoints(evidence: Evidence, { turn, usagePoint, direction, day }: Shown): Map<number, number | null> {
  const told = new Map<number, number | null>()
  for (const one of trueDays(evidence, turn)) {
    if (one.usagePoint !== usagePoint || one.direction !== direction || one.day !== day) continue
    for (const { start, value } of one.curve?.points ?? []) told.set(start, told.get(start) ?? value)
  }
  return told
}
