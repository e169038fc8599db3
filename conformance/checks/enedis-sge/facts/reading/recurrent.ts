import { listIn, numberOf, textIn, textOf, treeOf } from '../trees.ts'
import {
  content,
  directionNamed,
  inUnits,
  placedAt,
  quantityNamed,
  type Content,
  type Direction,
  type Shown,
} from './told.ts'

/** Half hours of homes in watts, stamped at their end. Which way the energy goes stands in the order. */
export function r50In(document: unknown, directionOf: (order: string | undefined) => Direction): Content {
  const root = treeOf(document)['R50']
  const minutes = Number(textIn(root, 'Pas_Publication') ?? 30)
  const curves = listIn(root, 'PRM').flatMap((point) =>
    listIn(point, 'Donnees_Releve').map((day) => ({
      usagePoint: textIn(point, 'Id_PRM') ?? '',
      direction: directionOf(textIn(day, 'Id_Affaire')),
      quantity: 'active' as const,
      points: placedAt(
        listIn(day, 'PDC').map((one) => ({
          ...{ stamp: textIn(one, 'H') ?? '', minutes },
          value: numberOf(treeOf(one)['V']),
        })),
        'end',
      ),
    })),
  )
  return content({ curves })
}

/** Whole kilowatts and kilovars of other sites, stamped at their start. */
export function r4In(document: unknown): Content {
  const body = treeOf(treeOf(document)['Courbe'])['Corps']
  const usagePoint = textIn(body, 'Identifiant_PRM') ?? ''
  const curves = listIn(body, 'Donnees_Courbe').flatMap((curve) => {
    const quantity = quantityNamed(textIn(curve, 'Grandeur_Physique'))
    if (quantity === undefined) return []
    const unit = textIn(curve, 'Unite_Mesure')
    const minutes = Number(textIn(curve, 'Granularite'))
    const points = listIn(curve, 'Donnees_Point_Mesure').map((one) => {
      const { Horodatage, Valeur_Point } = treeOf(one)
      return { stamp: textOf(Horodatage) ?? '', minutes, value: inUnits(numberOf(Valeur_Point), unit) }
    })
    const direction = directionNamed(textIn(curve, 'Grandeur_Metier'))
    return [{ usagePoint, direction, quantity, points: placedAt(points, 'start') }]
  })
  return content({ curves })
}

/** Dials of homes by the grid's calendar, and highest powers. */
export function r151In(document: unknown): Content {
  const points = listIn(treeOf(document)['R151'], 'PRM')
  const about = (point: unknown) => ({ usagePoint: textIn(point, 'Id_PRM') ?? '' })
  const dials = points.map((point) => ({
    ...{ ...about(point), direction: 'consumption' as const, quantity: 'active' as const },
    shown: listIn(point, 'Donnees_Releve').flatMap((day) =>
      shownIn(listIn(day, 'Classe_Temporelle_Distributeur'), {
        ...{ day: dayOf(day), dial: 'Id_Classe_Temporelle', value: 'Valeur' },
      }),
    ),
  }))
  const peaks = points.flatMap((point) =>
    listIn(point, 'Donnees_Releve').flatMap((day) => {
      const va = numberOf(textIn(treeOf(day)['Puissance_Maximale'], 'Valeur'))
      return va === null ? [] : [{ ...about(point), day: dayOf(day), va }]
    }),
  )
  return content({ dials, peaks })
}

/** Dials of other sites. Only energies count on without end. */
export function r171In(document: unknown): Content {
  const series = listIn(treeOf(treeOf(document)['R171'])['serieMesuresDateesListe'], 'serieMesuresDatees')
  const dials = series.flatMap((one) => {
    const quantity = quantityNamed(textIn(one, 'grandeurPhysique'))
    if (quantity === undefined) return []
    const dial = textIn(one, 'codeClasseTemporelle') ?? ''
    const shown = listIn(treeOf(one)['mesuresDateesListe'], 'mesureDatee').flatMap((measure) => {
      const value = numberOf(treeOf(measure)['valeur'])
      return value === null ? [] : [{ day: textIn(measure, 'dateFin')?.slice(0, 10) ?? '', dial, value }]
    })
    const direction = directionNamed(textIn(one, 'grandeurMetier'))
    return [{ usagePoint: textIn(one, 'prmId') ?? '', direction, quantity, shown }]
  })
  return content({ dials })
}

function shownIn(dials: readonly unknown[], names: { day: string; dial: string; value: string }): Shown[] {
  return dials.flatMap((one) => {
    const value = numberOf(treeOf(one)[names.value])
    return value === null ? [] : [{ day: names.day, dial: textIn(one, names.dial) ?? '', value }]
  })
}

const dayOf = (told: unknown) => (textIn(told, 'Date_Releve') ?? '').slice(0, 10)
