import type { SgeVisit } from '../../access/index.ts'
import { judgeAuthorisation } from '../../domain/sge/authorisations/authorisation.ts'
import type { AuthorisedData, UsagePointId } from '../../model/index.ts'
import type { JudgedUse } from '../../views/index.ts'

/**
 * Leaves in the journal what a request that was granted lacks of its customer's authorisation. Called once for each
 * point by every service that tells or orders data. The points of homologation are nobody's, so nobody signs there.
 */
export function noteAuthorisation({ store, caller, now, note }: SgeVisit, use: Omit<JudgedUse, 'party'>): void {
  if (caller.environment === 'homologation') return
  const found = store.read((state) => judgeAuthorisation(state, { ...use, party: caller.party }, now))
  for (const one of found) note({ level: 'warning', ...one })
}

/** The same of a single request, which is answered at once. */
export function noteOneOff(visit: SgeVisit, usagePoint: UsagePointId, data: readonly AuthorisedData[]): void {
  noteAuthorisation(visit, { usagePoint, data, until: null, oneOff: true })
}
