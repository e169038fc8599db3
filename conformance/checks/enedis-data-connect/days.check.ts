import { check, type Check } from '../../check.ts'
import type { Evidence, Turn } from '../../evidence.ts'
import { byTurn, daysCheck, isNear, spelledOut } from './days-check.ts'
import { heldDays, inventedDays, type HeldDay } from './facts/days.ts'
import { everSaid, named, toldOf } from './facts/index.ts'

const averagePower = check({
  id: 'enedis-data-connect/days/average-power',
  title: 'takes the values of a curve for average power over their step',
  requirement: 'DC-DAY-1',
  level: 'must',
  needs: 'words',
  remedy: 'A value of 412 W over PT30M is 206 Wh: multiply by the step before you add.',
  when: (evidence) => byTurn(plainDays(evidence)),
  then: (evidence, days) => {
    const share = shareOf(evidence, days)
    const says = `Of ${days.length} days of half-hours the client holds ${(share * 100).toFixed(0)} % of the energy that it was told.`
    return [{ holds: Math.abs(share - 1) < 0.02, says, rests: restsOf(days[0]) }]
  },
})

const endStamped = check({
  id: 'enedis-data-connect/days/end-stamped',
  title: 'knows that points of a household are stamped at their end: 00:00:00 belongs to the day before',
  requirement: 'DC-DAY-2',
  level: 'must',
  needs: 'words',
  remedy:
    'Take the step off each stamp before you look at its day: the last point of a day is stamped 00:00:00 of the next.',
  when: (evidence) => byTurn(plainDays(evidence)),
  then: (evidence, days) => {
    // That all of it is too much or too little is a question of its own.
    const share = shareOf(evidence, days) || 1
    const wrong = days.find(({ told, said }) => said !== undefined && !isNear(said.wh / share, told.wh))
    const says = wrong ? spelledOut(evidence, wrong) : `Each of ${days.length} days has the points that belong to it.`
    return [{ holds: wrong === undefined, says, rests: restsOf(wrong ?? days[0]) }]
  },
})

const long = daysCheck({
  id: 'enedis-data-connect/days/long',
  title: 'keeps all fifty points of the day on which clocks go back',
  requirement: 'DC-DAY-3',
  remedy:
    'Stamps from 02:00 to 03:00 come twice on that day, without offset: keep points by their order, not by their stamp alone.',
  of: ['long'],
  compares: ['held', 'points', 'wh'],
})

const short = daysCheck({
  id: 'enedis-data-connect/days/short',
  title: 'keeps the forty-six points of the day on which clocks go forward, and adds none',
  requirement: 'DC-DAY-4',
  remedy: 'That day has no hour from two to three: take the points it has, and do not fill it up to forty-eight.',
  of: ['short'],
  compares: ['held', 'points', 'wh'],
})

const holes = daysCheck({
  id: 'enedis-data-connect/days/holes',
  title: 'leaves missing points out, and makes no zeros of them',
  requirement: 'DC-DAY-5',
  remedy: 'There is no marker: a point that is missing was not measured, and zero would be a measurement.',
  of: ['hole'],
  compares: ['held', 'points', 'wh'],
})

const filled = daysCheck({
  id: 'enedis-data-connect/days/filled',
  title: 'fills in points that come later for a day it knows',
  requirement: 'DC-DAY-6',
  remedy: 'A day told again may hold more than before: keep point by point, and do not close a day that is not whole.',
  of: ['filled'],
  compares: ['held', 'points', 'wh'],
})

const steps = daysCheck({
  id: 'enedis-data-connect/days/steps',
  title: 'adds points by the step that each of them tells: 10, 30 or 60 minutes',
  requirement: 'DC-DAY-7',
  remedy: 'Read p, or interval_length, of every point: steps change from one day to the next, and within a day.',
  of: ['steps', 'fine'],
  compares: ['wh'],
})

const corrected = daysCheck({
  id: 'enedis-data-connect/days/corrected',
  title: 'puts corrected values in the place of those before',
  requirement: 'DC-DAY-8',
  remedy: 'What is told last of a point holds: overwrite, do not keep the first and do not add.',
  of: ['corrected'],
  compares: ['wh'],
})

const notTwice = daysCheck({
  id: 'enedis-data-connect/days/not-twice',
  title: 'counts a point once that two windows tell',
  requirement: 'DC-DAY-9',
  remedy: 'Windows may overlap, and v5 and v2 tell the same: know points by usage point, direction and stamp.',
  of: ['again', 'generations'],
  compares: ['no more'],
})

const daily = daysCheck({
  id: 'enedis-data-connect/days/daily-value',
  title: 'takes daily energy in watt-hours, as a number',
  requirement: 'DC-DAY-10',
  remedy: 'v and value are texts that hold Wh: make numbers of them, and mind kWh.',
  of: ['plain'],
  from: 'daily',
  compares: ['wh'],
})

