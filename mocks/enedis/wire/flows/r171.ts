import { branch, documentOf, each, leaf, type Markup } from '../../../../src/toolbox/xml/index.ts'
import type { Instant } from '../../model/index.ts'
import type { R171Quantity, R171Series } from '../../views/index.ts'
import { createdAt } from './stamps.ts'

/** What the head of R171 says. */
export type R171Head = { recipient: string; contract: string; at: Instant }

const units = { EA: 'Wh', ERI: 'VArh', ERC: 'VArh', PMA: 'VA', DD: 's', DQ: 'VA', TF: 's' } as const satisfies Record<
  R171Quantity,
  string
>

/**
 * Dials of C2 to C4, one series for each quantity and class of time; dates have no offset. Source: FLOWGUIDE,
 * R171, serieMesuresDatees; names of the head and around the series, INF.
 */
export function encodeR171({ recipient, contract, at }: R171Head, series: readonly R171Series[]): string {
  const head = branch(
    'entete',
    leaf('identifiantFlux', 'R171'),
    leaf('libelleFlux', 'Index et autres données facturantes quotidiens des segments C2 à C4'),
    leaf('identifiantEmetteur', 'ENEDIS'),
    leaf('identifiantDestinataire', recipient),
    leaf('dateCreation', createdAt(at)),
    leaf('identifiantContrat', contract),
  )
  return documentOf(branch('R171', head, branch('serieMesuresDateesListe', each(series, encodeSeries))))
}

function encodeSeries({ usagePoint, direction, quantity, timeClass, values }: R171Series): Markup {
  return branch(
    'serieMesuresDatees',
    leaf('prmId', usagePoint),
    leaf('grandeurMetier', direction === 'consumption' ? 'CONS' : 'PROD'),
    leaf('grandeurPhysique', quantity),
    leaf('unite', units[quantity]),
    leaf('codeClasseTemporelle', timeClass?.id),
    leaf('libelleClasseTemporelle', timeClass?.label),
    branch(
      'mesuresDateesListe',
      each(values, ({ day, value }) =>
        branch('mesureDatee', leaf('dateFin', `${day}T00:00:00`), leaf('valeur', value)),
      ),
    ),
  )
}
