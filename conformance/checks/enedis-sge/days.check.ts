import { check, type Check } from '../../check.ts'
import { daysCheck } from './days-check.ts'
import { inventedDays, isHome, named, type TrueDay } from './facts/index.ts'

const isCurve = ({ curve }: TrueDay) => curve !== undefined && curve.count > 0
const lasts60 = ({ curve }: TrueDay) => curve?.points.every(({ minutes }) => minutes === 60) ?? false

const averagePower = daysCheck({
  id: 'enedis-sge/days/average-power',
  title: 'takes the points of curves for average watts of their interval, and not for watt-hours',
  requirement: 'SGE-DAY-1',
  remedy: 'Energy is power times time: W × minutes / 60, by the step of each point.',
  of: (told) => isCurve(told) && !lasts60(told),
  mistakes: ['watts for watt-hours'],
})

const kilowatts = daysCheck({
  id: 'enedis-sge/days/kilowatts',
  title: 'takes the curves of R4Q, R4H and R4M for kilowatts',
  requirement: 'SGE-DAY-2',
  remedy: 'Unite_Mesure of R4x says kW where services and M023 say W: multiply by a thousand.',
  of: ({ source }) => source === 'R4x',
  mistakes: ['kilowatts for watts'],
})

const wattHours = daysCheck({
  id: 'enedis-sge/days/watt-hours',
  title: 'takes energies of days and dials for watt-hours, and not for kilowatt-hours',
  requirement: 'SGE-DAY-3',
  remedy: 'Details of measures, R151, R171, R64 and R65 count Wh: take each series by the unit beside it.',
  of: ({ source }) => source !== 'R4x',
  mistakes: ['a thousand times'],
})

const differences = daysCheck({
  id: 'enedis-sge/days/index-differences',
  title: 'takes the energy of a day from what its dials counted on, and not from what they showed',
  requirement: 'SGE-DAY-4',
  remedy:
    'A dial shows all that it ever counted: subtract what it showed as the day began from what it showed a day later.',
  of: ({ shown }) => shown !== undefined,
  mistakes: ['dials for energy'],
})

const reactiveApart = daysCheck({
  id: 'enedis-sge/days/reactive-apart',
  title: 'counts no reactive energy as active energy',
  requirement: 'SGE-DAY-5',
  remedy: 'ERI and PRI are var-hours and vars: keep them beside EA and PA, and add neither to the other.',
  of: ({ varh }) => varh !== undefined,
  mistakes: ['reactive for active'],
})

const fileTwice = daysCheck({
  id: 'enedis-sge/days/file-twice',
  title: 'counts the days of a file once that arrives twice',
  requirement: 'SGE-DAY-6',
  remedy: 'Keep a day by its point and date, and put what comes again in the place of what was there.',
  of: ({ kind }) => kind === 'twice',
  mistakes: ['twice'],
})

const holes = daysCheck({
  id: 'enedis-sge/days/holes',
  title: 'counts missing points neither as zeros nor as anything else',
  requirement: 'SGE-DAY-7',
  remedy: 'A stamp without a value is no measure: leave it out of the points that you count, and fill nothing in.',
  of: ({ kind }) => kind === 'hole',
  mistakes: ['gaps filled'],
})

const filled = daysCheck({
  id: 'enedis-sge/days/filled-later',
  title: 'takes in the points and days that come later than the others',
  requirement: 'SGE-DAY-8',
  remedy: 'Files bring what was missing for up to twenty days: put it beside what you have of the same day.',
  of: ({ kind, source }) => (kind === 'filled' || kind === 'corrected') && source !== 'curve',
  mistakes: ['as at first', 'other', 'missing'],
})

const long = daysCheck({
  id: 'enedis-sge/days/fifty-half-hours',
  title: 'takes all the points of the long Sunday in October',
  requirement: 'SGE-DAY-9',
  remedy: 'That day has 25 hours: 50 half hours, 150 ten minutes. Two of its hours have the same name.',
  of: ({ kind }) => kind === 'long',
  mistakes: ['clock', 'missing'],
})

