import type { Look } from '../../../dialect/index.ts'
import { refuse } from '../../../errors/index.ts'
import { sgeServices, type Login, type PartyId, type SgeEnvironment } from '../../../model/index.ts'
import type { Seen, SgeCaller, SgeSender } from '../../../views/index.ts'
import { contractOfParty } from './contract-of-party.ts'
import { hasReached } from './steps.ts'

type Coming = SgeSender & {
  environment: SgeEnvironment
  /** The party whose certificate was shown; null where none is asked for. */
  shown: PartyId | null
}

/**
 * Who calls a web service, once it is clear that they may: a user whom Enedis knows, of the party whose certificate was
 * shown, which is entitled to the service and holds the contract it names. Source: ANNEX; the order is inferred.
 */
export function callerOf(state: Seen, { service, login, contract, environment, shown }: Coming, look: Look): SgeCaller {
  const user = state.sge.users[(login ?? '').toLowerCase() as Login]
  if (user === undefined || user.opensAt > look.now) throw refuse.sgeUserUnknown()
  const { party } = user
  if (shown !== null && shown !== party) throw refuse.sgeUserOfOtherParty()
  const needed = environment === 'homologation' ? 'entityReplicated' : 'entityCreated'
  if (!hasReached(state.sge.parties[party], needed)) throw refuse.sgeUserUnknown()
  mayUse(state, { party, service, environment })
  if (contract !== undefined) contractOfParty(state, { party, contract })
  return { party, login: user.login, environment, service }
}

/** In homologation every service answers once access is open; in production those of packages that were granted. */
function mayUse(
  state: Seen,
  { party, service, environment }: Pick<SgeCaller, 'party' | 'service' | 'environment'>,
): void {
  const known = state.sge.parties[party]
  const isOpened = hasReached(known, 'accessOpened')
  const may = environment === 'homologation' ? isOpened : Object.hasOwn(known?.granted ?? {}, sgeServices[service])
  if (!may) throw refuse.sgeNotEntitled()
}
