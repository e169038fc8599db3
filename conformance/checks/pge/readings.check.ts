import { check, type Check } from '../../check.ts'
import type { Evidence, Turn } from '../../evidence.ts'
import { daysCheck } from './days-check.ts'
import { inventedDays } from './facts/days.ts'
import { callsIn, named, smoothSyncs, type Call } from './facts/index.ts'

const multiplier = daysCheck({
  id: 'pge/readings/multiplier',
  title: 'multiplies readings by the power of ten of their reading type',
  requirement: 'PGE-DATA-1',
  remedy:
    'Read powerOfTenMultiplier of the ReadingType that the MeterReading is related to: mostly -3, so value / 1000.',
  of: ['plain'],
  compares: ['quantity'],
})

const gasMultiplier = daysCheck({
  id: 'pge/readings/gas-multiplier',
  title: 'multiplies gas readings by their own power of ten',
  requirement: 'PGE-DATA-2',
  remedy: 'Gas has another powerOfTenMultiplier than power, -8: read it of each ReadingType, and assume nothing.',
  of: ['gas'],
  compares: ['quantity'],
})

const unit = daysCheck({
  id: 'pge/readings/unit',
  title: 'keeps power in watt-hours and gas in therms, as uom says',
  requirement: 'PGE-DATA-3',
  remedy: 'Read uom of the ReadingType: 72 are watt-hours, 169 therms.',
  compares: ['unit'],
})

const intervals = daysCheck({
  id: 'pge/readings/interval-length',
  title: 'follows the interval length of each reading type, quarters of an hour too',
  requirement: 'PGE-DATA-4',
  remedy: 'Know readings by their start, and take their length from intervalLength: 900, 3600 or 86400 seconds.',
  of: ['quarters'],
  compares: ['count', 'quantity'],
})

const eachDay = daysCheck({
  id: 'pge/readings/each-day',
  title: 'keeps every day of power that a feed holds',
  requirement: 'PGE-DATA-5',
  remedy: 'A feed has an IntervalBlock for each Pacific day: read them all.',
  of: ['plain', 'quarters'],
  compares: ['held'],
})

const gasDays = daysCheck({
  id: 'pge/readings/gas-days',
  title: 'keeps every day of gas, though its readings begin a second after midnight',
  requirement: 'PGE-DATA-6',
  remedy: 'Gas has one reading a day, from 00:00:01 Pacific: take the day it falls in, and do not look for midnight.',
  of: ['gas'],
  compares: ['held'],
})

const notTwice = daysCheck({
  id: 'pge/readings/not-twice',
  title: 'counts a reading once, however often it is told',
  requirement: 'PGE-DATA-7',
  remedy: 'Know readings by usage point, MeterReading and start: the same ones come again by packages and by changes.',
  of: ['again'],
  compares: ['not twice'],
})

const received = daysCheck({
  id: 'pge/readings/received',
  title: 'keeps what a customer exports apart, and as a positive number',
  requirement: 'PGE-DATA-8',
  remedy:
    'flowDirection 19 is energy received from the customer, told without a sign: keep it beside what was delivered.',
  of: ['received'],
  compares: ['held', 'quantity'],
})

const net = daysCheck({
  id: 'pge/readings/net',
  title: 'keeps net readings as net, below zero too',
  requirement: 'PGE-DATA-9',
  remedy: 'flowDirection 4 is delivered less received: it is no consumption, and may be negative.',
  of: ['net'],
  compares: ['held', 'quantity'],
})

const eachMeter = daysCheck({
  id: 'pge/readings/each-meter',
  title: 'adds up all the meters of an agreement',
  requirement: 'PGE-DATA-10',
  remedy:
    'A usage point may have several MeterReadings of one reading type, one for each meter: keep each, and add them up.',
  of: ['several'],
  compares: ['held', 'quantity'],
})

const noneInvented = check({
  id: 'pge/readings/none-invented',
  title: 'keeps no readings that it was never told',
  requirement: 'PGE-DATA-11',
  level: 'must',
  needs: 'words',
  remedy: '204 and a missing day say that nothing is known, which is not zero: leave such days out.',
  when: inventedDays,
  then: (evidence, { turn, said, invented }) => {
    const [first] = invented
    const example = first && ` The first is ${first.day} of ${named(evidence, first.usagePoint)}.`
    const says = `Of ${said.length} days that the client said it held, it was never told ${invented.length}.${example ?? ''}`
    return [{ holds: invented.length === 0, says, rests: [turn] }]
  },
})

const noData = check({
  id: 'pge/readings/no-data',
  title: 'takes 204 for no data, and goes on',
  requirement: 'PGE-DATA-12',
  level: 'must',
  remedy:
    '204 has no body and is no failure: there is nothing for that time, perhaps nothing yet. Ask again another day.',
  when: (evidence) => smoothSyncs(evidence).filter((turn) => withoutData(evidence, turn).length > 0),
  then: (evidence, turn) => {
    const rests = withoutData(evidence, turn)
    const again = rests.filter(
      ({ entry }, at) => rests.findIndex((one) => one.entry.request.url === entry.request.url) < at,
    )
    const holds = turn.exit === 0 && again.length === 0
    const how = turn.exit === 0 ? 'ended well' : 'failed'
    const says = `After 204 the client asked the same again ${again.length} times, and its turn ${how}.`
    return [{ holds, says, rests: [turn, ...rests] }]
  },
})

export const readings: readonly Check[] = [
  ...[multiplier, gasMultiplier, unit, intervals, eachDay, gasDays, notTwice, received, net, eachMeter],
  ...[noneInvented, noData],
]

/** Calls of a turn, but for packages, that were answered with nothing. */
function withoutData(evidence: Evidence, turn: Turn): readonly Call[] {
  return callsIn(evidence, turn).filter(
    ({ status, method, query }) => status === 204 && method === 'GET' && !query.has('correlationID'),
  )
}
