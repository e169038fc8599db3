import type { ContentOf } from '../../../../../src/toolbox/soap/index.ts'
import type { EnedisSettings } from '../../../dialect/index.ts'
import type { DetailedView } from '../../../views/index.ts'
import type { mesuresDetailleesV2 } from '../mesures-detaillees-v2.ts'
import { dateTimeAt, dateTimeOf, dayTold, midnightOf } from '../moments.ts'
import { quantityTold } from './quantity.ts'

type Reply = ContentOf<(typeof mesuresDetailleesV2)['reply']>
type Grandeur = NonNullable<Reply['grandeur']>[number]
type Curves = Extract<DetailedView, { of: 'COURBE' }>

/** Without data a reply is empty. Source: SGEGUIDE, v2. */
export const nothingTold: Reply = { grandeur: [] }

/** Measures as they were told until 2023. Source: SGEGUIDE, ConsultationMesuresDetaillees v2; CAPTURE, PT10M. */
export function detailedTold(view: DetailedView, dialect: Pick<EnedisSettings, 'soapDateOffset'>): Reply {
  const { usagePoint, stage, from, until } = view
  return {
    pointId: usagePoint,
    mesuresCorrigees: stage,
    periode: { dateDebut: dayTold(from, dialect), dateFin: dayTold(until, dialect) },
    grandeur: grandeursOf(view),
  }
}

function grandeursOf(view: DetailedView): Grandeur[] {
  if (view.of === 'COURBE') return view.curves.map((curve) => curveTold(curve, view.stampedAt))
  if (view.of === 'ENERGIE') {
    const p = view.by === 'day' ? 'P1D' : 'P1M'
    return view.energies.map(({ direction, values }) => ({
      ...quantityTold(direction, 'EA'),
      mesure: values.map(({ day, energyWh }) => ({ v: energyWh, d: dateTimeOf(midnightOf(day)), p })),
    }))
  }
  if (view.of === 'PMAX') {
    const p = view.by === 'day' ? 'P1D' : 'P1M'
    return view.peaks.map(({ peaks }) => ({
      ...quantityTold('consumption', 'PMA'),
      mesure: peaks.map(({ stamp, voltAmperes }) => ({ v: voltAmperes, d: dateTimeOf(stamp), p })),
    }))
  }
  return []
}

function curveTold(
  { direction, quantity, points }: Curves['curves'][number],
  stampedAt: Curves['stampedAt'],
): Grandeur {
  return {
    ...quantityTold(direction, quantity),
    mesure: points.map(({ startsAt, minutes, value, nature }) => ({
      v: value,
      d: dateTimeAt(startsAt + (stampedAt === 'end' ? minutes * 60 : 0)),
      p: `PT${minutes}M`,
      n: nature,
    })),
  }
}
