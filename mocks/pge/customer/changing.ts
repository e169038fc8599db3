import * as v from 'valibot'
import { action, named } from '../../../src/contract/action.ts'
import type { PgeHouse } from '../dialect/index.ts'
import { cancelByCustomer, extend, removeAgreement } from '../domain/grant.ts'
import { customerNamed } from '../domain/names.ts'
import { dayTold } from '../domain/pacific.ts'
import { moveOut, unlink } from '../domain/service-agreement.ts'
import { alert, Impossible } from '../errors/index.ts'
import type { State } from '../model/index.ts'
import { lastDay } from '../words.ts'
import { as, isOnline, ownAgreement, pairNamed, thirdParty, type Pair } from './words.ts'

/** What becomes of an authorization once it is given: what customers do on the page of theirs, and in life. */
export const changing = {
  cancel: action(
    {
      title: 'cancels an authorization on the page; access ends at midnight',
      args: v.strictObject({ as, thirdParty }),
      basis: 'documented',
      source: 'PAGE, authorization life cycle: access ends the day after',
    },
    (state: State, { as, thirdParty }, house: PgeHouse) => {
      const pair = pairToChange(state, { as, thirdParty })
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
      const pair = pairToChange(state, { as, thirdParty })
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
      const pair = pairToChange(state, { as, thirdParty })
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

/** Guests have no page of authorizations. Source: PAGE, guests. */
function pairToChange(state: State, told: { as: string; thirdParty: string }): Pair {
  const pair = pairNamed(state, told)
  if (!isOnline(state, pair.customer)) throw alert.guestsHaveNoList()
  mustHaveBegun(state, pair, told.as)
  return pair
}

/** Where the client never led the customer to the page there is nothing to change, and the story ends. */
function mustHaveBegun(state: State, { customer, clientId }: Pair, as: string): void {
  const met = Object.keys(state.index.authorizationsBy[customer] ?? {}).some(
    (id) => state.authorizations[id as keyof State['authorizations']]?.clientId === clientId,
  )
  if (!met) throw new Impossible(`${as} has nothing to change: the client has not been authorized.`)
}
