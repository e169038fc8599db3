import * as v from 'valibot'
import { action, named } from '../../../src/contract/action.ts'
import type { EnedisHouse } from '../dialect/index.ts'
import { consentShared } from '../domain/consent.ts'
import { end, revoke } from '../domain/grant.ts'
import { applicationNamed, usagePointNamed, you } from '../domain/names.ts'
import { Impossible } from '../errors/index.ts'
import { consentFlaws, pageFailures, type ClientId, type Consent, type CustomerId, type State } from '../model/index.ts'
import { data, day, text } from '../words.ts'

const which = { usagePoint: named('usagePoint'), application: v.optional(named('application'), you) }

/** What becomes of consents, and of the page they are given on, at Enedis's side. */
export const consents = {
  breakConsentPage: action(
    {
      title: 'has the consent page fail for whoever meets it next, in one of the ways it was seen to',
      args: v.strictObject({
        how: v.picklist(pageFailures),
        /** Whose number the malformed redirect carries. */
        usagePoint: v.optional(named('usagePoint')),
      }),
      basis: 'observed',
      source: 'ISSUES, the consent page fails: 404, 500, no redirect, a malformed one',
    },
    (state: State, { how, usagePoint }) => {
      const point = usagePoint === undefined ? null : usagePointNamed(state, usagePoint)
      state.decision = { answer: 'fail', how, usagePoint: point }
      return { fails: how }
    },
  ),

  mendConsentPage: action(
    {
      title: 'mends the consent page: a person answers there again',
      args: v.strictObject({}),
      basis: 'inferred',
      source: 'INF, what is broken is mended one day',
    },
    (state: State) => {
      if (state.decision?.answer === 'fail') state.decision = null
      return { mended: true }
    },
  ),

  endConsent: action(
    {
      title: 'ends a consent although nobody has asked for it',
      args: v.strictObject(which),
      basis: 'observed',
      source: 'ISSUES, consents that are no longer found although the customer has not revoked them',
    },
    (state: State, about, house: EnedisHouse) => {
      end(state, { id: consentAt(state, about, house).id, by: 'enedis' }, house)
      return { ended: about.usagePoint }
    },
  ),

  spoilConsent: action(
    {
      title: 'has calls take a valid consent for none, or for that of another holder, or mends that',
      args: v.strictObject({ ...which, flaw: v.nullable(v.picklist(consentFlaws)) }),
      basis: 'observed',
      source: 'ISSUES, not owner for weeks on valid consents; a consent valid on the page but not in the API',
    },
    (state: State, { flaw, ...about }, house: EnedisHouse) => {
      consentAt(state, about, house).flaw = flaw
      return { flaw }
    },
  ),

  narrowConsent: action(
    {
      title: 'leaves of a consent only some kinds of data, or only data from a day on',
      args: v.strictObject({ ...which, data: v.optional(data), dataFrom: v.optional(v.nullable(day)) }),
      basis: 'observed',
      source: 'ISSUES, contract and address refused while measures work; FAQ, consent is named data for a period',
    },
    (state: State, { data, dataFrom, ...about }, house: EnedisHouse) => {
      const consent = consentAt(state, about, house)
      if (data !== undefined) consent.data = data
      if (dataFrom !== undefined) consent.dataFrom = dataFrom
      return { data: consent.data, dataFrom: consent.dataFrom }
    },
  ),

  changeMind: action(
    {
      title: 'the agenda has come to the time at which a customer takes back what they gave',
      args: v.strictObject({ customer: text, clientId: text }),
      basis: 'documented',
      source: 'FAQ, a consent is revoked by the customer at any time',
    },
    (state: State, { customer, clientId }, house: EnedisHouse) => {
      const about = { customer: customer as CustomerId, clientId: clientId as ClientId }
      return { revoked: revoke(state, about, house) }
    },
  ),
}

/** Where the client never came so far there is nothing to change, and the story ends. */
function consentAt(
  state: State,
  { usagePoint, application }: { usagePoint: string; application: string },
  { now }: EnedisHouse,
): Consent {
  const pair = { clientId: applicationNamed(state, application), usagePoint: usagePointNamed(state, usagePoint) }
  const shared = consentShared(state, pair, now)
  const consent = shared && state.consents[shared.id]
  if (consent === undefined) throw new Impossible(`There is no consent on ${usagePoint}: the client was given none.`)
  return consent
}
