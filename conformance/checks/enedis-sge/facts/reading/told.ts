import { instantsShowing } from '../paris.ts'

export type Direction = 'consumption' | 'production'
/** Active, inductive and capacitive energy or power. Voltage is none of them, and is left out. */
export type Quantity = 'active' | 'inductive' | 'capacitive'
type About = { usagePoint: string; direction: Direction; quantity: Quantity }

/** An interval by the instant at which it begins, with average watts (or vars); null: missing. */
export type CurvePoint = { start: number; minutes: number; value: number | null }
export type Curve = About & { points: readonly CurvePoint[] }
/** What a dial showed as a day began, in Wh or VArh. */
export type Shown = { day: string; dial: string; value: number }
export type Dials = About & { shown: readonly Shown[] }
export type Amount = About & { day: string; value: number }
export type Peak = { usagePoint: string; day: string; va: number }
export type Refused = { usagePoint: string; code: string }

/** All that an answer or a file tells, in units without a prefix. */
export type Content = {
  curves: readonly Curve[]
  dials: readonly Dials[]
  amounts: readonly Amount[]
  peaks: readonly Peak[]
  refused: readonly Refused[]
}

export function content(told: Partial<Content> = {}): Content {
  return { curves: [], dials: [], amounts: [], peaks: [], refused: [], ...told }
}

export function together(several: readonly Content[]): Content {
  return {
    curves: several.flatMap(({ curves }) => curves),
    dials: several.flatMap(({ dials }) => dials),
    amounts: several.flatMap(({ amounts }) => amounts),
    peaks: several.flatMap(({ peaks }) => peaks),
    refused: several.flatMap(({ refused }) => refused),
  }
}

const quantities: Readonly<Record<string, Quantity>> = {
  ...{ PA: 'active', EA: 'active', PRI: 'inductive', ERI: 'inductive', PRC: 'capacitive', ERC: 'capacitive' },
}

export const quantityNamed = (name: string | undefined): Quantity | undefined => quantities[name ?? '']
export const directionNamed = (name: string | undefined): Direction =>
  name !== undefined && /^(PROD|Injection)/i.test(name) ? 'production' : 'consumption'

/** A value in units without a prefix. */
export function inUnits(value: number | null, unit: string | undefined): number | null {
  return value !== null && unit?.startsWith('k') ? value * 1000 : value
}

/** An interval as it was told: its stamp with an offset or without, and how long it lasts. */
export type Stamped = { stamp: string; minutes: number; value: number | null }

/** The instants of intervals that follow each other, whose stamps name their end or their start. */
export function placedAt(points: readonly Stamped[], side: 'start' | 'end'): CurvePoint[] {
  let before = Number.NEGATIVE_INFINITY
  return points.map(({ stamp, minutes, value }) => {
    const at = instantOf(stamp, before)
    before = at
    return { start: side === 'end' ? at - minutes * 60_000 : at, minutes, value }
  })
}

function instantOf(stamp: string, before: number): number {
  if (/(Z|[+-]\d\d:?\d\d)$/.test(stamp)) return Date.parse(stamp)
  const found = instantsShowing(stamp)
  return found.find((instant) => instant > before) ?? (found[0] as number)
}

/** Minutes of PT30M or PT1H; undefined of anything else. */
export function minutesIn(duration: string | undefined): number | undefined {
  const [whole, hours, minutes] = /^PT(?:(\d+)H)?(?:(\d+)M)?$/.exec(duration ?? '') ?? []
  return whole === undefined ? undefined : Number(hours ?? 0) * 60 + Number(minutes ?? 0)
}
