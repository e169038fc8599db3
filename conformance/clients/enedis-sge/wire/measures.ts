import type { Direction } from '../memory.ts'
import { all, at, number, text, type Told } from './told.ts'

/** What a series tells: active energy or power, reactive one, voltage, or highest power. */
export type Quantity = 'active' | 'inductive' | 'capacitive' | 'voltage' | 'peak' | 'other'

/** Words for the quantities: services and files have the same. */
const quantities: Readonly<Record<string, Quantity>> = {
  ...{ PA: 'active', EA: 'active', PRI: 'inductive', ERI: 'inductive', PRC: 'capacitive', ERC: 'capacitive' },
  ...{ E: 'voltage', PMA: 'peak' },
}

export const quantityNamed = (name: string | undefined): Quantity => quantities[name ?? ''] ?? 'other'
export const directionNamed = (name: string | undefined): Direction => (name === 'PROD' ? 'production' : 'consumption')

/** A value as it was told: its stamp, with an offset or as clocks in Paris show it, and how long it lasts if it says so. */
export type PointTold = { stamp: string; minutes: number | null; value: number | null }
/** A curve as it was told. `stamped` tells which end of an interval stamps name; null: what is told does not say. */
export type CurveTold = {
  usagePoint: string
  direction: Direction
  quantity: Quantity
  unit: string
  stamped: 'start' | 'end' | null
  points: PointTold[]
}
/** What dials showed as days began, class by class. */
export type IndexesTold = {
  usagePoint: string
  direction: Direction
  quantity: Quantity
  unit: string
  values: { day: string; dial: string; value: number | null }[]
}
/** An amount of a whole day. */
export type DayTold = { usagePoint: string; direction: Direction; day: string; value: number; unit: string }
export type PeakTold = { usagePoint: string; day: string; value: number; unit: string }
/** A point that an order named and that was refused. */
export type RefusedTold = { usagePoint: string; code: string; says: string }

/** Everything an answer or a file tells. */
export type MeasuresTold = {
  curves: CurveTold[]
  indexes: IndexesTold[]
  days: DayTold[]
  peaks: PeakTold[]
  refused: RefusedTold[]
}

export function measures(told: Partial<MeasuresTold> = {}): MeasuresTold {
  return { curves: [], indexes: [], days: [], peaks: [], refused: [], ...told }
}

/** Minutes of an ISO duration such as PT30M or PT1H; null for days and for nothing. */
export function minutesIn(duration: string | undefined): number | null {
  const [, hours, minutes] = /^PT(?:(\d+)H)?(?:(\d+)M)?$/.exec(duration ?? '') ?? []
  return hours === undefined && minutes === undefined ? null : Number(hours ?? 0) * 60 + Number(minutes ?? 0)
}

/** What one point of V3 tells, in a reply or in a file of M023: both have the same words. */
export function toldOfPoint(usagePoint: string, told: Told, of: 'COURBE' | 'ENERGIE' | 'PMAX' | 'INDEX'): MeasuresTold {
  const quantities = all(told, 'grandeur')
  if (of === 'INDEX') return measures({ indexes: all(told, 'contexte').flatMap((one) => indexesIn(usagePoint, one)) })
  if (of === 'COURBE') return measures({ curves: quantities.map((one) => curveIn(usagePoint, one)) })
  const values = quantities.flatMap((one) =>
    all(one, 'points').flatMap((point) => {
      const value = number(at(point, 'v'))
      const day = text(at(point, 'd'))?.slice(0, 10) ?? ''
      if (value === undefined) return []
      return [{ ...aboutOf(usagePoint, one), day, value }]
    }),
  )
  return of === 'ENERGIE' ? measures({ days: values }) : measures({ peaks: values })
}

function aboutOf(usagePoint: string, told: Told) {
  return {
    usagePoint,
    direction: directionNamed(text(at(told, 'grandeurMetier'))),
    quantity: quantityNamed(text(at(told, 'grandeurPhysique'))),
    unit: text(at(told, 'unite')) ?? '',
  }
}

function curveIn(usagePoint: string, told: Told): CurveTold {
  const points = all(told, 'points').map((point) => ({
    stamp: text(at(point, 'd')) ?? '',
    minutes: minutesIn(text(at(point, 'p'))),
    value: number(at(point, 'v')) ?? null,
  }))
  return { ...aboutOf(usagePoint, told), stamped: null, points }
}

/** The dial that counts all hours tells all there is; where there is none, the classes of one calendar do together. */
function indexesIn(usagePoint: string, context: Told): IndexesTold[] {
  return all(context, 'grandeur').map((told) => {
    const [calendar] = all(told, 'calendrier')
    const totals = all(told, 'cadranTotalisateur')
    const dials = totals.length > 0 ? totals : all(calendar, 'classeTemporelle')
    const values = dials.flatMap((dial) =>
      all(dial, 'valeur').map((one) => ({
        day: text(at(one, 'd'))?.slice(0, 10) ?? '',
        dial: text(at(dial, 'idClasseTemporelle')) ?? text(at(dial, 'codeCadran')) ?? '',
        value: number(at(one, 'v')) ?? null,
      })),
    )
    return { ...aboutOf(usagePoint, told), values }
  })
}
