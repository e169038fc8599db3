import { branch, branchWith, documentOf, each, leaf, type Markup } from '../../../../src/toolbox/xml/index.ts'
import type { FlowSettings } from '../../dialect/flows.ts'
import type { Instant, Stage, UsagePointId } from '../../model/index.ts'
import type { R4Curve, R4Quantity } from '../../views/index.ts'
import { createdAt, stampWithOffset } from './stamps.ts'

/** What the head of a file of R4x says. */
export type R4Head = {
  recipient: string
  frequency: 'Q' | 'H' | 'M'
  usagePoint: UsagePointId
  reference: string
  stage: Stage
  at: Instant
}

const labels = { Q: 'quotidienne', H: 'hebdomadaire', M: 'mensuelle' } as const

/**
 * The curves of a point in R4Q, R4H or R4M: stamps of the start with their offset, whole units, and of a missing value
 * the place alone. Source: FLOWGUIDE, R4x; names in the head, INF.
 */
export function encodeR4(
  { recipient, frequency, usagePoint, reference, stage, at }: R4Head,
  curves: readonly R4Curve[],
  { reactiveUnit }: Pick<FlowSettings, 'reactiveUnit'>,
): string {
  const head = branch(
    'Entete',
    leaf('Identifiant_Flux', `R4${frequency}`),
    leaf('Libelle_Flux', `Courbe de charge ${labels[frequency]}`),
    leaf('Identifiant_Emetteur', 'ENEDIS'),
    leaf('Identifiant_Destinataire', recipient),
    leaf('Date_Creation', createdAt(at)),
    leaf('Frequence_Publication', frequency),
    leaf('Reference_Demande', reference),
    leaf('Nature_De_Courbe_Demandee', stage === 'BRUT' ? 'Brute' : 'Corrigée'),
  )
  const body = each(curves, (curve) => encodeCurve(curve, reactiveUnit))
  return documentOf(branch('Courbe', head, branch('Corps', leaf('Identifiant_PRM', usagePoint), body)))
}

function encodeCurve(curve: R4Curve, reactiveUnit: FlowSettings['reactiveUnit']): Markup {
  const units = { EA: 'kW', ERI: reactiveUnit, ERC: reactiveUnit, E: 'V' } as const satisfies Record<R4Quantity, string>
  return branch(
    'Donnees_Courbe',
    leaf('Horodatage_Debut', stampWithOffset(curve.from)),
    leaf('Horodatage_Fin', stampWithOffset(curve.until)),
    leaf('Granularite', curve.granularity),
    leaf('Unite_Mesure', units[curve.quantity]),
    leaf('Grandeur_Metier', curve.direction === 'consumption' ? 'CONS' : 'PROD'),
    leaf('Grandeur_Physique', curve.quantity),
    each(curve.points, ({ startsAt, value, status }) =>
      branchWith('Donnees_Point_Mesure', {
        Horodatage: stampWithOffset(startsAt),
        Valeur_Point: value ?? undefined,
        Statut_Point: status,
      }),
    ),
  )
}