const short = daysCheck({
  id: 'enedis-sge/days/forty-six-half-hours',
  title: 'misses no points on the short Sunday in March',
  requirement: 'SGE-DAY-10',
  remedy: 'That day has 23 hours: with 46 half hours it is whole. Fill nothing in.',
  of: ({ kind }) => kind === 'short',
  mistakes: ['clock', 'missing'],
})

const steps = daysCheck({
  id: 'enedis-sge/days/steps',
  title: 'takes each point of a curve for as long as it lasts',
  requirement: 'SGE-DAY-11',
  remedy:
    'Before collection a home is told by the hour, and then by the half hour: of files take the step from the stamps, and not from the head.',
  of: (told) => isCurve(told) && told.kind !== 'hole',
  mistakes: ['one step for all'],
})

const production = daysCheck({
  id: 'enedis-sge/days/production',
  title: 'keeps what a site feeds in apart from what it draws',
  requirement: 'SGE-DAY-12',
  remedy: 'Ask with injection or sens INJECTION for producers, and keep what comes as production.',
  of: ({ direction }) => direction === 'production',
  mistakes: ['missing'],
})

const held = daysCheck({
  id: 'enedis-sge/days/held',
  title: 'holds every day that answers and files told it of, as they told it',
  requirement: 'SGE-DAY-13',
  remedy: 'Keep all that an answer or a file holds, of each point, and by where it comes from.',
  of: ({ kind }) => kind === 'plain' || kind === 'twice' || kind === 'steps',
  mistakes: ['missing', 'other'],
})

const noneInvented = check({
  id: 'enedis-sge/days/none-invented',
  title: 'holds no day of zero energy that nobody told it of',
  requirement: 'SGE-DAY-14',
  level: 'must',
  needs: 'words',
  remedy: 'No measure is not zero: leave out days that nobody told you of.',
  when: (evidence) => inventedDays(evidence).filter(({ said }) => said.length > 0),
  then: (evidence, { turn, said, invented }) => {
    // What a history without points came to is a question of its own.
    const zeros = invented.filter(({ wh, from }) => wh === 0 && from !== 'history')
    const [first] = zeros
    const example = first ? ` such as ${first.day} of ${named(evidence, first.usagePoint)}` : ''
    const says = `Of ${said.length} days that the client holds, ${zeros.length} are zeros that nobody told it${example}.`
    return [{ holds: zeros.length === 0, says, rests: [turn] }]
  },
})

const sidesBySegment = (side: 'start' | 'end') => (told: TrueDay, isOfHome: boolean) =>
  isCurve(told) && isOfHome === (side === 'end') && told.kind !== 'hole'

/** Stamps that name the wrong side of an interval move points, and some of them to another day. */
function stampsCheck(side: 'start' | 'end', about: Pick<Check, 'id' | 'title' | 'requirement' | 'remedy'>): Check {
  const isMeant = sidesBySegment(side)
  return daysCheck({
    ...about,
    of: (told, evidence) => isMeant(told, isHome(evidence, told.usagePoint)),
    mistakes: ['stamps'],
  })
}

const endStamped = stampsCheck('end', {
  id: 'enedis-sge/days/end-stamped',
  title: 'puts the points of homes on the day in which their interval lies, which ends at the stamp',
  requirement: 'SGE-DAY-15',
  remedy: 'C5 and P4 are stamped at the end: 00:00 closes the day before. Take the step off each stamp.',
})

const startStamped = stampsCheck('start', {
  id: 'enedis-sge/days/start-stamped',
  title: 'puts the points of C1 to C4 on the day in which their interval lies, which begins at the stamp',
  requirement: 'SGE-DAY-16',
  remedy: 'C1 to C4 are stamped at the start: 00:00 opens the day. Take nothing off.',
})

/** What a client makes of what it is told, day by day. */
export const days: readonly Check[] = [
  ...[averagePower, kilowatts, wattHours, differences, reactiveApart, fileTwice, holes, filled, long, short, steps],
  ...[production, held, noneInvented, endStamped, startStamped],
]
