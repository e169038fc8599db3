import * as v from 'valibot'
import { action, named } from '../../../src/contract/action.ts'
import { alert, Impossible } from '../errors/index.ts'
import type { PmHouse } from '../dialect.ts'
import type { AccountId, State } from '../model/index.ts'
import { connectionBetween } from '../domain/connected.ts'
import {
  answerConnection,
  answerProviderRequest,
  cancelRequest,
  requestConnection,
  requestCustomer,
} from '../domain/connection.ts'
import { disconnectByCustomer } from '../domain/disconnect.ts'
import { accountNamed, you } from '../domain/names.ts'
import { findProviders } from '../domain/search.ts'
import { withdrawOffer } from '../domain/access-edit.ts'
import { as, customerNamed, fields, item, itemHere, note } from './words.ts'

const answer = v.picklist(['Accept', 'Reject'])

/** What people do on the Contacts page: find each other, ask, answer, leave. */
export const connecting = {
  findProvider: action(
    {
      title: 'looks for a provider by name, username or e-mail',
      args: v.strictObject({ as, wanted: v.pipe(v.string(), v.nonEmpty()) }),
      basis: 'documented',
      source: 'NRCAN, step 1: users find you by name, username or e-mail, if your account is visible',
    },
    (state: State, { as, wanted }) => {
      customerNamed(state, as)
      return { found: findProviders(state, { wanted }).map(({ details }) => details.organization.name) }
    },
  ),

  requestConnection: action(
    {
      title: 'asks to be connected; as `you`, asks the account `to` that a notice has named',
      args: v.strictObject({
        as,
        to: v.optional(named('account'), you),
        acceptTerms: v.optional(v.boolean(), true),
        customFields: fields,
      }),
      basis: 'documented',
      source: 'NRCAN, step 1: the user sends you a connection request; transfer, option 1: you send one',
    },
    (state: State, { as, to, acceptTerms, customFields }, house: PmHouse) => {
      if (as === you) {
        requestCustomer(state, { provider: state.you, customer: customerNamed(state, to) }, house)
        return { requested: { of: to } }
      }
      const pair = { provider: accountNamed(state, to), customer: customerNamed(state, as) }
      requestConnection(state, { ...pair, acceptsTerms: acceptTerms, values: customFields }, house)
      return { requested: { of: to } }
    },
  ),

  cancelRequest: action(
    {
      title: 'takes back a request that waits for an answer: a connection, or the share of an item',
      args: v.strictObject({ as, ...item }),
      basis: 'inferred',
      source: 'GUIDE, requests that wait for an answer: the page lets the sender take them back',
    },
    (state: State, { as, property, meter }, house: PmHouse) => {
      const customer = customerNamed(state, as)
      if (property !== undefined || meter !== undefined) {
        withdrawOffer(
          state,
          { editor: customer, provider: state.you, item: itemHere(state, { property, meter }) },
          house,
        )
        return { cancelled: { property, meter } }
      }
      mustBeUnanswered(state, { customer, as })
      cancelRequest(state, { provider: state.you, customer }, house)
      return { cancelled: 'connection' }
    },
  ),

  disconnect: action(
    {
      title: 'disconnects from the provider',
      args: v.strictObject({ as }),
      basis: 'documented',
      source: 'FAQ, sharing: what happens when a user disconnects',
    },
    (state: State, { as }, house: PmHouse) => {
      const customer = customerNamed(state, as)
      const connection = connectionBetween(state, state.you, customer)
      if (connection?.status === 'pending')
        throw new Impossible(`${as} cannot disconnect: the client has not accepted its connection request.`)
      if (connection?.status === 'ended' && connection.because !== 'disconnectedByCustomer')
        throw new Impossible(`${as} cannot disconnect: ${endings[connection.because]}.`)
      disconnectByCustomer(state, { provider: state.you, customer }, house)
      return { disconnected: { from: you } }
    },
  ),

  answerProviderRequest: action(
    {
      title: "answers the provider's own request to connect",
      args: v.strictObject({ as, answer }),
      basis: 'documented',
      source: 'NRCAN, transfer of a property, option 1: the new administrator answers your request',
    },
    (state: State, { as, answer: action }, house: PmHouse) => {
      const pair = { provider: state.you, customer: customerNamed(state, as) }
      if (connectionBetween(state, pair.provider, pair.customer)?.status !== 'requestedByProvider')
        throw new Impossible(`${as} has nothing to answer: the client has sent no connection request.`)
      answerProviderRequest(state, { ...pair, action }, house)
      return { answered: action }
    },
  ),

  answerConnection: action(
    {
      title: 'accepts or rejects a connection request on the page, in place of the client',
      args: v.strictObject({ as: v.optional(v.literal(you), you), of: named('account'), answer, note }),
      basis: 'documented',
      source: 'NRCAN, step 2: you accept by web service or on the site',
    },
    (state: State, { of, answer: action, note: text }, house: PmHouse) => {
      const asked = customerNamed(state, of)
      if (connectionBetween(state, state.you, asked)?.status !== 'pending')
        throw new Impossible(`There is no pending connection request of ${of}: the client may have answered it.`)
      answerConnection(
        state,
        { caller: state.you, asked, answer: { action, ...(text !== undefined && { note: text }) } },
        house,
      )
      return { answered: action, of }
    },
  ),
}

const endings = {
  rejected: 'the client rejected its request',
  disconnectedByProvider: 'the client has disconnected already',
  cancelled: 'its request was taken back',
} as const

function mustBeUnanswered(state: State, { customer, as }: { customer: AccountId; as: string }): void {
  const connection = connectionBetween(state, state.you, customer)
  const isAnswered =
    connection?.status === 'connected' || (connection?.status === 'ended' && connection.because === 'rejected')
  if (isAnswered) throw new Impossible(`${as} cannot take its request back: the client has answered it.`)
  if (connection?.status !== 'pending') throw alert.nothingAsked({ what: 'a connection' })
}
