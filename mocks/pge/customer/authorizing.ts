import * as v from 'valibot'
import { action, named } from '../../../src/contract/action.ts'
import type { PgeHouse } from '../dialect/index.ts'
import { portalAddress } from '../domain/authorize-request.ts'
import { cancelByCustomer, extend, grant, removeAgreement } from '../domain/grant.ts'
import { customerNamed, you } from '../domain/names.ts'
import { dayTold } from '../domain/pacific.ts'
import { mustBeListed, registrationOf } from '../domain/registration-lookup.ts'
import { registeredScope } from '../domain/scope.ts'
import { moveOut, unlink } from '../domain/service-agreement.ts'
import { alert, Impossible } from '../errors/index.ts'
import type { CustomerId, State } from '../model/index.ts'
import { groups, lastDay } from '../words.ts'
import { as, choicesOf, ownAgreement, pairNamed } from './words.ts'

const thirdParty = v.optional(named('thirdParty'), you)
/** What a customer chooses on the page; left out: everything that is offered, without end. */
const choices = {
  agreements: v.optional(v.pipe(v.array(named('agreement')), v.minLength(1))),
  dataGroups: v.optional(groups),
  endsOn: v.optional(lastDay),
}

/** What customers do on the authorization pages, on the page of their authorizations, and on paper. */
export const authorizing = {
  authorize: action(
    {
      title: 'makes up their mind to authorize: the next browser that meets the page approves as this customer',
      args: v.strictObject({ as, ...choices, asGuest: v.optional(v.boolean(), false) }),
      basis: 'documented',
      source: 'PAGE, online authorization: login, service agreements, data groups, period',
    },
    (state: State, { as, asGuest, ...told }, house: PgeHouse) => {
      const customer = customerNamed(state, as)
      const guest = asGuest || !isOnline(state, customer)
      state.decision = { customer, guest, answer: 'approve', choices: choicesOf(state, { as, ...told }, house) }
      return { will: 'approve' }
    },
  ),

  refuse: action(
    {
      title: 'makes up their mind not to authorize: the next browser that meets the page presses Cancel',
      args: v.strictObject({ as }),
      basis: 'documented',
      source: 'PAGE, OAuth errors: cancel on the login or authorization page',
    },
    (state: State, { as }) => {
      const customer = customerNamed(state, as)
      state.decision = { customer, guest: !isOnline(state, customer), answer: 'cancel' }
      return { will: 'cancel' }
    },
  ),

  answerInPerson: action(
    {
      title: 'leaves the authorization page to whoever sits at the browser',
      args: v.strictObject({}),
      basis: 'inferred',
      source: 'INF, a scenario answers the page until it says otherwise',
    },
    (state: State) => {
      state.decision = null
      return { will: 'answer in person' }
    },
  ),

  chooseThirdParty: action(
    {
      title: 'picks a company on the site of PG&E, which sends the browser to its portal address',
      args: v.strictObject({ as, thirdParty, ...choices }),
      basis: 'documented',
      source: 'PAGE, authorization that starts at PG&E: 302 to ThirdPartyPortalURI; no second login',
    },
    (state: State, { as, thirdParty, ...told }, house: PgeHouse) => {
      const { customer, clientId } = pairNamed(state, { as, thirdParty })
      if (!isOnline(state, customer)) throw alert.guestsHaveNoList()
      const registration = registrationOf(state, clientId)
      mustBeListed(registration, house.now)
      const chosen = choicesOf(state, { as, ...told }, house)
      state.decision = { customer, guest: false, answer: 'approve', choices: chosen }
      const scope = registeredScope(registration, house.dialect)
      return { sendsBrowserTo: portalAddress(registration, { how: 'customer', scope }, house) }
    },
  ),

  authorizeOnPaper: action(
    {
      title: 'authorizes with the paper form, without a browser: data comes in bulk only',
      args: v.strictObject({ as, thirdParty, ...choices }),
      basis: 'documented',
      source: 'PAGE, offline authorization with the form CISR',
    },
    (state: State, { as, thirdParty, ...told }, house: PgeHouse) => {
      const pair = pairNamed(state, { as, thirdParty })
      const given = grant(state, { ...pair, choices: choicesOf(state, { as, ...told }, house), how: 'paper' }, house)
      return { authorization: given.id }
    },
  ),

  revokeOnPaper: action(
    {
      title: 'revokes with the paper form',
      args: v.strictObject({ as, thirdParty }),
      basis: 'documented',
      source: 'PAGE, offline authorization: the form also revokes',
    },
    (state: State, { as, thirdParty }, house: PgeHouse) => {
      cancelByCustomer(state, { ...pairNamed(state, { as, thirdParty }), by: 'paper' }, house)
      return { revoked: thirdParty }
    },
  ),

  cancel: action(
    {
      title: 'cancels an authorization on the page; access ends at midnight',
      args: v.strictObject({ as, thirdParty }),
      basis: 'documented',
      source: 'PAGE, authorization life cycle: access ends the day after',
    },
    (state: State, { as, thirdParty }, house: PgeHouse) => {
      const pair = onlinePair(state, { as, thirdParty })
      mustHaveBegun(state, pair, as)
      cancelByCustomer(state, { ...pair, by: 'customer' }, house)
      return { cancelled: thirdParty }
    },
  ),

  extend: action(
    {
      title: 'moves the end date to a later day, or, without one, takes it away',
      args: v.strictObject({ as, thirdParty, endsOn: v.optional(lastDay) }),
      basis: 'documented',
      source: 'PAGE, authorization life cycle: the end date is extended',
    },
    (state: State, { as, thirdParty, endsOn }, house: PgeHouse) => {
      const pair = onlinePair(state, { as, thirdParty })
      mustHaveBegun(state, pair, as)
      const last = endsOn === undefined ? null : dayTold(endsOn, house.now)
      extend(state, { ...pair, endsOn: last }, house)
      return { endsOn: last }
    },
  ),

  removeAgreement: action(
    {
      title: 'takes one service agreement out of an authorization',
      args: v.strictObject({ as, thirdParty, agreement: named('agreement') }),
      basis: 'documented',
      source: 'PAGE, authorization life cycle: a service agreement is removed',
    },
    (state: State, { as, thirdParty, agreement }, house: PgeHouse) => {
      const pair = onlinePair(state, { as, thirdParty })
      mustHaveBegun(state, pair, as)
      removeAgreement(state, { ...pair, agreement: ownAgreement(state, as, agreement) }, house)
      return { removed: agreement }
    },
  ),

  move: action(
    {
      title: 'moves out: service ends, and every authorization with it',
      args: v.strictObject({ as }),
      basis: 'documented',
      source: 'PAGE, authorization life cycle: a move of premises ends access',
    },
    (state: State, { as }, house: PgeHouse) => {
      moveOut(state, customerNamed(state, as), house)
      return { moved: as }
    },
  ),

  unlink: action(
    {
      title: 'unlinks the account from the online account: online authorizations end',
      args: v.strictObject({ as }),
      basis: 'documented',
      source: 'PAGE, authorization life cycle: an account unlinked from the online account ends access',
    },
    (state: State, { as }, house: PgeHouse) => {
      unlink(state, customerNamed(state, as), house)
      return { unlinked: as }
    },
  ),
}

function isOnline(state: State, customer: CustomerId): boolean {
  return Boolean(state.customers[customer]?.login)
}

/** Guests have no page of authorizations. Source: PAGE, guests. */
function onlinePair(state: State, told: { as: string; thirdParty: string }): ReturnType<typeof pairNamed> {
  const pair = pairNamed(state, told)
  if (!isOnline(state, pair.customer)) throw alert.guestsHaveNoList()
  return pair
}

/** Where the client never led the customer to the page there is nothing to change, and the story ends. */
function mustHaveBegun(state: State, { customer, clientId }: ReturnType<typeof pairNamed>, as: string): void {
  const met = Object.keys(state.index.authorizationsBy[customer] ?? {}).some(
    (id) => state.authorizations[id as keyof State['authorizations']]?.clientId === clientId,
  )
  if (!met) throw new Impossible(`${as} has nothing to change: the client has not been authorized.`)
}
