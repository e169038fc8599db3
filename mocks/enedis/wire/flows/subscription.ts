import { branch, documentOf, each, leaf, nothing, type Markup } from '../../../../src/toolbox/xml/index.ts'
import type { Day, Instant, UsagePointId } from '../../model/index.ts'
import type { R151Calendar, R151Day, R50Day } from '../../views/index.ts'
import { createdAt, stampWithOffset } from './stamps.ts'

/** What the heads of R50 and R151 say. */
export type SubscriptionHead = { recipient: string; contract: string; subscription: string; at: Instant }

/** The days of a point; whose order brought them is known of those that were ordered. */
export type OfPoint<Days> = { usagePoint: UsagePointId; order: string | null; days: readonly Days[] }

/**
 * Half hours of C5: stamps of the end, average watts, of a missing one the stamp alone, and of a day that has not come
 * nothing but its date. Source: FLOWGUIDE, R50; names of the head beyond three, INF.
 */
export function encodeR50(head: SubscriptionHead, points: readonly OfPoint<R50Day>[]): string {
  const labels = { flow: 'R50', label: 'Courbe de charge des PRM du segment C5 sur abonnement' }
  const step = leaf('Pas_Publication', 30)
  return documentOf(
    branch(
      'R50',
      headOf(head, labels, step),
      eachPoint(points, ({ points: halfHours }) => each(halfHours, encodeHalfHour)),
    ),
  )
}

function encodeHalfHour({ endsAt, watts }: R50Day['points'][number]): Markup {
  const stamp = leaf('H', stampWithOffset(endsAt))
  return watts === null ? branch('PDC', stamp) : branch('PDC', stamp, leaf('V', watts), leaf('IV', 0))
}

/**
 * Dials of C5 in watt-hours and its highest power in volt-amperes, with INCONNU for what is not known. Source: GUIDE of
 * the flows, R151; names of the head beyond two and of calendars, INF.
 */
export function encodeR151(head: SubscriptionHead, points: readonly OfPoint<R151Day>[]): string {
  const labels = {
    flow: 'R151',
    label: 'Puissances maximales et index quotidiens des PRM du segment C5 sur abonnement',
  }
  const units = [leaf('Unite_Mesure_Index', 'Wh'), leaf('Unite_Mesure_Puissance', 'VA')]
  return documentOf(branch('R151', headOf(head, labels, ...units), eachPoint(points, encodeDials)))
}

const unknown = 'INCONNU'

function encodeDials({ supplier, distributor, peakVa }: R151Day): Markup {
  return [
    calendarOf(supplier, 'Fournisseur'),
    calendarOf(distributor, 'Distributeur'),
    classesOf(distributor, 'Classe_Temporelle_Distributeur'),
    classesOf(supplier, 'Classe_Temporelle'),
    branch('Puissance_Maximale', leaf('Valeur', peakVa ?? unknown)),
  ].join('') as Markup
}

function calendarOf(calendar: R151Calendar | null, whose: string): Markup {
  if (calendar === null) return nothing
  const names = [leaf(`Id_Calendrier_${whose}`, calendar.id), leaf(`Libelle_Calendrier_${whose}`, calendar.label)]
  return names.join('') as Markup
}

function classesOf(calendar: R151Calendar | null, element: string): Markup {
  return each(calendar?.classes ?? [], ({ id, label, rank, wh }) =>
    branch(
      element,
      leaf('Id_Classe_Temporelle', id),
      leaf('Libelle_Classe_Temporelle', label),
      leaf('Rang_Cadran', rank),
      leaf('Valeur', wh ?? unknown),
      leaf('Indice_Vraisemblance', 0),
    ),
  )
}

function headOf(
  { recipient, contract, subscription, at }: SubscriptionHead,
  { flow, label }: { flow: string; label: string },
  ...more: Markup[]
): Markup {
  return branch(
    'En_Tete_Flux',
    leaf('Identifiant_Flux', flow),
    leaf('Libelle_Flux', label),
    leaf('Identifiant_Emetteur', 'ERDF'),
    leaf('Identifiant_Destinataire', recipient),
    leaf('Date_Creation', createdAt(at)),
    leaf('Identifiant_Contrat', contract),
    leaf('Numero_Abonnement', subscription),
    ...more,
  )
}

function eachPoint<Days extends { day: Day }>(points: readonly OfPoint<Days>[], write: (day: Days) => Markup): Markup {
  return each(points, ({ usagePoint, order, days }) =>
    branch(
      'PRM',
      leaf('Id_PRM', usagePoint),
      each(days, (day) =>
        branch('Donnees_Releve', leaf('Date_Releve', day.day), leaf('Id_Affaire', order ?? undefined), write(day)),
      ),
    ),
  )
}
