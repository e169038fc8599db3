import { parisDay } from '../paris.ts'
import { numberOf } from '../trees.ts'
import type { Kind } from './detailed.ts'
import {
  content,
  directionNamed,
  inUnits,
  minutesIn,
  placedAt,
  quantityNamed,
  together,
  type Content,
  type Stamped,
} from './told.ts'

type Row = ReadonlyMap<string, string>
const steps = [5, 10, 30, 60]

/** A history file: labels, their values, then a row for each point. How long it lasts shows in the stamps around it. */
export function historyIn(csv: string, isHomeOf: (usagePoint: string) => boolean): Content {
  const [labels = [], values = [], , ...rows] = rowsIn(csv)
  const head: Row = new Map(labels.map((label, at) => [label, values[at] ?? '']))
  const usagePoint = head.get('Identifiant PRM') ?? ''
  const direction = directionNamed(head.get('Grandeur metier'))
  const about = { usagePoint, direction, quantity: 'active' } as const
  const points = rows.map(([stamp = '', value]) => ({ stamp, value: inUnits(numberOf(value), head.get('Unite')) }))
  if (/index/i.test(head.get('Type de donnees') ?? '')) {
    const shown = points.flatMap(({ stamp, value }) =>
      value === null ? [] : [{ day: parisDay(stamp), dial: '', value }],
    )
    return content({ dials: [{ ...about, shown }] })
  }
  const usual = Number(head.get('Pas en minutes'))
  const apart = (at: number) => (Date.parse(points[at + 1]?.stamp ?? '') - Date.parse(points[at]?.stamp ?? '')) / 60_000
  const lasting = points.map((point, at) => ({
    ...point,
    minutes: [apart(at - 1), apart(at)].find((minutes) => steps.includes(minutes)) ?? usual,
  }))
  return content({ curves: [{ ...about, points: placedAt(lasting, isHomeOf(usagePoint) ? 'end' : 'start') }] })
}

/** The flows of M023 as tables: a row for each value. */
export function tableIn(csv: string, kind: Kind, isHomeOf: (usagePoint: string) => boolean): Content {
  const [labels = [], ...cells] = rowsIn(csv)
  const rows = cells.map((row): Row => new Map(labels.map((label, at) => [label, row[at] ?? ''])))
  const series = new Map<string, Row[]>()
  for (const row of rows) {
    const name = ['Identifiant PRM', 'Grandeur metier', 'Grandeur physique'].map((label) => row.get(label)).join(' ')
    series.set(name, [...(series.get(name) ?? []), row])
  }
  return together([...series.values()].map((one) => seriesIn(one, kind, isHomeOf)))
}

function seriesIn(rows: readonly Row[], kind: Kind, isHomeOf: (usagePoint: string) => boolean): Content {
  const [first] = rows
  const usagePoint = first?.get('Identifiant PRM') ?? ''
  const quantity = quantityNamed(first?.get('Grandeur physique')) ?? 'active'
  const about = { usagePoint, direction: directionNamed(first?.get('Grandeur metier')), quantity }
  const unit = first?.get('Unite')
  const values = rows.map((row): Stamped & { day: string; dial: string } => ({
    stamp: row.get('Horodate') ?? '',
    day: (row.get('Horodate') ?? '').slice(0, 10),
    dial: row.get('Cadran') ?? '',
    minutes: minutesIn(row.get('Pas')) ?? 30,
    value: inUnits(numberOf(row.get('Valeur')), unit),
  }))
  const known = values.flatMap((one) => (one.value === null ? [] : [{ ...one, value: one.value }]))
  switch (kind) {
    case 'COURBE':
      return content({ curves: [{ ...about, points: placedAt(values, isHomeOf(usagePoint) ? 'end' : 'start') }] })
    case 'INDEX': {
      const totals = known.filter(({ dial }) => dial.endsWith('T'))
      return content({ dials: [{ ...about, shown: totals.length > 0 ? totals : known }] })
    }
    case 'PMAX':
      return content({ peaks: known.map(({ day, value }) => ({ usagePoint, day, va: value })) })
    case 'ENERGIE':
      return content({ amounts: known.map(({ day, value }) => ({ ...about, day, value })) })
  }
}

function rowsIn(csv: string): string[][] {
  return csv
    .replace(/^\uFEFF/, '')
    .trimEnd()
    .split(/\r?\n/)
    .map((row) => row.split(';'))
}
