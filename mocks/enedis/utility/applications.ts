import * as v from 'valibot'
import { action, named } from '../../../src/contract/action.ts'
import type { EnedisHouse } from '../dialect/index.ts'
import { applicationNamed, you } from '../domain/names.ts'
import {
  closeApplication,
  openProduction,
  setSubscription,
  signContract,
  validateInSandbox,
} from '../domain/registration.ts'
import type { Application, Siren, State } from '../model/index.ts'
import { api, siren } from '../words.ts'

const application = v.optional(named('application'), you)
const path = {
  basis: 'documented',
  source: 'FAQ, form, contract, sandbox application, request for production',
} as const
const subscription = { basis: 'observed', source: 'CAPTURE, each API is subscribed for the application' } as const

/** What Enedis's own people do with contracts and applications. */
export const applications = {
  signContract: action(
    { title: 'signs the contract of an entity that has subscribed', args: v.strictObject({ siren }), ...path },
    (state: State, { siren }, house: EnedisHouse) => {
      signContract(state, { siren: siren as Siren }, house)
      return { signed: siren }
    },
  ),

  validateApplication: action(
    {
      title: 'has seen a sandbox application work: production may be requested for it',
      args: v.strictObject({ application: named('application') }),
      ...path,
    },
    (state: State, { application }, house: EnedisHouse) => {
      validateInSandbox(applicationAt(state, application), house)
      return { validated: application }
    },
  ),

  openApplication: action(
    {
      title: 'grants a requested application: it opens in production with credentials of its own',
      args: v.strictObject({ application: named('application') }),
      ...path,
    },
    (state: State, { application }, house: EnedisHouse) => {
      openProduction(applicationAt(state, application), house)
      return { opened: application }
    },
  ),

  closeApplication: action(
    {
      title: 'closes an application, with its tokens and consents',
      args: v.strictObject({ application }),
      basis: 'inferred',
      source: 'FAQ, contracts are terminated on the datahub',
    },
    (state: State, { application }, house: EnedisHouse) => {
      closeApplication(state, applicationAt(state, application), house)
      return { closed: application }
    },
  ),

  subscribeApi: action(
    { title: 'lets an application use an API', args: v.strictObject({ application, api }), ...subscription },
    (state: State, { application, api }) => {
      setSubscription(applicationAt(state, application), { api, on: true })
      return { subscribed: api }
    },
  ),

  unsubscribeApi: action(
    {
      title: 'lets an application use an API no more: it answers 900908',
      args: v.strictObject({ application, api }),
      ...subscription,
    },
    (state: State, { application, api }) => {
      setSubscription(applicationAt(state, application), { api, on: false })
      return { unsubscribed: api }
    },
  ),
}

function applicationAt(state: State, name: string): Application {
  return state.applications[applicationNamed(state, name)] as Application
}
