import { dayOf } from '../../paris.ts'
import { DamagedFile } from '../trouble.ts'
import { measures, type MeasuresTold, type PointTold } from './measures.ts'

/**
 * A history file: a row of labels, their values, then a row for each point, whose value is empty where it is missing.
 * The step in its head is today's; that of each point shows in the stamps around it.
 */
export function historyIn(csv: string): MeasuresTold & { from: string; until: string } {
  const [labels = [], values = [], , ...rows] = rowsIn(csv)
  const head = new Map(labels.map((label, at) => [label, values[at] ?? '']))
  const need = (label: string) => {
    const value = head.get(label)
    if (value === undefined) throw new DamagedFile(`The history file has no "${label}" in its head.`)
    return value
  }
  const usagePoint = need('Identifiant PRM')
  const direction = /prod/i.test(need('Grandeur metier')) ? 'production' : 'consumption'
  const about = { usagePoint, direction, quantity: 'active', unit: need('Unite') } as const
  const period = { from: dayFirst(need('Date de debut')), until: dayFirst(need('Date de fin')) }
  const points = rows.map(pointIn)
  if (/index/i.test(need('Type de donnees'))) {
    const shown = points.map(({ stamp, value }) => ({ day: dayOf(stamp), dial: '', value }))
    return { ...measures({ indexes: [{ ...about, values: shown }] }), ...period }
  }
  const step = Number(need('Pas en minutes'))
  return { ...measures({ curves: [{ ...about, stamped: null, points: stepped(points, step) }] }), ...period }
}

function rowsIn(csv: string): string[][] {
  const text = csv.replace(/^\uFEFF/, '')
  // The last row ends as all others do: one that breaks off may have lost digits.
  if (!text.endsWith('\n')) throw new DamagedFile('The history file breaks off.')
  return text
    .trimEnd()
    .split(/\r?\n/)
    .map((row) => row.split(';'))
}

function pointIn([stamp = '', value = '']: string[]): PointTold {
  return { stamp, minutes: null, value: value.trim() === '' ? null : Number(value) }
}

/** Where two stamps lie as far apart as some step does, that is the step between them. */
function stepped(points: readonly PointTold[], usual: number): PointTold[] {
  const apart = (one: PointTold | undefined, other: PointTold | undefined) => {
    const minutes = one && other ? (Date.parse(other.stamp) - Date.parse(one.stamp)) / 60_000 : 0
    return [5, 10, 30, 60].includes(minutes) ? minutes : undefined
  }
  return points.map((point, at) => {
    const [before, after] = [apart(points[at - 1], point), apart(point, points[at + 1])]
    return { ...point, minutes: before ?? after ?? usual }
  })
}

const dayFirst = (day: string) => day.split('/').reverse().join('-')
