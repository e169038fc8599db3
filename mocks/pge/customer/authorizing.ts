import * as v from 'valibot'
import { action, named } from '../../../src/contract/action.ts'
import type { PgeHouse } from '../dialect/index.ts'
import { portalAddress } from '../domain/authorize-request.ts'
import { cancelByCustomer, grant } from '../domain/grant.ts'
import { customerNamed } from '../domain/names.ts'
import { mustBeListed, registrationOf } from '../domain/registration-lookup.ts'
import { registeredScope } from '../domain/scope.ts'
import { alert } from '../errors/index.ts'
import type { State } from '../model/index.ts'
import { groups, lastDay } from '../words.ts'
import { as, choicesOf, isOnline, pairNamed, thirdParty } from './words.ts'

/** What a customer chooses on the page; left out: everything that is offered, without end. */
const choices = {
  agreements: v.optional(v.pipe(v.array(named('agreement')), v.minLength(1))),
  dataGroups: v.optional(groups),
  endsOn: v.optional(lastDay),
}

/** How customers authorize: on the pages, or on paper. */
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
}
