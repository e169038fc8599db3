import { measures, type IndexesTold, type MeasuresTold, type PeakTold } from './measures.ts'
import { all, at, number, text, type Told } from './told.ts'

/** R151: dials of C5 as days began in watt-hours, and highest powers in volt-amperes; INCONNU is not known. */
export function r151In(document: Record<string, Told>): MeasuresTold {
  const head = at(document, 'R151', 'En_Tete_Flux')
  const points = all(at(document, 'R151'), 'PRM')
  return measures({
    indexes: points.map((point) => indexesIn(point, text(at(head, 'Unite_Mesure_Index')) ?? 'Wh')),
    peaks: points.flatMap((point) => peaksIn(point, text(at(head, 'Unite_Mesure_Puissance')) ?? 'VA')),
  })
}

/** Suppliers change; the grid operator's classes stay. */
function indexesIn(point: Told, unit: string): IndexesTold {
  const values = all(point, 'Donnees_Releve').flatMap((day) =>
    all(day, 'Classe_Temporelle_Distributeur').map((one) => ({
      day: dayOf(day),
      dial: text(at(one, 'Id_Classe_Temporelle')) ?? '',
      value: number(at(one, 'Valeur')) ?? null,
    })),
  )
  return { usagePoint: prmOf(point), direction: 'consumption', quantity: 'active', unit, values }
}

function peaksIn(point: Told, unit: string): PeakTold[] {
  return all(point, 'Donnees_Releve').flatMap((day) => {
    const value = number(at(day, 'Puissance_Maximale', 'Valeur'))
    return value === undefined ? [] : [{ usagePoint: prmOf(point), day: dayOf(day), value, unit }]
  })
}

const prmOf = (point: Told) => text(at(point, 'Id_PRM')) ?? ''
const dayOf = (told: Told) => (text(at(told, 'Date_Releve')) ?? '').slice(0, 10)
