import { dayNamed, dayNumber, monthNamed, monthNumber } from '../../../src/toolbox/calendar.ts'
import type { SeenContract } from '../views/index.ts'
import { calendarsOf, energyByClass, offPeakOf, parted, type ClassCalendar } from './calendars.ts'
import { contractOn, termsOn } from './contracts.ts'
import type { Days } from './daily.ts'
import { energyInSlots, energyOfDay, parisLocalDay, type Series } from './energy.ts'
import { isLive, type MeteredPoint } from './metered.ts'
import { countedInSlots, type Counting as Quantity } from './reactive.ts'

/** What dials have counted: in all, and under `calendar class`. */
export type Counted = { total: number; byClass: Map<string, number> }

/** The dials of one direction of a meter, as days pass. */
export type Dials = {
  counted: Counted
  pass(days: Days): void
  /** Another meter begins at 0. */
  reset(): void
  calendarsOn(day: number): ClassCalendar[]
}

/** By which calendars a day is counted, and which of its five minutes are off-peak. */
type Counting = { calendars: ClassCalendar[]; offPeakPart: Uint8Array }

/** Dials at 0, which count active energy unless told otherwise. */
export function dialsOf(metered: MeteredPoint, series: Series, quantity: Quantity = 'active'): Dials {
  const counting = countingOf(metered, series)
  const known = knownOf(metered, series, quantity)
  const dials: Dials = {
    counted: { total: 0, byClass: new Map() },
    pass(days) {
      for (let number = days.from; number < days.until;) {
        const month = monthFrom(number)
        if (hasChanges(metered, series, month)) {
          countDay(dials.counted, number)
          number++
        } else if (month.from !== number || month.until > days.until) {
          add(dials.counted, known.days.get(number) ?? rememberedDay(number))
          number++
        } else {
          add(dials.counted, known.months.get(number) ?? rememberedMonth(month))
          number = month.until
        }
      }
    },
    reset: () => void (dials.counted = { total: 0, byClass: new Map() }),
    calendarsOn: (day) => counting(day).calendars,
  }

  function rememberedMonth({ from, until }: Days): Counted {
    const counted: Counted = { total: 0, byClass: new Map() }
    for (let number = from; number < until; number++) {
      add(counted, known.days.get(number) ?? rememberedDay(number))
      known.days.delete(number)
    }
    known.months.set(from, counted)
    return counted
  }

  function rememberedDay(number: number): Counted {
    const counted: Counted = { total: 0, byClass: new Map() }
    countDay(counted, number)
    known.days.set(number, counted)
    return counted
  }

  function countDay(counted: Counted, number: number): void {
    if (!isLive(metered, series.direction, number)) return
    const { calendars, offPeakPart } = counting(number)
    if (calendars.length === 0 && quantity === 'active') {
      counted.total += energyOfDay(metered, series, number)
      return
    }
    const [day, local] = [dayNamed(number), parisLocalDay(number)]
    const inSlots = countedInSlots(energyInSlots(metered, series, local), local, quantity)
    const energy = parted({ day: local, energy: inSlots }, offPeakPart)
    counted.total += energy.whole
    for (const calendar of calendars) {
      for (const [id, wh] of energyByClass(calendar, day, energy)) addTo(counted, `${calendar.id} ${id}`, wh)
    }
  }

  return dials
}

function add(counted: Counted, { total, byClass }: Counted): void {
  counted.total += total
  for (const [dial, wh] of byClass) addTo(counted, dial, wh)
}

function addTo({ byClass }: Counted, dial: string, wh: number): void {
  byClass.set(dial, (byClass.get(dial) ?? 0) + wh)
}

function countingOf({ point }: MeteredPoint, { direction }: Series): (day: number) => Counting {
  const known = new Map<SeenContract['terms'][number], Counting>()
  return (number) => {
    const day = dayNamed(number)
    const terms = termsOn(contractOn(point, direction, day) as SeenContract, day)
    const counting = known.get(terms) ?? {
      calendars: calendarsOf({ direction }, terms),
      offPeakPart: offPeakOf(terms),
    }
    known.set(terms, counting)
    return counting
  }
}

/** The month of a day, as the days from its first up to that of the next. */
function monthFrom(number: number): Days {
  const month = dayNamed(number).slice(0, 7)
  return { from: dayNumber(`${month}-01`), until: dayNumber(`${monthNamed(monthNumber(month) + 1)}-01`) }
}

function hasChanges({ changes }: MeteredPoint, { direction }: Series, { from, until }: Days): boolean {
  return [...changes[direction].keys()].some((day) => from <= day && day < until)
}

/** Months without corrections, and days of months that have begun: a meter is read from its installation, night by night. */
type Known = { months: Map<number, Counted>; days: Map<number, Counted> }

/** By all that they are computed from. */
const knownMeters = new Map<string, Known>()
const mostMeters = 1500

function knownOf({ point, seed }: MeteredPoint, { direction }: Series, quantity: Quantity): Known {
  const { id, flows, contracts, servicesLevel } = point
  const uses = [flows.consumption?.use, flows.production?.use]
  const key = JSON.stringify([seed, id, direction, quantity, servicesLevel, uses, contracts])
  const known = knownMeters.get(key) ?? { months: new Map(), days: new Map() }
  if (!knownMeters.has(key) && knownMeters.size >= mostMeters) knownMeters.clear()
  knownMeters.set(key, known)
  return known
}
