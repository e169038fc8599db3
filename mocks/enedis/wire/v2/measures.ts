import type { Direction } from '../../model/index.ts'
import type { CurvePoint, DailyView, PeakOf } from '../../views/index.ts'
import type { AskedPeaks, AskedWindow } from './query.ts'

/** What an answer is about. */
export type About = AskedWindow & { direction: Direction }

/** What each day measured, in watt-hours. Source: SWAGGER, consommation_quotidienne and production_quotidienne. */
export function encodeDailyEnergy(about: About, { days, knownBy }: DailyView): string {
  return JSON.stringify({
    ...headOf(about),
    typeValeur: 'GLOBALE',
    modeCalcul: knownBy === 'indexes' ? 'DIFF.INDEX' : 'INTEG.COURBE',
    pas: 'P1D',
    grandeur: [
      {
        ...quantity(about, { physical: 'EA', unit: 'Wh' }),
        points: days.map(({ day, energyWh }) => ({ v: String(energyWh), d: day })),
        calendrier: [],
      },
    ],
    contexte: [],
  })
}

/** A load curve: average watts, each with its step. Source: CAPTURE, courbe_de_charge_consommation. */
export function encodeLoadCurve(about: About, points: readonly CurvePoint[]): string {
  return JSON.stringify({
    ...headOf(about),
    modeCalcul: 'MESURE',
    grandeur: [
      {
        ...quantity(about, { physical: 'PA', unit: 'W' }),
        points: points.map(({ watts, stamp, minutes, nature }) => ({
          v: String(watts),
          d: stamp,
          p: `PT${minutes}M`,
          n: nature,
          iv: '0',
          ec: '0',
        })),
      },
    ],
  })
}

/**
 * The highest power of each day or month, and when it was drawn. A month of too few days has no value. Source: SWAGGER,
 * puissance_conso_max_quotidienne; SGEGUIDE, monthly peaks.
 */
export function encodeMaxPower(about: About, { by }: AskedPeaks, peaks: readonly PeakOf[]): string {
  return JSON.stringify({
    ...headOf(about),
    modeCalcul: 'MESURE',
    pas: by === 'day' ? 'P1D' : 'P1M',
    grandeur: peaks.map((one) => ({
      ...quantity(about, { physical: one.quantity, unit: 'VA' }),
      points: one.peaks.map(({ voltAmperes, stamp }) => ({
        v: voltAmperes === null ? null : String(voltAmperes),
        d: stamp,
      })),
      calendrier: [],
    })),
    contexte: [],
  })
}

/** The window as it was asked for, and that its values are as measured. */
export function headOf({ usagePoint, from, until }: AskedWindow) {
  return { idPrm: usagePoint, etapeMetier: 'BRUT', periode: { dateDebut: from, dateFin: until } }
}

/** Which quantity of which direction. */
export function quantity(
  { direction }: Pick<About, 'direction'>,
  { physical, unit }: { physical: string; unit: string },
) {
  return {
    grandeurMetier: direction === 'consumption' ? 'CONS' : 'PROD',
    grandeurPhysique: physical,
    unite: unit,
  }
}
