import { weekday, type LocalDay } from '../../../src/toolbox/calendar.ts'
import type { Contract, DistributionTariff, SupplierCalendar, Terms } from '../model/contract.ts'
import type { Day } from '../model/ids.ts'
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

/**
 * By which calendars the dials count under some terms: the supplier's, then the distributor's. What is produced is
 * counted on one dial alone. Source: INF.
 */
export function calendarsOf({ direction }: Pick<Contract, 'direction'>, terms: SeenTerms): ClassCalendar[] {
  const { distributionTariff: tariff, supplierCalendar } = terms
  if (direction === 'production') return []
  return [supplierCalendarsById[supplierCalendar], tariff === null ? oneClass : ofTariff[tariff]]
}

/** Off-peak hours of those whose contract tells none. Source: FAQ, off-peak hours by night. */
const usualOffPeak = [{ from: '22:00', to: '06:00' }]

/** A day in its intervals of five minutes. */
export type Measured = { day: LocalDay; energy: Float64Array }

/** What a day measured in all, in off-peak hours, and in the other hours that may be peak of peaks (pointe). */
export type PartedEnergy = { whole: number; offPeak: number; pointe: number }

/** Which five minutes of the clock are off-peak under some terms, and how much of each. */
export function offPeakOf({ offPeak }: SeenTerms): Uint8Array {
  return offPeakParts(offPeak ?? usualOffPeak)
}

/** Parts a day by the hours of the clock: whole watt-hours. */
export function parted({ day, energy }: Measured, offPeakPart: Uint8Array): PartedEnergy {
  const { changesAt, lasts } = day
  const ahead = (86_400 - lasts) / slot
  let [whole, offPeak, pointe] = [0, 0, 0]
  for (let at = 0; at < energy.length; at++) {
    const shown = at * slot < changesAt ? at : at + ahead
    const wh = energy[at] as number
    const part = offPeakPart[shown] as number
    const cheap = part === 0 ? 0 : part === 5 ? wh : Math.round((wh * part) / 5)
    whole += wh
    offPeak += cheap
    if (isPointe[shown] === 1) pointe += wh - cheap
  }
  return { whole, offPeak, pointe }
}

/** What each class of a calendar counts of a day: together all of it. */
export function energyByClass(calendar: ClassCalendar, day: Day, energy: PartedEnergy): [id: string, wh: number][] {
  const { whole, offPeak, pointe } = energy
  const [only] = calendar.classes
  if (only && calendar.classes.length === 1) return [[only.id, whole]]
  const [cheap, dear] = classesOn(calendar, day)
  if (calendar !== fiveClasses || !hasPointe(day)) {
    return [
      [cheap, offPeak],
      [dear, whole - offPeak],
    ]
  }
  return [
    [cheap, offPeak],
    [dear, whole - offPeak - pointe],
    ['P', pointe],
  ]
}

/** The class that five minutes of the clock are mostly of, as they would be counted on a day. */
export function classOf(
  calendar: ClassCalendar,
  day: Day,
  { shown, offPeakPart }: { shown: number; offPeakPart: Uint8Array },
): string {
  const [only] = calendar.classes
  if (only && calendar.classes.length === 1) return only.id
  const [cheap, dear] = classesOn(calendar, day)
  if ((offPeakPart[shown] as number) > 2) return cheap
  return calendar === fiveClasses && hasPointe(day) && isPointe[shown] === 1 ? 'P' : dear
}

/** Source: INF, of the grid tariff (TURPE): the high season is November to March. */
function classesOn({ classes }: ClassCalendar, day: Day): [offPeak: string, peak: string] {
  if (classes.length === 2) return ['HC', 'HP']
  const month = Number(day.slice(5, 7))
  return month >= 11 || month <= 3 ? ['HCH', 'HPH'] : ['HCB', 'HPB']
}

/** Source: INF, of the grid tariff (TURPE): two hours each morning and evening of December to February, without Sundays. */
function hasPointe(day: Day): boolean {
  return ['12', '01', '02'].includes(day.slice(5, 7)) && weekday(day) !== 7
}

/** The five minutes of the clock that lie in those hours. */
const isPointe = Uint8Array.from({ length: 288 }, (_, at) => ([9, 10, 18, 19].includes(Math.floor(at / 12)) ? 1 : 0))
