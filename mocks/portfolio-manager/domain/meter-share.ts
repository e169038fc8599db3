import { refuse } from '../errors/index.ts'
import type { PmHouse } from '../dialect.ts'
import type { AccountId, MeterId, MeterShare, State } from '../model/index.ts'
import type { Answer } from '../views.ts'
import { knownMeter, knownProperty } from './access-rules.ts'
import { accountOf, tell } from './account.ts'
import { acceptPendingConnection } from './connection.ts'
import { acceptPropertyOf } from './property-share.ts'
import { activateShare, endShare, meterShareOf, type MeterHeld } from './share-book.ts'

type Noted = MeterHeld & { note?: string | undefined }

/** The provider answers the offer of a meter. Source: NRCAN, step 4 (M2, M3, C14). */
export function answerMeterShare(
  state: State,
  { caller, meter, answer }: { caller: AccountId; meter: MeterId; answer: Answer },
  house: PmHouse,
): void {
  const noted = { provider: caller, meter, note: answer.note }
  if (answer.action === 'Accept') return acceptMeterShare(state, noted, house)
  rejectMeterShare(state, noted, house)
}

/**
 * Accepting a meter accepts its property, and the connection of the property's owner (M2, P4, C4).
 * Source: NRCAN, step 4: acceptances run upwards.
 */
export function acceptMeterShare(state: State, { provider, meter, note }: Noted, house: PmHouse): void {
  const { property } = knownMeter(state, meter)
  const { owner: customer } = knownProperty(state, property)
  const share = pendingMeterShare(state, { provider, meter })
  activateShare(state, share, house)
  acceptPropertyOf(state, { provider, property }, share, house)
  acceptPendingConnection(state, { provider, customer }, house)
  tellAnswer(state, { provider, meter, note, answer: 'accepted' }, house)
}

/** Turning a meter down changes nothing else (M3). Source: NRCAN, rejections do not run upwards. */
function rejectMeterShare(state: State, { note, ...held }: Noted, house: PmHouse): void {
  endShare(state, pendingMeterShare(state, held), 'rejected', house)
  tellAnswer(state, { ...held, note, answer: 'rejected' }, house)
}

function pendingMeterShare(state: State, held: MeterHeld): MeterShare {
  knownMeter(state, held.meter)
  const share = meterShareOf(state, held)
  if (share?.status !== 'pending') throw refuse.noPendingMeterShare()
  return share
}

function tellAnswer(state: State, { provider, meter, note, answer }: Noted & { answer: string }, house: PmHouse): void {
  const { property, details } = knownMeter(state, meter)
  const { name } = accountOf(state, provider).details.organization
  const { owner: to } = knownProperty(state, property)
  tell(state, { to, says: `${name} ${answer} the share of ${details.name}.`, note }, house)
}
