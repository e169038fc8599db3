import { refuse } from '../errors/index.ts'
import type { PmHouse } from '../dialect.ts'
import type { AccountId, MeterId, PropertyId, State } from '../model/index.ts'
import { knownMeter, knownProperty } from './access-rules.ts'
import { accountOf, tell } from './account.ts'
import { endShare, meterShareOf, propertyShareOf, sharedMetersOf } from './share-book.ts'

type Noted = { caller: AccountId; note?: string }

/** The provider gives a property back, and by default its meters with it (P8, X4). Source: DOC, Unshare. */
export function unshareProperty(
  state: State,
  { caller, property, note }: Noted & { property: PropertyId },
  house: PmHouse,
): void {
  const { owner, details, deleted } = knownProperty(state, property)
  if (deleted) throw gone(house, { noun: 'property', id: property })
  const held = { provider: caller, property }
  const share = propertyShareOf(state, held)
  if (share?.status !== 'active') throw refuse.notShared()
  endShare(state, share, 'unshared', house)
  if (house.dialect.unsharePropertyCascade === 'on')
    for (const meter of sharedMetersOf(state, held))
      endShare(state, meter, meter.status === 'active' ? 'unshared' : 'rejected', house)
  tellUnshared(state, { caller, owner, item: details.name, note }, house)
}

/** The provider gives a meter back; the property stays (M5). Source: DOC, Unshare. */
export function unshareMeter(state: State, { caller, meter, note }: Noted & { meter: MeterId }, house: PmHouse): void {
  const { property, details, deleted } = knownMeter(state, meter)
  if (deleted) throw gone(house, { noun: 'meter', id: meter })
  const share = meterShareOf(state, { provider: caller, meter })
  if (share?.status !== 'active') throw refuse.notShared()
  endShare(state, share, 'unshared', house)
  tellUnshared(state, { caller, owner: knownProperty(state, property).owner, item: details.name, note }, house)
}

function gone({ dialect }: PmHouse, what: { noun: string; id: string }) {
  return dialect.softDelete === 'on' ? refuse.notShared() : refuse.notFound(what)
}

function tellUnshared(
  state: State,
  { caller, owner, item, note }: { caller: AccountId; owner: AccountId; item: string; note: string | undefined },
  house: PmHouse,
): void {
  const { name } = accountOf(state, caller).details.organization
  tell(state, { to: owner, says: `${name} no longer has access to ${item}.`, note }, house)
}
