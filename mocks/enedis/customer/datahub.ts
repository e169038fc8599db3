import * as v from 'valibot'
import { action, named, newName } from '../../../src/contract/action.ts'
import type { EnedisHouse } from '../dialect/index.ts'
import { applicationNamed, giveName, you } from '../domain/names.ts'
import { createSandboxApplication, requestProduction, subscribe } from '../domain/registration.ts'
import { contactNamed, mustMayManage, signersOf } from '../domain/sge/parties/contacts.ts'
import type { Application, ClientId, Siren, State } from '../model/index.ts'
import { apiNames } from '../model/index.ts'
import { address, apis, clientIdText, siren, text } from '../words.ts'

/** Who of the entity acts; left out, somebody who may. */
const as = v.optional(named('contact'))
const path = {
  basis: 'documented',
  source: 'FAQ, form, contract, sandbox application, request for production',
} as const

/** What a third party's people do on the datahub. */
export const datahub = {
  subscribe: action(
    {
      title: 'fills in the subscription form for a legal entity, whose contract Enedis then mails to those who sign',
      args: v.strictObject({ siren, name: text }),
      ...path,
    },
    (state: State, { siren, name }, house: EnedisHouse) => {
      subscribe(state, { siren: siren as Siren, name }, house)
      return { subscribed: siren, toSign: signersOf(state, siren) }
    },
  ),

  createApplication: action(
    {
      title: 'creates a sandbox application: name, redirect address, logo, perimeter of APIs',
      args: v.strictObject({
        as,
        called: newName('application'),
        name: text,
        redirectUri: address,
        logoUri: v.optional(address),
        apis: v.optional(apis),
        entity: v.optional(siren),
        clientId: v.optional(clientIdText),
      }),
      ...path,
    },
    (state: State, { as, called, clientId, entity, logoUri, apis, ...told }, house: EnedisHouse) => {
      // Whoever has an account may: a sandbox application belongs to its user. Source: FAQ, roles of the datahub.
      if (as !== undefined) contactNamed(state, as)
      const form = {
        ...told,
        clientId: (clientId ?? house.ids.hex(24, 'client id', called)) as ClientId,
        entity: (entity ?? state.applications[state.you]?.entity) as Siren,
        logoUri: logoUri ?? null,
        apis: apis ?? apiNames,
      }
      const application = createSandboxApplication(state, form, house)
      giveName(state, 'application', { name: called, id: application.clientId })
      return { clientId: application.clientId }
    },
  ),

  requestProduction: action(
    {
      title: 'asks for an application in production like the one that was tried in the sandbox',
      args: v.strictObject({
        as,
        application: named('application'),
        called: newName('application'),
        redirectUri: v.optional(address),
        clientId: v.optional(clientIdText),
      }),
      ...path,
    },
    (state: State, { as, application, called, redirectUri, clientId }, house: EnedisHouse) => {
      const id = (clientId ?? house.ids.hex(24, 'client id', called)) as ClientId
      const tried = applicationAt(state, application)
      if (as !== undefined) mustMayManage(state, { as, application: { ...tried, environment: 'production' } })
      const asked = requestProduction(state, { tried, clientId: id, redirectUri }, house)
      giveName(state, 'application', { name: called, id: asked.clientId })
      return { clientId: asked.clientId }
    },
  ),

  editApplication: action(
    {
      title: 'changes the redirect address or the logo of an application',
      args: v.strictObject({
        as,
        application: v.optional(named('application'), you),
        redirectUri: v.optional(address),
        logoUri: v.optional(v.nullable(address)),
      }),
      basis: 'inferred',
      source: 'FAQ, contacts manage applications on the datahub; which fields may change is not public',
    },
    (state: State, { as, application: name, redirectUri, logoUri }) => {
      const application = applicationAt(state, name)
      if (as !== undefined) mustMayManage(state, { as, application })
      if (redirectUri !== undefined) application.redirectUri = redirectUri
      if (logoUri !== undefined) application.logoUri = logoUri
      return { edited: name }
    },
  ),
}

function applicationAt(state: State, name: string): Application {
  return state.applications[applicationNamed(state, name)] as Application
}
