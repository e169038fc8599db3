import { refuse } from '../errors/index.ts'
import type { PmHouse } from '../dialect.ts'
import type { AccountId, PropertyId, PropertyShare, State } from '../model/index.ts'
import type { Answer } from '../views.ts'
import { knownProperty } from './access-rules.ts'
import { accountOf, tell } from './account.ts'
import { acceptPendingConnection } from './connection.ts'
import { activateShare, endShare, openShare, propertyShareOf, sharedMetersOf, type PropertyHeld } from './share-book.ts'

type Noted = PropertyHeld & { note?: string | undefined }

/** The provider answers the offer of a property. Source: NRCAN, step 4 (P3, P5, C14). */
export function answerPropertyShare(
  state: State,
  { caller, property, answer }: { caller: AccountId; property: PropertyId; answer: Answer },
  house: PmHouse,
): void {
  const noted = { provider: caller, property, note: answer.note }
  if (answer.action === 'Accept') return acceptPropertyShare(state, noted, house)
  rejectPropertyShare(state, noted, house)
}

/** Accepting a property accepts its owner's connection (C4); its meters wait for their own answers (P3). */
function acceptPropertyShare(state: State, { note, ...held }: Noted, house: PmHouse): void {
  const { owner: customer } = knownProperty(state, held.property)
  const share = pendingPropertyShare(state, held)
  acceptPendingConnection(state, { provider: held.provider, customer }, house)
  activateShare(state, share, house)
  tellAnswer(state, { ...held, note, answer: 'accepted' }, house)
}

/**
 * What accepting a meter does to its property: one on offer is accepted with it (P4). One turned down before comes
 * back as Read, the level at which a property always accompanies its meters (P2); ours, so that no meter stands alone.
 */
export function acceptPropertyOf(state: State, held: PropertyHeld, like: Like, house: PmHouse): void {
  const share = propertyShareOf(state, held)
  if (share?.status === 'active') return
  if (share?.status === 'pending') return activateShare(state, share, house)
  const { provider, property } = held
  const { sharer, audit } = like
  openShare(state, {
    kind: 'property',
    provider,
    item: property,
    level: 'Read',
    sharer,
    values: {},
    audit: { ...audit },
    status: 'active',
  })
}
type Like = Pick<PropertyShare, 'sharer' | 'audit'>

/** Turning a property down changes nothing above it (P5), and by default nothing below (X3). */
function rejectPropertyShare(state: State, { note, ...held }: Noted, house: PmHouse): void {
  endShare(state, pendingPropertyShare(state, held), 'rejected', house)
  if (house.dialect.rejectPropertyCascadesToMeters === 'on')
    for (const meter of sharedMetersOf(state, held))
      if (meter.status === 'pending') endShare(state, meter, 'rejected', house)
  tellAnswer(state, { ...held, note, answer: 'rejected' }, house)
}

function pendingPropertyShare(state: State, held: PropertyHeld): PropertyShare {
  knownProperty(state, held.property)
  const share = propertyShareOf(state, held)
  if (share?.status !== 'pending') throw refuse.noPendingPropertyShare()
  return share
}

function tellAnswer(
  state: State,
  { provider, property, note, answer }: Noted & { answer: string },
  house: PmHouse,
): void {
  const { owner, details } = knownProperty(state, property)
  const { name } = accountOf(state, provider).details.organization
  tell(state, { to: owner, says: `${name} ${answer} the share of ${details.name}.`, note }, house)
}
