import type { ContentOf } from '../../../../../src/toolbox/soap/index.ts'
import type { EnedisSettings } from '../../../dialect/index.ts'
import type { DetailedView } from '../../../views/index.ts'
import { calendarsTold } from '../../dials.ts'
import type { mesuresDetailleesV3 } from '../mesures-detaillees-v3.ts'
import { dayTold, midnightOf, stampTold } from '../moments.ts'
import { quantityTold } from './quantity.ts'

type Reply = ContentOf<(typeof mesuresDetailleesV3)['reply']>
type Grandeur = NonNullable<Reply['grandeur']>[number]
type Contexte = NonNullable<Reply['contexte']>[number]
type Offsets = Pick<EnedisSettings, 'soapDateOffset'>

/** Without data a reply is empty. Source: SGEGUIDE, V3. */
export const nothingTold: Reply = { grandeur: [], contexte: [] }

/** Measures as they are told today, whose names and points are those of Data Connect of 2026. Source: SGEGUIDE, V3; SWAGGER. */
export function detailedTold(view: DetailedView, dialect: Offsets): Reply {
  const { usagePoint, stage, from, until } = view
  return {
    pointId: usagePoint,
    mesuresCorrigees: stage,
    periode: { dateDebut: dayTold(from, dialect), dateFin: dayTold(until, dialect) },
    ...nothingTold,
    ...measuresTold(view, dialect),
  }
}

type Measures = Partial<Pick<Reply, 'grandeur' | 'contexte' | 'typeValeur' | 'modeCalcul' | 'pas'>>

function measuresTold(view: DetailedView, dialect: Offsets): Measures {
  switch (view.of) {
    case 'COURBE':
      return { grandeur: filled(curvesOf(view, dialect)), modeCalcul: 'MESURE' }
    case 'ENERGIE': {
      const modeCalcul = view.knownBy === 'indexes' ? 'DIFF.INDEX' : 'INTEG.COURBE'
      return { grandeur: filled(energiesOf(view, dialect)), typeValeur: 'GLOBALE', modeCalcul, pas: steps[view.by] }
    }
    case 'PMAX':
      return { grandeur: filled(peaksOf(view, dialect)), modeCalcul: 'MESURE', pas: steps[view.by] }
    case 'INDEX':
      return { contexte: [contextOf(view, dialect)] }
  }
}

const steps = { day: 'P1D', month: 'P1M' } as const
/** A quantity without points is not there: its own schema wants one. */
const filled = (grandeurs: Grandeur[]) => grandeurs.filter(({ points }) => points.length > 0)

type Told<Of extends DetailedView['of']> = Extract<DetailedView, { of: Of }>

function curvesOf({ curves }: Told<'COURBE'>, dialect: Offsets): Grandeur[] {
  return curves.map(({ direction, quantity, points }) => ({
    ...quantityTold(direction, quantity),
    points: points.map(({ value, stamp, minutes, nature }) => ({
      v: String(value),
      d: stampTold(stamp, dialect),
      p: `PT${minutes}M`,
      n: nature,
      iv: '0',
      ec: '0',
    })),
  }))
}

function energiesOf({ energies }: Told<'ENERGIE'>, dialect: Offsets): Grandeur[] {
  return energies.map(({ direction, values }) => ({
    ...quantityTold(direction, 'EA'),
    points: values.map(({ day, energyWh }) => ({
      v: energyWh === null ? null : String(energyWh),
      d: stampTold(midnightOf(day), dialect),
    })),
  }))
}

function peaksOf({ peaks }: Told<'PMAX'>, dialect: Offsets): Grandeur[] {
  return peaks.map((one) => ({
    ...quantityTold('consumption', 'PMA'),
    points: one.peaks.map(({ stamp, voltAmperes }) => ({
      v: voltAmperes === null ? null : String(voltAmperes),
      d: stampTold(stamp, dialect),
    })),
  }))
}

/** Dials read day by day (COL, AQ). Source: SWAGGER, index_consommation of 2026, whose names are those of V3. */
function contextOf({ stage, dials }: Told<'INDEX'>, dialect: Offsets): Contexte {
  const momentOf = (day: string) => stampTold(midnightOf(day), dialect)
  return {
    etapeMetier: stage,
    contexteReleve: 'COL',
    typeReleve: 'AQ',
    grandeur: dials.map(({ direction, quantity, indexes }) => ({
      ...quantityTold(direction, quantity),
      ...calendarsTold(indexes, momentOf),
    })),
  }
}
