import { durationMs } from '../../../src/toolbox/calendar.ts'
import { refuse } from '../errors/index.ts'
import type { Look } from '../dialect.ts'
import type { AccessLevel, AccountId, MeterId, PropertyId, State } from '../model/index.ts'
import type { MeterView, PropertyView, Seen, SeenMeter, SeenProperty } from '../views.ts'
import { accountOf } from './account.ts'
import { isConnected } from './connected.ts'
import { meterShareOf, propertyShareOf } from './share-book.ts'

type Caller = { caller: AccountId }

/** Lets through who asks about itself or is connected; 403 for others, 404 for an id that never existed. */
export function mustSeeAccount(state: Seen, { caller, account }: Caller & { account: AccountId }): void {
  accountOf(state, account)
  if (caller !== account && !isConnected(state, caller, account)) throw refuse.notConnected()
}

/** A property that existed once, deleted or not. */
export function knownProperty<S extends Seen>(
  state: S,
  property: PropertyId,
): NonNullable<S['properties'][PropertyId]> {
  const known = state.properties[property] as S['properties'][PropertyId] | undefined
  if (!known) throw refuse.notFound({ noun: 'property', id: property })
  return known
}

/** A meter that existed once, deleted or not. */
export function knownMeter<S extends Seen>(state: S, meter: MeterId): NonNullable<S['meters'][MeterId]> {
  const known = state.meters[meter] as S['meters'][MeterId] | undefined
  if (!known) throw refuse.notFound({ noun: 'meter', id: meter })
  return known
}

/** A property the caller may read, with its level: its own, or held by an active share. */
export function readableProperty(
  state: Seen,
  { caller, property }: Caller & { property: PropertyId },
  look: Look,
): PropertyView {
  const known = knownProperty(state, property)
  if (known.deleted && look.dialect.softDelete === 'off') throw refuse.notFound({ noun: 'property', id: property })
  const accessLevel = levelOnProperty(state, { caller, property: known }, look)
  if (!accessLevel) throw refuse.notShared()
  return { property: known, accessLevel }
}

/** A meter the caller may read, with its level. */
export function readableMeter(state: Seen, { caller, meter }: Caller & { meter: MeterId }, look: Look): MeterView {
  const known = knownMeter(state, meter)
  if (known.deleted && look.dialect.softDelete === 'off') throw refuse.notFound({ noun: 'meter', id: meter })
  const accessLevel = levelOnMeter(state, { caller, meter: known }, look)
  if (!accessLevel) throw refuse.notShared()
  return { meter: known, accessLevel }
}

/** A property the caller may change. */
export function writableProperty(
  state: State,
  asked: Caller & { property: PropertyId },
  look: Look,
): State['properties'][PropertyId] {
  const { property, accessLevel } = readableProperty(state, asked, look)
  if (property.deleted) throw refuse.notShared()
  if (accessLevel !== 'Read Write') throw refuse.readOnly()
  return knownProperty(state, property.id)
}

/** A meter the caller may change, or whose entries it may change. */
export function writableMeter(state: State, asked: Caller & { meter: MeterId }, look: Look): State['meters'][MeterId] {
  const { meter, accessLevel } = readableMeter(state, asked, look)
  if (accessLevel !== 'Read Write') throw refuse.readOnly()
  return knownMeter(state, meter.id)
}

function levelOnProperty(
  state: Seen,
  { caller, property }: Caller & { property: SeenProperty },
  look: Look,
): AccessLevel | undefined {
  if (property.owner === caller) return 'Read Write'
  const share = propertyShareOf(state, { provider: caller, property: property.id })
  if (property.deleted) return share?.status === 'ended' && share.because === 'deleted' ? 'Read' : undefined
  return share && levelNow(state, share, look)
}

function levelOnMeter(
  state: Seen,
  { caller, meter }: Caller & { meter: SeenMeter },
  look: Look,
): AccessLevel | undefined {
  if (meter.deleted) return undefined
  if (knownProperty(state, meter.property).owner === caller) return 'Read Write'
  const share = meterShareOf(state, { provider: caller, meter: meter.id })
  return share && levelNow(state, share, look)
}

type SeenShare = Seen['propertyShares'][keyof Seen['propertyShares']] | Seen['meterShares'][keyof Seen['meterShares']]

/** An ended share still reads for a while when the scenario makes access rights travel slowly. Source: E2E polls. */
function levelNow(state: Seen, share: SeenShare, { now }: Look): AccessLevel | undefined {
  if (share.status === 'active') return share.level
  const hadAccess = share.status === 'ended' && ['unshared', 'disconnected', 'removed'].includes(share.because)
  if (!hadAccess) return undefined
  const lag = durationMs(state.service.propagationDelay)
  return Date.parse(now) < Date.parse(share.endedAt) + lag ? 'Read' : undefined
}
