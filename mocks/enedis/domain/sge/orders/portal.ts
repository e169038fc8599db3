import type { EnedisHouse } from '../../../dialect/index.ts'
import { Impossible } from '../../../errors/index.ts'
import type { Day, FileOrder, Login, PartyId, State, UsagePointId } from '../../../model/index.ts'
import { parisDay } from '../../paris.ts'
import { orderFiles } from '../files/due.ts'
import { historyOf } from './history.ts'
import { mustBePast } from './days.ts'
import { pointKnown } from '../point-known.ts'

/** What somebody of a party asks for on the portal. */
export type PortalAsked = {
  party: PartyId
  usagePoint: UsagePointId
  measures: 'CDC' | 'IDX'
  from: Day
  until: Day
}

/** How far back the portal goes, curves and indexes alike. Source: FAQ, M021: up to 24 months. */
const months = 24

/** Orders history on the portal, without a web service: once, as a CSV file. Source: FAQ, M021. */
export function orderOnPortal(
  state: State,
  { party, usagePoint, ...asked }: PortalAsked,
  house: EnedisHouse,
): FileOrder {
  mustBePast({ ...asked, months }, parisDay(house.now))
  const contract = Object.values(state.sge.contracts).find((one) => one.party === party && one.state === 'active')
  if (contract === undefined) throw new Impossible(`Party ${party} has no contract under which files could be sent.`)
  const user = Object.values(state.sge.users).find((one) => one.party === party)
  const by = { party, login: user?.login ?? ('' as Login), environment: state.sge.environment }
  const told = { ...asked, by, contract: contract.id, reference: null, stage: 'BRUT' } as const
  const order = historyOf(pointKnown(state, usagePoint), told, house)
  orderFiles(state, order, house)
  return order
}
