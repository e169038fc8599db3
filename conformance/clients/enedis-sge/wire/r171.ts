import { directionNamed, measures, quantityNamed, type MeasuresTold } from './measures.ts'
import { all, at, number, text, type Told } from './told.ts'

/**
 * R171: dials of C2 to C4 by quantity and class, as days began. Energies count on; what else there is counts since the
 * last reading for a bill, and is no energy.
 */
export function r171In(document: Record<string, Told>): MeasuresTold {
  const series = all(at(document, 'R171', 'serieMesuresDateesListe'), 'serieMesuresDatees')
  const indexes = series.map((one) => ({
    usagePoint: text(at(one, 'prmId')) ?? '',
    direction: directionNamed(text(at(one, 'grandeurMetier'))),
    quantity: quantityNamed(text(at(one, 'grandeurPhysique'))),
    unit: text(at(one, 'unite')) ?? '',
    values: all(at(one, 'mesuresDateesListe'), 'mesureDatee').map((value) => ({
      day: (text(at(value, 'dateFin')) ?? '').slice(0, 10),
      dial: text(at(one, 'codeClasseTemporelle')) ?? '',
      value: number(at(value, 'valeur')) ?? null,
    })),
  }))
  return measures({ indexes })
}
