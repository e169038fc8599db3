import { dayNamed, weekday, type LocalDay } from '../../../src/toolbox/calendar.ts'
import type { DistributionTariff, SupplierCalendar, Terms } from '../model/contract.ts'
import { slot } from './energy.ts'
import { offPeakParts } from './off-peak.ts'

/** A class of time, and the dial that counts its energy. */
export type TimeClass = { id: string; label: string; dial: string }
export type ClassCalendar = { id: string; label: string; classes: readonly TimeClass[] }

/**
 * The calendars of supplier and distributor. Names of classes are those of contracts and the grid tariff; numbers of
 * calendars are ours, and names of dials those of the customer's own plug. Source: INF.
 */
const supplierCalendarsById = {
  BASE: { id: 'FC000001', label: 'Base', classes: [{ id: 'BASE', label: 'Base', dial: 'EASF01' }] },
  HPHC: {
    id: 'FC000002',
    label: 'Heures Pleines Heures Creuses',
    classes: [
      { id: 'HC', label: 'Heures Creuses', dial: 'EASF01' },
      { id: 'HP', label: 'Heures Pleines', dial: 'EASF02' },
    ],
  },
} as const satisfies Record<SupplierCalendar, ClassCalendar>

const oneClass = {
  id: 'DI000001',
  label: 'Sans différenciation temporelle',
  classes: [{ id: 'BASE', label: 'Base', dial: 'EASD01' }],
} as const satisfies ClassCalendar

const twoClasses = {
  id: 'DI000002',
  label: 'Avec différenciation temporelle',
  classes: [
    { id: 'HC', label: 'Heures Creuses', dial: 'EASD01' },
    { id: 'HP', label: 'Heures Pleines', dial: 'EASD02' },
  ],
} as const satisfies ClassCalendar

const fourClasses = {
  id: 'DI000003',
  label: 'Avec différenciation temporelle et saisonnière',
  classes: [
    { id: 'HCB', label: 'Heures Creuses Saison Basse', dial: 'EASD01' },
    { id: 'HPB', label: 'Heures Pleines Saison Basse', dial: 'EASD02' },
    { id: 'HCH', label: 'Heures Creuses Saison Haute', dial: 'EASD03' },
    { id: 'HPH', label: 'Heures Pleines Saison Haute', dial: 'EASD04' },
  ],
} as const satisfies ClassCalendar

const fiveClasses = {
  id: 'DI000004',
  label: 'Avec différenciation temporelle, saisonnière et pointe',
  classes: [...fourClasses.classes, { id: 'P', label: 'Pointe', dial: 'EASD05' }],
} as const satisfies ClassCalendar

const ofTariff = {
  BTINFCUST: oneClass,
  BTINFLU: oneClass,
  BTINFMUDT: twoClasses,
  BTINFCU4: fourClasses,
  BTINFMU4: fourClasses,
  BTSUPCU4: fourClasses,
  BTSUPLU4: fourClasses,
  HTACU5: fiveClasses,
  HTALU5: fiveClasses,
} as const satisfies Record<DistributionTariff, ClassCalendar>

type SeenTerms = Readonly<Pick<Terms, 'distributionTariff' | 'supplierCalendar'>> & {
  readonly offPeak: readonly Readonly<{ from: string; to: string }>[] | null
}

/** By which calendars the dials count under some terms: the supplier's, then the distributor's. */
export function calendarsOf({ distributionTariff, supplierCalendar }: SeenTerms): ClassCalendar[] {
  return [
    supplierCalendarsById[supplierCalendar],
    distributionTariff === null ? oneClass : ofTariff[distributionTariff],
  ]
}

/** Off-peak hours of those whose contract tells none. Source: FAQ, off-peak hours by night. */
const usualOffPeak = [{ from: '22:00', to: '06:00' }]

/** A day in its intervals of five minutes. */
export type Measured = { day: LocalDay; energy: Float64Array }

/** What each class of a calendar counts of a day: whole watt-hours that sum to the day's. */
export function energyByClass(
  calendar: ClassCalendar,
  terms: SeenTerms,
  { day, energy }: Measured,
): Map<string, number> {
  const whole = energy.reduce((sum, wh) => sum + wh, 0)
  const [only] = calendar.classes
  if (only && calendar.classes.length === 1) return new Map([[only.id, whole]])
  const parts = offPeakParts(terms.offPeak ?? usualOffPeak)
  const isPointe = calendar === fiveClasses && hasPointe(day)
  let [cheap, pointe] = [0, 0]
  for (let at = 0; at < energy.length; at++) {
    const shown = at * slot < day.changesAt ? at : at + (86_400 - day.lasts) / slot
    const wh = energy[at] as number
    const part = Math.round((wh * (parts[shown] as number)) / 5)
    cheap += part
    if (isPointe && isPointeHour(Math.floor((shown * slot) / 3600))) pointe += wh - part
  }
  const [offPeak, peak] = classesOn(calendar, day)
  const counted = new Map([
    [offPeak, cheap],
    [peak, whole - cheap - pointe],
  ])
  return isPointe ? counted.set('P', pointe) : counted
}

/** Source: INF, of the grid tariff (TURPE): the high season is November to March. */
function classesOn({ classes }: ClassCalendar, day: LocalDay): [offPeak: string, peak: string] {
  if (classes.length === 2) return ['HC', 'HP']
  const month = Number(dayNamed(day.number).slice(5, 7))
  return month >= 11 || month <= 3 ? ['HCH', 'HPH'] : ['HCB', 'HPB']
}

/** Source: INF, of the grid tariff (TURPE): two hours each morning and evening of December to February, without Sundays. */
function hasPointe({ number }: LocalDay): boolean {
  const day = dayNamed(number)
  return ['12', '01', '02'].includes(day.slice(5, 7)) && weekday(day) !== 7
}

const isPointeHour = (hour: number) => [9, 10, 18, 19].includes(hour)
