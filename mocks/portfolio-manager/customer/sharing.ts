import * as v from 'valibot'
import { action, named } from '../../../src/contract/action.ts'
import { Impossible } from '../errors/index.ts'
import type { PmHouse } from '../dialect.ts'
import { pageLevels, type AccountId, type State } from '../model/index.ts'
import { grantAccess } from '../domain/grant.ts'
import { answerMeterShare } from '../domain/meter-share.ts'
import { you } from '../domain/names.ts'
import { answerPropertyShare } from '../domain/property-share.ts'
import { meterShareOf, propertyShareOf } from '../domain/share-book.ts'
import { shareItems, type Shared } from '../domain/sharing.ts'
import { access, as, customerNamed, fields, item, itemHere, meterHere, note, propertyHere } from './words.ts'

/** A meter in the sharing dialogue: its level, or its level with what was filled in for it. */
const meterOffer = v.union([access, v.strictObject({ access, customFields: fields })])
const meters = v.record(named('meter'), meterOffer)
/** A property in the dialogue: its level, or its level with meters and what was filled in. */
const offer = v.strictObject({ access: v.optional(access), meters: v.optional(meters, {}), customFields: fields })
type Offered = v.InferOutput<typeof offer>

const step3 = {
  basis: 'documented',
  source: 'NRCAN, step 3: the user chooses a level for each property and meter',
} as const
const oneProperty = v.strictObject({ as, property: named('property'), ...offer.entries })

/** What people do in the sharing dialogue, and your colleague in its answer. */
export const sharing = {
  shareProperty: action(
    { title: 'shares a property, and meters of it, with the provider', args: oneProperty, ...step3 },
    (state: State, { as, property, ...offered }, house: PmHouse) =>
      shareOne(state, { sharer: customerNamed(state, as), property, offered }, house),
  ),

  shareProperties: action(
    {
      title: 'shares several properties with the provider in one act',
      args: v.strictObject({ as, properties: v.record(named('property'), v.union([access, offer])) }),
      ...step3,
    },
    (state: State, { as, properties }, house: PmHouse) => {
      const sharer = customerNamed(state, as)
      const shares = Object.entries(properties).map(([property, chosen]) => {
        const offered = typeof chosen === 'string' ? { access: chosen, meters: {}, customFields: {} } : chosen
        return shareOne(state, { sharer, property, offered }, house)
      })
      return {
        shared: Object.assign({}, ...shares.map(({ shared }) => shared)) as Words['shared'],
        alerts: shares.flatMap(({ alerts }) => alerts),
      }
    },
  ),

  shareMeters: action(
    {
      title: 'shares meters and leaves their property at None; the page shares that as Read',
      args: v.strictObject({ as, property: named('property'), meters, customFields: fields }),
      basis: 'documented',
      source: 'NRCAN, step 3: a meter is shared and no level is chosen for its property',
    },
    (state: State, { as, property, ...offered }, house: PmHouse) =>
      shareOne(state, { sharer: customerNamed(state, as), property, offered: { access: 'None', ...offered } }, house),
  ),

  shareForward: action(
    {
      title: "shares someone else's property forward, as an intermediary",
      args: oneProperty,
      basis: 'documented',
      source: 'NRCAN, share forward; FAQ, What is Share Forward?',
    },
    (state: State, { as, property, ...offered }, house: PmHouse) =>
      shareOne(state, { sharer: customerNamed(state, as), property, offered }, house),
  ),

  grantAccess: action(
    {
      title: 'lets a fellow customer into a property, with or without the right to share it forward',
      args: v.strictObject({
        as,
        to: named('account'),
        property: named('property'),
        level: v.optional(v.picklist(pageLevels), 'Full Access'),
        mayShareForward: v.optional(v.boolean(), false),
      }),
      basis: 'documented',
      source: 'FAQ, What is Share Forward?',
    },
    (state: State, { as, to, property, level, mayShareForward }) => {
      const people = { granter: customerNamed(state, as), with: customerNamed(state, to) }
      grantAccess(state, { ...people, property: propertyHere(state, property), level, mayShareForward })
      return { granted: { to, property, level, mayShareForward } }
    },
  ),

  answerShare: action(
    {
      title: 'accepts or rejects the share of a property or a meter on the page, in place of the client',
      args: v.strictObject({
        as: v.optional(v.literal(you), you),
        ...item,
        answer: v.picklist(['Accept', 'Reject']),
        note,
      }),
      basis: 'documented',
      source: 'NRCAN, step 4: you accept by web service or on the site',
    },
    (state: State, { property, meter, answer: action, note: text }, house: PmHouse) => {
      const what = itemHere(state, { property, meter })
      const asked = { caller: state.you, answer: { action, ...(text !== undefined && { note: text }) } }
      const share = 'meter' in what ? meterShareOf(state, held(state, what)) : propertyShareOf(state, held(state, what))
      if (share?.status !== 'pending')
        throw new Impossible(`There is no pending share of ${meter ?? property}: the client may have answered it.`)
      if ('meter' in what) answerMeterShare(state, { ...asked, ...what }, house)
      else answerPropertyShare(state, { ...asked, ...what }, house)
      return { answered: action, ...(meter === undefined ? { property } : { meter }) }
    },
  ),
}

const held = <What extends object>({ you: provider }: State, what: What) => ({ provider, ...what })

/** What an act of sharing says of itself: levels by name, and the alerts below the dialogue. */
type Words = { shared: Record<string, { access: string | null; meters: Record<string, string> }>; alerts: string[] }

function shareOne(
  state: State,
  { sharer, property: name, offered }: { sharer: AccountId; property: string; offered: Offered },
  house: PmHouse,
): Words {
  const property = propertyHere(state, name)
  const chosen = Object.entries(offered.meters).map(([meter, choice]) => {
    const { access: level, customFields: values } =
      typeof choice === 'string' ? { access: choice, customFields: {} } : choice
    return { name: meter, meter: meterHere(state, meter, property), level, values }
  })
  const offer = {
    sharer,
    provider: state.you,
    property,
    level: offered.access,
    meters: chosen,
    values: offered.customFields,
  }
  const shared: Shared = shareItems(state, offer, house)
  const levels = chosen.flatMap(({ name: meter, meter: id }) => {
    const level = shared.meters[id]
    return level === undefined ? [] : [[meter, level] as const]
  })
  return {
    shared: { [name]: { access: shared.property ?? null, meters: Object.fromEntries(levels) } },
    alerts: shared.alerts.map(({ message }) => message),
  }
}
