import { dayNamed, type LocalDay } from '../../../src/toolbox/calendar.ts'

/** The code of each quarter of an hour of a day, by the clock on the wall. Source: WIRE, ProgramIdMappings. */
export type TouCodes = Uint8Array

const [summerPeak, summerOff, summerPartial, winterPeak, winterPartial, winterOff] = [1, 2, 3, 4, 5, 6]
const [springPeak, springOff, springSuperOff] = [7, 8, 9]

type Season = 'summer' | 'winter' | 'spring'
/** From an hour on, until the next that stands here. */
type Hours = readonly (readonly [from: number, code: number])[]
type Schedule = { seasonOf: (month: number) => Season; weekends: boolean; hours: Record<Season, Hours> }

/**
 * When energy is dear. Codes and weekday hours of homes were seen in real feeds; the rest follows the kinds of rates
 * PG&E publishes, and is inferred.
 */
const schedules = {
  home: {
    seasonOf: (month) => (month >= 6 && month <= 9 ? 'summer' : 'winter'),
    weekends: false,
    hours: {
      summer: at([0, summerOff], [15, summerPeak], [20, summerOff]),
      winter: at([0, winterOff], [15, winterPeak], [20, winterOff]),
      spring: at([0, winterOff]),
    },
  },
  business: {
    seasonOf: (month) => (month >= 6 && month <= 9 ? 'summer' : month >= 3 && month <= 5 ? 'spring' : 'winter'),
    weekends: true,
    hours: {
      summer: at([0, summerOff], [14, summerPartial], [16, summerPeak], [21, summerPartial], [23, summerOff]),
      winter: at([0, winterOff], [16, winterPeak], [21, winterOff]),
      spring: at([0, springOff], [9, springSuperOff], [14, springOff], [16, springPeak], [21, springOff]),
    },
  },
  legacy: {
    seasonOf: (month) => (month >= 5 && month <= 10 ? 'summer' : 'winter'),
    weekends: false,
    hours: {
      summer: at([0, summerOff], [8.5, summerPartial], [12, summerPeak], [18, summerPartial], [21.5, summerOff]),
      winter: at([0, winterOff], [8.5, winterPartial], [21.5, winterOff]),
      spring: at([0, winterOff]),
    },
  },
} as const satisfies Record<string, Schedule>

/** The codes of a day under a tariff. */
export function touCodes(tariff: string, { number }: Pick<LocalDay, 'number'>): TouCodes {
  const schedule: Schedule = schedules[scheduleOf(tariff)]
  const season = schedule.seasonOf(Number(dayNamed(number).slice(5, 7)))
  const isWeekend = (number + 3) % 7 >= 5
  return spread(isWeekend && !schedule.weekends ? schedule.hours[season].slice(0, 1) : schedule.hours[season])
}

function scheduleOf(tariff: string): keyof typeof schedules {
  if (/^(E-?TOU|EV|E-?ELEC|HE)/i.test(tariff)) return 'home'
  return /^(B|AG-?[ABCF])/i.test(tariff) ? 'business' : 'legacy'
}

const spreads = new WeakMap<Hours, TouCodes>()

function spread(hours: Hours): TouCodes {
  const known = spreads.get(hours)
  if (known) return known
  const codes = new Uint8Array(96)
  for (const [from, code] of hours) codes.fill(code, from * 4)
  spreads.set(hours, codes)
  return codes
}

function at(...hours: Hours): Hours {
  return hours
}
