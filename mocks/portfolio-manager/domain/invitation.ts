import { Alert, refuse, UnknownName } from '../errors/index.ts'
import type { PmHouse } from '../dialect.ts'
import type { AccessLevel, AccountId, DraftKey, FieldValues, MeterId, PropertyId, State } from '../model/index.ts'
import { knownMeter, knownProperty } from './access-rules.ts'
import { accountOf } from './account.ts'
import { requestConnection } from './connection.ts'
import { shareItems } from './sharing.ts'

/**
 * What customers once did by web service on the test host, before EPA withdrew it in favour of the page (X9). It does
 * what the page does, and refuses what the page refuses. Source: DOC, Invite; TESTPDF.
 */
type Invitation = { customer: AccountId; provider: AccountId }
export type Invited = { account: AccountId } | { property: PropertyId } | { meter: MeterId }

/** The customer asks a provider to connect. */
export function inviteProvider(state: State, { customer, provider }: Invitation, house: PmHouse): void {
  accountOf(state, provider)
  const values = draftOf(state, { provider, of: { account: customer } })
  asRefusal(() => requestConnection(state, { provider, customer, values }, house))
}

/** The customer offers a property. */
export function inviteToProperty(
  state: State,
  { customer: sharer, provider, property, level }: Invitation & { property: PropertyId; level: AccessLevel },
  house: PmHouse,
): void {
  accountOf(state, provider)
  knownProperty(state, property)
  const values = draftOf(state, { provider, of: { property } })
  asRefusal(() => shareItems(state, { sharer, provider, property, level, values }, house))
}

/** The customer offers a meter; its property goes along as Read where it is not shared yet. */
export function inviteToMeter(
  state: State,
  { customer: sharer, provider, meter, level }: Invitation & { meter: MeterId; level: AccessLevel },
  house: PmHouse,
): void {
  accountOf(state, provider)
  const { property } = knownMeter(state, meter)
  const meters = [{ meter, level, values: draftOf(state, { provider, of: { meter } }) }]
  asRefusal(() => shareItems(state, { sharer, provider, property, level: 'None', meters }, house))
}

/** The customer fills in a provider's fields ahead of an invitation. */
export function draftFields(
  state: State,
  { customer, provider, of, values }: Invitation & { of: Invited; values: FieldValues },
): void {
  accountOf(state, provider)
  if ('property' in of) mustOwn(customer, knownProperty(state, of.property))
  if ('meter' in of) mustOwn(customer, knownProperty(state, knownMeter(state, of.meter).property))
  state.drafts[keyOf({ provider, of })] = values
}

function mustOwn(customer: AccountId, { owner }: { owner: AccountId }): void {
  if (owner !== customer) throw refuse.notShared()
}

function draftOf(state: State, draft: { provider: AccountId; of: Invited }): FieldValues {
  return { ...state.drafts[keyOf(draft)] }
}

function keyOf({ provider, of }: { provider: AccountId; of: Invited }): DraftKey {
  if ('account' in of) return `account/${of.account}/${provider}`
  return 'meter' in of ? `meter/${of.meter}/${provider}` : `property/${of.property}/${provider}`
}

/** What the page tells a person, a web service answers as an error. */
function asRefusal(act: () => unknown): void {
  try {
    act()
  } catch (error) {
    if (error instanceof Alert || error instanceof UnknownName) throw refuse.invitationRefused({ says: error.message })
    throw error
  }
}
