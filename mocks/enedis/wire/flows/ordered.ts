import type { CurvePoint, OrderedMeasures, PublishedFlow, RefusedPoint } from '../../views/index.ts'
import { dialsTold } from '../v2/indexes.ts'
import { quantity } from '../v2/measures.ts'
import type { Filled } from './filled.ts'
import type { OrderedFlow } from './names.ts'
import { filesOf, headTold, type OrderHead } from './order-files.ts'

/** Which flow brings which measures. Source: FLOWGUIDE, M023. */
export const flowOf = { COURBES: 'R63', INDEX: 'R64', ENERGIE: 'R65', PMAX: 'R66' } as const satisfies Record<
  OrderedMeasures['of'],
  OrderedFlow
>

/** The files of an order of measures, or of what is published in the same form. */
export function encodeOrdered(
  flow: OrderedFlow | PublishedFlow,
  head: OrderHead,
  measures: Iterable<OrderedMeasures>,
  limit?: { most: number },
): Generator<Filled> {
  return filesOf(head, measures, { flow, tell: measureTold, labels, rows: rowsOf }, limit)
}

function measureTold(one: OrderedMeasures): object {
  const { usagePoint, stage, from, until } = one
  const head = { idPrm: usagePoint, etapeMetier: stage, periode: { dateDebut: from, dateFin: until } }
  if (one.of !== 'INDEX')
    return { ...head, grandeur: quantitiesOf(one).map(({ points, ...told }) => ({ ...told, points })) }
  const context = {
    etapeMetier: stage,
    contexteReleve: 'COL',
    typeReleve: 'AQ',
    grandeur: [dialsTold(one, one.indexes)],
  }
  return { ...head, contexte: [context] }
}

type Told = { grandeurMetier: string; grandeurPhysique: string; unite: string; points: PointTold[] }
type PointTold = { v: string; d: string; p?: string; n?: string; iv?: string; ec?: string }

/** What stands for a point is what V3 says of it. Source: FLOWGUIDE, M023, points. */
function quantitiesOf(one: Exclude<OrderedMeasures, { of: 'INDEX' }>): Told[] {
  if (one.of === 'ENERGIE') {
    const points = one.days.map(({ day, energyWh }) => ({ v: String(energyWh), d: `${day} 00:00:00`, p: 'P1D' }))
    return [{ ...quantity(one, { physical: 'EA', unit: 'Wh' }), points }]
  }
  if (one.of === 'PMAX') {
    return one.peaks.map(({ quantity: physical, peaks }) => ({
      ...quantity(one, { physical, unit: 'VA' }),
      points: peaks.flatMap(({ stamp, voltAmperes }) =>
        voltAmperes === null ? [] : [{ v: String(voltAmperes), d: stamp, p: 'P1D' }],
      ),
    }))
  }
  return one.curves.map(({ quantity: physical, points }) => ({
    ...quantity(one, { physical, unit: physical === 'PA' ? 'W' : 'VAr' }),
    points: points.map(curvePoint),
  }))
}

function curvePoint({ watts, stamp, minutes, nature }: CurvePoint): PointTold {
  return { v: String(watts), d: stamp, p: `PT${minutes}M`, n: nature, iv: '0', ec: '0' }
}

/** One row for each value. The layout is ours; sources tell only that there is one. Source: INF. */
const labels =
  'Identifiant PRM;Etape metier;Grandeur metier;Grandeur physique;Unite;Cadran;Horodate;Valeur;Pas;Nature;Indice de vraisemblance'

function rowsOf(one: OrderedMeasures): string {
  const rows = one.of === 'INDEX' ? rowsOfIndexes(one) : quantitiesOf(one).flatMap((told) => rowsOfPoints(one, told))
  return rows.map((row) => `${row.join(';')}\n`).join('')
}

function rowsOfPoints({ usagePoint, stage }: OrderedMeasures, { points, ...told }: Told): string[][] {
  const head = [usagePoint, stage, told.grandeurMetier, told.grandeurPhysique, told.unite, '']
  return points.map(({ d, v, p = '', n = '', iv = '' }) => [...head, d, v, p, n, iv])
}

function rowsOfIndexes(one: Extract<OrderedMeasures, { of: 'INDEX' }>): string[][] {
  const { calendars, total } = one.indexes
  const { grandeurMetier, grandeurPhysique, unite } = quantity(one, { physical: 'EA', unit: 'Wh' })
  const dials = [...calendars.flatMap(({ classes }) => classes), total]
  const head = [one.usagePoint, one.stage, grandeurMetier, grandeurPhysique, unite]
  return dials.flatMap(({ dial, values }) =>
    values.map(({ day, wh }) => [...head, dial, `${day} 00:00:00`, String(wh), 'P1D', '', '0']),
  )
}

/** The report CR.M023: which usage points an order was refused for, and why. The layout is ours. Source: INF. */
export function encodeReport(
  head: OrderHead,
  { accepted, refused }: { accepted: number; refused: readonly RefusedPoint[] },
): string {
  return JSON.stringify({
    header: headTold('CR.M023', head),
    nombrePrmAcceptes: accepted,
    nombrePrmRejetes: refused.length,
    prmRejetes: refused.map(({ usagePoint, code, why }) => ({ idPrm: usagePoint, codeRejet: code, libelleRejet: why })),
  })
}