const production = daysCheck({
  id: 'enedis-data-connect/days/production',
  title: 'keeps what a customer produces apart from what they consume',
  requirement: 'DC-DAY-11',
  remedy: 'Keep days by usage point and direction: one with both has two curves, and two energies a day.',
  of: ['production'],
  compares: ['held', 'wh'],
})

const net = daysCheck({
  id: 'enedis-data-connect/days/self-consumption',
  title: 'takes the consumption of a self-consumer as it is told: what came from the grid',
  requirement: 'DC-DAY-12',
  remedy: 'Both curves are what is left of use and production against each other: subtract neither from the other.',
  of: ['net'],
  compares: ['held', 'wh'],
})

const noneInvented = check({
  id: 'enedis-data-connect/days/none-invented',
  title: 'holds no day of zero energy that nobody told it of',
  requirement: 'DC-DAY-13',
  level: 'must',
  needs: 'words',
  remedy: 'No data is not zero: leave days out that were not answered, and ask for them again.',
  when: (evidence) => inventedDays(evidence).filter(({ said }) => said.length > 0),
  then: (evidence, { turn, said, invented }) => {
    const [first, ...others] = invented.filter(({ wh }) => wh === 0)
    const example = first ? ` such as ${first.day} of ${named(evidence, first.usagePoint)}` : ''
    const count = first === undefined ? 0 : others.length + 1
    const says = `Of ${said.length} days that the client holds, ${count} are zeros that nobody told it${example}.`
    return [{ holds: first === undefined, says, rests: [turn] }]
  },
})

const held = check({
  id: 'enedis-data-connect/days/held',
  title: 'holds every day that it was told of, as a curve or as a value',
  requirement: 'DC-DAY-14',
  level: 'must',
  needs: 'words',
  remedy: 'Keep all that an answer holds, of every usage point and of every window.',
  when: (evidence) => byTurn(heldDays(evidence).filter(({ told }) => told.kind === 'plain' || told.kind === 'again')),
  then: (evidence, days) => {
    const isHeld = ({ told }: HeldDay) =>
      days.some((one) => one.said !== undefined && one.told.day === told.day && isOneFlow(one.told, told))
    const [first, ...others] = days.filter((day) => !isHeld(day))
    const says = first
      ? `${others.length + 1} of ${days.length} days are missing. ${spelledOut(evidence, first)}`
      : `The client holds each of ${days.length} days.`
    return [{ holds: first === undefined, says, rests: restsOf(first) }]
  },
})

const peaks = check({
  id: 'enedis-data-connect/days/peaks',
  title: 'takes maximum power in volt-amperes, on the day on which it was drawn',
  requirement: 'DC-DAY-15',
  level: 'must',
  needs: 'words',
  remedy: 'Maxima are VA, neither W nor kVA, and their stamp is the moment of the peak and not the end of a step.',
  when: (evidence) => everSaid(evidence, 'peaks').filter(({ what }) => what.length > 0),
  then: (evidence, { turn, what }) => {
    const told = toldOf(evidence).peaks.filter(({ call }) => call.id <= turn.until)
    const wrong = what.find(
      (said) =>
        !told.some((one) => one.usagePoint === said.usagePoint && one.day === said.day && one.value === said.va),
    )
    const says = wrong
      ? `The client holds ${wrong.va} VA for ${wrong.day} of ${named(evidence, wrong.usagePoint)}, which nobody told it.`
      : `Each of ${what.length} peaks is as it was told.`
    return [{ holds: wrong === undefined, says, rests: [turn] }]
  },
})

export const days: readonly Check[] = [
  ...[averagePower, endStamped, long, short, holes, filled, steps, corrected, notTwice, daily, production, net],
  ...[noneInvented, held, peaks],
]

/** Whole days of half-hours on which nothing is special. */
function plainDays(evidence: Evidence): HeldDay[] {
  return heldDays(evidence).filter(
    ({ told, said }) => told.kind === 'plain' && told.from === 'curve' && said !== undefined,
  )
}

/** How much of the energy told the client holds, with what it put on days that nobody told it of. */
function shareOf(evidence: Evidence, days: readonly HeldDay[]): number {
  const turn = days[0]?.turn as Turn
  const points = new Set(days.map(({ told }) => told.usagePoint))
  const invented = inventedDays(evidence).find((one) => one.turn === turn)?.invented ?? []
  const beside = invented.filter(({ usagePoint, from }) => points.has(usagePoint) && from === 'curve')
  const sum = (values: readonly number[]) => values.reduce((total, one) => total + one, 0)
  const told = sum(days.map((day) => day.told.wh))
  return told === 0 ? 1 : sum([...days.map(({ said }) => said?.wh ?? 0), ...beside.map(({ wh }) => wh)]) / told
}

function isOneFlow(one: HeldDay['told'], other: HeldDay['told']): boolean {
  return one.usagePoint === other.usagePoint && one.direction === other.direction
}

function restsOf(day: HeldDay | undefined): { id: number }[] {
  return day ? [day.turn, ...day.told.rests.slice(-1)] : []
}
