import { measures, type MeasuresTold } from './measures.ts'
import { all, at, number, text, type Told } from './told.ts'

/**
 * R50: half hours of C5 in watts, stamped at the end with an offset. Of a missing one there is only the stamp, and of a
 * day that has not come only its date. Which way the energy goes is not said.
 */
export function r50In(document: Record<string, Told>): MeasuresTold {
  const minutes = number(at(document, 'R50', 'En_Tete_Flux', 'Pas_Publication')) ?? 30
  const curves = all(at(document, 'R50'), 'PRM').map((point) => ({
    usagePoint: text(at(point, 'Id_PRM')) ?? '',
    ...({ direction: 'consumption', quantity: 'active', unit: 'W', stamped: 'end' } as const),
    points: all(point, 'Donnees_Releve').flatMap((day) =>
      all(day, 'PDC').map((one) => ({
        stamp: text(at(one, 'H')) ?? '',
        minutes,
        value: number(at(one, 'V')) ?? null,
      })),
    ),
  }))
  return measures({ curves })
}
