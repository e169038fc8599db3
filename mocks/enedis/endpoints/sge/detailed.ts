import type { SgeVisit } from '../../access/index.ts'
import { detailedMeasures, type DetailedAsked } from '../../domain/sge/detailed/index.ts'
import type { UsagePointId } from '../../model/index.ts'
import type { DetailedView } from '../../views/index.ts'
import { directionOf, directionsIn, rightOf } from '../../wire/sge/asked.ts'
import * as v2 from '../../wire/sge/told/detailed-v2.ts'
import * as v3 from '../../wire/sge/told/detailed-v3.ts'
import { tellWhyNothing } from '../why-nothing.ts'
import { noteOneOff } from './authorised.ts'
import { lookAtCheckDigits } from './check-digits.ts'
import { sgeDoor, type AskedOf } from './door.ts'

/** Detailed measures, by the service of until 2023 and by today's. */
export const detailed = [
  ...sgeDoor(
    'mesuresDetailleesV2',
    { name: 'measuresV2.read', basis: 'observed', source: 'SGECLIENT and WSDL, ConsultationMesuresDetaillees v2.0' },
    (_, visit, { demande }) => {
      const view = told(visit, {
        ...sharedIn(demande),
        version: 'v2',
        directions: directionsIn(demande),
        right: demande.accordClient ? 'agreement' : 'noAgreement',
      })
      return view === null ? v2.nothingTold : v2.detailedTold(view, visit.dialect)
    },
  ),

  ...sgeDoor(
    'mesuresDetailleesV3',
    { name: 'measuresV3.read', basis: 'observed', source: 'SGECLIENT and WSDL, ConsultationMesuresDetaillees v3.0' },
    (_, visit, { demande }) => {
      const view = told(visit, {
        ...sharedIn(demande),
        version: 'v3',
        directions: [directionOf[demande.sens]],
        right: rightOf[demande.cadreAcces],
      })
      return view === null ? v3.nothingTold : v3.detailedTold(view, visit.dialect)
    },
  ),
]

type Demande = AskedOf<'mesuresDetailleesV2' | 'mesuresDetailleesV3'>['demande']
type Asked = Omit<DetailedAsked, 'party' | 'environment'>

function sharedIn(asked: Demande) {
  return {
    usagePoint: asked.pointId as UsagePointId,
    of: asked.mesuresTypeCode,
    quantity: asked.grandeurPhysique,
    stage: asked.mesuresCorrigees ? 'BEST' : 'BRUT',
    by: asked.mesuresPas === 'P1M' ? 'month' : 'day',
    from: asked.dateDebut,
    until: asked.dateFin,
  } as const
}

/** What is told, or null where a period has nothing; the journal says why. */
function told(visit: SgeVisit, asked: Asked): DetailedView | null {
  const { store, caller, now, seed, dialect } = visit
  lookAtCheckDigits(asked.usagePoint, visit)
  const { party, environment } = caller
  const answer = store.read((state) =>
    detailedMeasures(state, { ...asked, party, environment }, { now, seed, dialect }),
  )
  // A service was judged when it was ordered, and nobody signs for their own points.
  if (asked.right === 'agreement') noteOneOff(visit, asked.usagePoint, [dataOf[asked.of]])
  if (answer.found === 'measures') return answer.measures
  tellWhyNothing(answer, visit)
  return null
}

const dataOf = { COURBE: 'curve', ENERGIE: 'dailyEnergy', PMAX: 'peaks', INDEX: 'indexes' } as const
