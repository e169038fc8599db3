import { alert } from '../errors/index.ts'
import type { PmHouse } from '../dialect.ts'
import type { AccessLevel, AccountId, FieldValues, MeterId, Property, PropertyId, State } from '../model/index.ts'
import { reviseLevel } from './access-edit.ts'
import { knownMeter, knownProperty } from './access-rules.ts'
import { accountOf } from './account.ts'
import { signedBy } from './audit.ts'
import { mustBeConnected } from './connected.ts'
import { askAlongWithShares } from './connection.ts'
import { fieldsAsked, filledIn, mustBeAsked } from './custom-field.ts'
import { acceptsType } from './exchange-settings.ts'
import { mayEdit } from './grant.ts'
import { meterShareOf, openShare, propertyShareOf, type AnyShare } from './share-book.ts'
import { mustPassOn } from './share-forward.ts'

/** What a person chose in the sharing dialogue for one property and its meters. Left out: as the page would have it. */
export type Offer = {
  sharer: AccountId
  provider: AccountId
  property: PropertyId
  level?: AccessLevel | 'None' | undefined
  meters?: readonly { meter: MeterId; level: AccessLevel | 'None'; values?: FieldValues | undefined }[]
  values?: FieldValues | undefined
}

/** What left the dialogue: levels by item, and the alerts below it for what was held back. */
export type Shared = { property?: AccessLevel; meters: Record<MeterId, AccessLevel>; alerts: Error[] }

/**
 * A person offers a property and meters to a provider, each at its own level. The owner must be connected; anyone
 * else needs the right to share forward, and the owner's connection request goes along where there is none (C9).
 * Source: NRCAN, step 3 and share forward (P1, P2, P12, P13, M1).
 */
export function shareItems(state: State, offer: Offer, house: PmHouse): Shared {
  const { sharer, provider, meters = [] } = offer
  const place = knownProperty(state, offer.property)
  if (place.deleted) throw alert.gone({ item: place.details.name })
  mustBeConnected(state, { provider, customer: sharer })
  const { sendable, alerts } = sortByType(state, { provider, meters })
  const level = levelOf(state, offer, sendable.length > 0)
  if (place.owner !== sharer) mustHaveRight(state, { offer, place, sendable, level })
  mustNameFields(state, offer)
  if (!level && sendable.length === 0 && alerts[0]) throw alerts[0]
  const shared: Shared = { meters: {}, alerts }
  if (level) shared.property = offerItem(state, { offer, place, level, values: offer.values }, house)
  for (const { meter, level: wanted, values } of sendable)
    shared.meters[meter] = offerItem(
      state,
      { offer, place, meter, level: wanted, values: { ...offer.values, ...values } },
      house,
    )
  if (place.owner !== sharer && (level || sendable.length > 0))
    askAlongWithShares(state, { provider, customer: place.owner }, house)
  return shared
}

type Wanted = { meter: MeterId; level: AccessLevel; values?: FieldValues | undefined }

/** An unsupported type holds back that meter only. Source: NRCAN, step 3 (M1). */
function sortByType(
  state: State,
  { provider, meters }: { provider: AccountId; meters: NonNullable<Offer['meters']> },
): { sendable: Wanted[]; alerts: Error[] } {
  const sendable: Wanted[] = []
  const alerts: Error[] = []
  const { name } = accountOf(state, provider).details.organization
  for (const { meter, level, values } of meters) {
    if (level === 'None') continue
    const { details, deleted } = knownMeter(state, meter)
    if (deleted) throw alert.gone({ item: details.name })
    if (acceptsType(state, { provider, type: details.type })) sendable.push({ meter, level, values })
    else alerts.push(alert.unsupportedMeterType({ meter: details.name, type: details.type, name }))
  }
  return { sendable, alerts }
}

/** A property left at None accompanies its meters as Read (P2); one already shared stays as it is (P12). */
function levelOf(
  state: State,
  { provider, property, level, meters = [] }: Offer,
  hasMeters: boolean,
): AccessLevel | undefined {
  if (level !== undefined && level !== 'None') return level
  const share = propertyShareOf(state, { provider, property })
  const isShared = share && share.status !== 'ended'
  if (isShared) return undefined
  return hasMeters || (level === undefined && meters.length === 0) ? 'Read' : undefined
}

function mustHaveRight(
  state: State,
  {
    offer,
    place,
    sendable,
    level,
  }: { offer: Offer; place: Property; sendable: Wanted[]; level: AccessLevel | undefined },
): void {
  const levels = [...(level ? [level] : []), ...sendable.map((wanted) => wanted.level)]
  mustPassOn(state, { sharer: offer.sharer, property: place.id, item: place.details.name, levels })
}

function mustNameFields(state: State, { provider, values = {}, meters = [] }: Offer): void {
  const ofMeters = fieldsAsked(state, { provider, moment: 'Meter' })
  mustBeAsked([...fieldsAsked(state, { provider, moment: 'Property' }), ...ofMeters], values)
  for (const { values: own = {} } of meters) mustBeAsked(ofMeters, own)
}

type OneItem = { offer: Offer; place: Property; meter?: MeterId; level: AccessLevel; values: FieldValues | undefined }

/** Offers one item, or changes the level at which it is already shared (P13). */
function offerItem(state: State, { offer, place, meter, level, values = {} }: OneItem, house: PmHouse): AccessLevel {
  const { provider, sharer } = offer
  const name = meter === undefined ? place.details.name : knownMeter(state, meter).details.name
  const share: AnyShare | undefined =
    meter === undefined
      ? propertyShareOf(state, { provider, property: place.id })
      : meterShareOf(state, { provider, meter })
  if (share && share.status !== 'ended') {
    const isChange = share.level !== level
    if (isChange && !mayEdit(state, { editor: sharer, property: place.id, sharer: share.sharer }))
      throw alert.mayNotEdit({ item: name })
    reviseLevel(state, { share, editor: sharer, level }, house)
    return level
  }
  const asked = fieldsAsked(state, { provider, moment: meter === undefined ? 'Property' : 'Meter' })
  const audit = signedBy(accountOf(state, sharer), house)
  const offered = {
    provider,
    level,
    sharer,
    audit,
    status: 'pending',
    values: filledIn(asked, { values, item: name }),
  } as const
  if (meter === undefined) openShare(state, { kind: 'property', item: place.id, ...offered })
  else openShare(state, { kind: 'meter', item: meter, ...offered })
  return level
}
