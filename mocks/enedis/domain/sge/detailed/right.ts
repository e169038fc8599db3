import { refuse } from '../../../errors/index.ts'
import type { Day, PartyId, SubscribedService } from '../../../model/index.ts'
import type { Seen, SeenUsagePoint } from '../../../views/index.ts'
import { isOwnCompany } from '../parties/own-company.ts'
import { hasActiveService } from '../services/subscribed.ts'
import type { DetailedAsked, Telling } from './asked.ts'

/** Which service opens which measures. Source: WSDL, RechercheServicesAccesDonnees: mesuresTypeCode. */
const serviceFor = { COURBE: 'CDC', ENERGIE: 'ENERGIE', PMAX: 'PMAX', INDEX: 'IDX' } as const satisfies Record<
  DetailedAsked['of'],
  SubscribedService['measures']
>

/**
 * Refuses whoever has no right to what they ask: an agreement is declared, an access service must be active, and a
 * holder must have held the point all the while. Source: ANNEX, 4K2 and 4N1; that a missing service is 4G2 is inferred.
 */
export function mustHaveRight(state: Seen, { asked, point, directions }: Telling, now: string): void {
  const { right, party, of, from, until } = asked
  if (right === 'noAgreement') throw refuse.sgeNoAgreement()
  if (right === 'holder' && !hasHeld(state, { party, point, from, until })) throw refuse.sgeNotHolderInPeriod()
  if (right !== 'accessService') return
  const about = { party, usagePoint: point.id, measures: serviceFor[of] }
  const isOpen = directions.every((direction) => hasActiveService(state, { ...about, direction }, now))
  if (!isOpen) throw refuse.sgePointNotEligible()
}

type Held = { party: PartyId; point: SeenUsagePoint; from: Day; until: Day }

function hasHeld(state: Seen, { party, point, from, until }: Held): boolean {
  const own = point.holders.filter(({ customer }) => isOwnCompany(state, { customer, party }))
  return own.some(({ movedIn, movedOut }) => movedIn <= from && (movedOut === null || until <= movedOut))
}
