import { directionNamed, measures, quantityNamed, type CurveTold, type MeasuresTold } from './measures.ts'
import { all, at, attribute, number, text, type Told } from './told.ts'

/** R4Q, R4H, R4M: curves of C1 to C4 in whole units, stamped at the start with an offset; a missing value is not there. */
export function r4In(document: Record<string, Told>): MeasuresTold {
  const body = at(document, 'Courbe', 'Corps')
  const usagePoint = text(at(body, 'Identifiant_PRM')) ?? ''
  return measures({ curves: all(body, 'Donnees_Courbe').map((curve) => curveIn(usagePoint, curve)) })
}

function curveIn(usagePoint: string, told: Told): CurveTold {
  const minutes = number(at(told, 'Granularite')) ?? null
  return {
    usagePoint,
    direction: directionNamed(text(at(told, 'Grandeur_Metier'))),
    quantity: quantityNamed(text(at(told, 'Grandeur_Physique'))),
    unit: text(at(told, 'Unite_Mesure')) ?? '',
    stamped: 'start',
    points: all(told, 'Donnees_Point_Mesure').map((point) => ({
      stamp: attribute(point, 'Horodatage') ?? '',
      minutes,
      value: number(attribute(point, 'Valeur_Point')) ?? null,
    })),
  }
}
