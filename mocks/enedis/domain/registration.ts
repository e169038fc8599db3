import { fingerprint } from '../../../src/ground/fingerprint.ts'
import type { EnedisHouse } from '../dialect/index.ts'
import { alert } from '../errors/index.ts'
import type {
  ApiName,
  Application,
  ApplicationLife,
  ClientId,
  ConsentId,
  Environment,
  Members,
  Siren,
  State,
} from '../model/index.ts'
import { end } from './grant.ts'
import { consentImplicitly } from './implicit-consents.ts'
import { idsIn } from './members.ts'
import { clientSecretOf } from './secrets.ts'

/** What an application tells of itself: in the form, or as a story begins. */
export type ApplicationForm = {
  clientId: ClientId
  name: string
  entity: Siren
  environment: Environment
  redirectUri: string
  logoUri: string | null
  apis: readonly ApiName[]
  /** FDS when left out. */
  service?: Application['service'] | undefined
}

/** A legal entity fills in the subscription form. Source: FAQ, path of a third party. */
export function subscribe(state: State, { siren, name }: { siren: Siren; name: string }, house: EnedisHouse): void {
  state.entities[siren] = { siren, name, subscription: { status: 'requested', at: house.now } }
}

/** The contract is signed: applications may be made. */
export function signContract(state: State, { siren }: { siren: Siren }, { now }: EnedisHouse): void {
  const entity = state.entities[siren]
  if (entity) entity.subscription = { status: 'signed', at: now }
}

/** A sandbox application opens at once, for an entity under contract. */
export function createSandboxApplication(
  state: State,
  form: Omit<ApplicationForm, 'environment'>,
  house: EnedisHouse,
): Application {
  mustBeUnderContract(state, form.entity)
  const application = write(state, { ...form, environment: 'sandbox' }, { status: 'open', since: house.now })
  consentImplicitly(state, application, house)
  return application
}

/** The application has been seen to work in the sandbox. */
export function validateInSandbox(application: Application, { now }: EnedisHouse): void {
  if (application.environment !== 'sandbox') throw is(application, "n'est pas une application du bac à sable")
  application.validatedAt ??= now
}

/** Asks for an application in production like the one that was tried; Enedis has yet to grant it. */
export function requestProduction(
  state: State,
  { tried, clientId, redirectUri }: { tried: Application; clientId: ClientId; redirectUri?: string | undefined },
  house: EnedisHouse,
): Application {
  if (tried.environment !== 'sandbox' || tried.validatedAt === null) throw alert.notValidated()
  const { name, entity, logoUri } = tried
  const form = {
    ...{ clientId, name, entity, environment: 'production' as const, logoUri, service: tried.service },
    ...{ redirectUri: redirectUri ?? tried.redirectUri, apis: idsIn<ApiName>(tried.apis) },
  }
  const application = write(state, form, { status: 'requested', at: house.now })
  application.triedAs = tried.clientId
  return application
}

/** Enedis grants what was asked: from now on there are credentials. */
export function openProduction(application: Application, { now }: EnedisHouse): void {
  if (application.life.status !== 'requested') throw is(application, 'est déjà traitée')
  application.life = { status: 'open', since: now }
}

/** Closes an application: its tokens and consents are worth nothing from now on. */
export function closeApplication(state: State, application: Application, house: EnedisHouse): void {
  application.life = { status: 'closed', at: house.now }
  for (const id of idsIn<ConsentId>(state.index.consentsOf[application.clientId]))
    end(state, { id, by: 'applicationClosed' }, house)
}

/** An application may use an API from now on, or may not. Source: CAPTURE, each API is subscribed one by one. */
export function setSubscription(application: Application, { api, on }: { api: ApiName; on: boolean }): void {
  if (on) application.apis[api] = true
  else delete application.apis[api]
}

/** Writes down an application wherever in its life it is. */
export function write(state: State, form: ApplicationForm, life: ApplicationLife): Application {
  mustBeNamedWell(form.name)
  const { clientId, apis, service = 'FDS', ...told } = form
  if (Object.hasOwn(state.applications, clientId)) throw is(form, 'existe déjà')
  const application: Application = {
    clientId,
    service,
    ...told,
    secret: fingerprint(clientSecretOf(clientId)),
    apis: Object.fromEntries(apis.map((api) => [api, true])) as Members<ApiName>,
    validatedAt: null,
    triedAs: null,
    life,
  }
  state.applications[clientId] = application
  // What is kept is a copy of what was assigned.
  return state.applications[clientId]
}

/** Source: ISSUES, an e-mail of Enedis: the name that customers are shown. */
function mustBeNamedWell(name: string): void {
  const isWell = /^[A-Z0-9 _-]{1,38}$/.test(name) && !/ENEDIS|LINKY/.test(name)
  if (!isWell) throw alert.applicationNameInvalid()
}

function mustBeUnderContract(state: State, siren: Siren): void {
  if (state.entities[siren]?.subscription.status !== 'signed') throw alert.contractMissing()
}

function is({ name }: { name: string }, what: string): ReturnType<typeof alert.applicationIs> {
  return alert.applicationIs({ name, what })
}
