import type { HistoryView } from '../../views/index.ts'
import { stampInWinterTime, stampWithOffset } from './stamps.ts'

const labels = [
  'Identifiant PRM',
  'Type de donnees',
  'Date de debut',
  'Date de fin',
  'Grandeur physique',
  'Grandeur metier',
  'Etape metier',
  'Unite',
  'Pas en minutes',
]

/**
 * A history file: UTF-8 with a byte order mark, three rows of headings, and a row for each point, whose value is empty
 * where it is missing. Source: CAPTURE, HDM; values of the second row, INF.
 */
export function encodeHistory(view: HistoryView): string {
  const stampOf = view.of === 'CDC' ? stampWithOffset : stampInWinterTime
  const rows = [
    labels,
    valuesOf(view),
    ['Horodate', 'Valeur'],
    ...view.points.map(({ at, value }) => [stampOf(at), value === null ? '' : String(value)]),
  ]
  return `\uFEFF${rows.map((row) => `${row.join(';')}\n`).join('')}`
}

function valuesOf({ usagePoint, from, until, of, direction, stage, minutes }: HistoryView): string[] {
  return [
    usagePoint,
    of === 'CDC' ? 'Courbe de charge' : 'Index',
    dayFirst(from),
    dayFirst(until),
    'Energie active',
    direction === 'consumption' ? 'Consommation' : 'Production',
    stage === 'BRUT' ? 'Comptage Brut' : 'Comptage Corrigé',
    of === 'CDC' ? 'W' : 'Wh',
    minutes === null ? '' : String(minutes),
  ]
}

const dayFirst = (day: string) => day.split('-').reverse().join('/')
