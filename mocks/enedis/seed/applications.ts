import { later } from '../../../src/toolbox/calendar.ts'
import type { EnedisHouse } from '../dialect/index.ts'
import { consentImplicitly } from '../domain/implicit-consents.ts'
import { giveName, you } from '../domain/names.ts'
import { signContract, subscribe, validateInSandbox, write } from '../domain/registration.ts'
import { tokenGivenTo } from '../domain/secrets.ts'
import { keepGiven } from '../domain/token.ts'
import type { ApplicationLife, ClientId, Siren, State } from '../model/index.ts'
import { apiNames } from '../model/index.ts'
import { defaultClientId, defaultSandboxClientId } from './credentials.ts'
import type { Given, GivenApplication } from './given.ts'

/** Your SIREN unless the scenario says another: one that no company has. */
export const defaultSiren = '000123459'
export const defaultName = 'ACME ENERGIE'

/** Your legal entity, and those of other applications. */
export function openEntity(state: State, { entity }: Given, house: EnedisHouse): void {
  const siren = (entity.siren ?? defaultSiren) as Siren
  subscribe(state, { siren, name: entity.name ?? defaultName }, house)
  if (entity.contract === 'signed') signContract(state, { siren }, house)
}

/** An application of the story, wherever in its life it is. */
export function openApplication(
  state: State,
  { name, told, given }: { name: string; told: GivenApplication; given: Given },
  house: EnedisHouse,
): void {
  const environment = told.environment ?? 'production'
  const siren = (told.entity ?? given.entity.siren ?? defaultSiren) as Siren
  if (!(siren in state.entities)) {
    subscribe(state, { siren, name: `ENTITE ${siren}` }, house)
    signContract(state, { siren }, house)
  }
  const form = {
    clientId: clientIdOf(name, told, house),
    name: told.name ?? usualName(name),
    entity: siren,
    environment,
    redirectUri: told.redirectUri ?? 'http://localhost:3000/callback',
    logoUri: null,
    apis: told.apis ?? apiNames,
    service: told.service,
  }
  const application = write(state, form, lifeOf(told, house))
  if (environment === 'sandbox') validateInSandbox(application, house)
  consentImplicitly(state, application, house)
  giveName(state, 'application', { name, id: application.clientId })
  if (name === you) state.you = application.clientId
  if (told.tokenSince === undefined) return
  const { clientId } = application
  const issuedAt = later(house.now, `-${told.tokenSince}`)
  keepGiven(state, { clientId, value: tokenGivenTo(clientId), issuedAt })
}

function clientIdOf(name: string, { clientId }: GivenApplication, { ids }: EnedisHouse): ClientId {
  const own: Readonly<Record<string, string>> = { you: defaultClientId, sandbox: defaultSandboxClientId }
  return (clientId ?? own[name] ?? ids.hex(24, 'client id', name)) as ClientId
}

function usualName(name: string): string {
  if (name === you) return 'ACME ENERGIE'
  return name === 'sandbox' ? 'ACME ENERGIE BAC A SABLE' : name.toUpperCase().replaceAll(/[^A-Z0-9 _-]/g, ' ')
}

function lifeOf({ life }: GivenApplication, { now }: EnedisHouse): ApplicationLife {
  return life === 'open' ? { status: 'open', since: now } : { status: 'requested', at: now }
}
