import { refuse } from '../../../errors/index.ts'
import type { Instant, UsagePointId } from '../../../model/index.ts'
import type { Agreement, DeclaredClient, Orderer, Seen, SeenCustomer } from '../../../views/index.ts'
import { holderOn } from '../../contracts.ts'
import { identityOf } from '../../holder.ts'
import { parisDay } from '../../paris.ts'
import { plain } from '../consult/plain-text.ts'

/**
 * Refuses an order without the customer's agreement, and one that names somebody else than the holder whom Enedis knows.
 * In homologation nobody can know that name: its points are an anonymised copy (FAQ), so any passes there, which is inferred.
 * One that names nobody passes here; whoever judges the client finds it in the journal. Which of 4L4 to 4L7 says what is
 * inferred. Source: ANNEX, 566 and 4L1 to 4L7.
 */
export function mustBeAgreed(
  state: Seen,
  { agreed, client }: Agreement,
  { by, ...at }: { by: Pick<Orderer, 'environment'>; usagePoint: UsagePointId; now: Instant },
): void {
  if (!agreed) throw refuse.sgeAgreementNeeded()
  if (client !== null && by.environment === 'production') mustBeHolder(state, client, at)
}

/** Refuses a declared customer who does not hold the point. */
function mustBeHolder(
  state: Seen,
  client: DeclaredClient,
  { usagePoint, now }: { usagePoint: UsagePointId; now: Instant },
): void {
  const point = state.usagePoints[usagePoint]
  const holder = point && holderOn(point, parisDay(now))
  const identity = identityOf(state, holder)
  if (point === undefined || identity === undefined) throw refuse.sgeClientNotHolder()
  if (isSame(client, identity)) return
  const former = point.holders.flatMap(({ customer }) => identityOf(state, customer) ?? [])
  if (former.some((one) => isSame(client, one))) throw refuse.sgeClientNotHolder()
  if (client.kind !== identity.kind) throw refuse.sgeClientKindDiffers()
  throw client.kind === 'legalEntity' ? refuse.sgeCompanyNameDiffers() : refuse.sgeClientNameDiffers()
}

function isSame(client: DeclaredClient, identity: SeenCustomer['identity']): boolean {
  if (client.kind === 'legalEntity') {
    if (identity.kind !== 'legalEntity') return false
    return [identity.name, identity.tradingName].some((name) => isLike(client.name, name))
  }
  if (identity.kind !== 'naturalPerson' || !isLike(client.lastName, identity.lastName)) return false
  return client.firstName === null || isLike(client.firstName, identity.firstName)
}

/** Accents, capitals, hyphens and spaces make no difference. */
const isLike = (one: string, other: string) => plain(one) === plain(other)
