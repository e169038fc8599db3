import type { ApplicationLife, ClientId, Environment, Siren } from '../model/index.ts'
import type { Seen, SeenApplication, SeenEntity } from '../views/index.ts'

/** The application behind a client id that came in, if there is one. */
export function applicationKnown(state: Seen, clientId: string): SeenApplication | undefined {
  const all: Readonly<Record<string, SeenApplication>> = state.applications
  return Object.hasOwn(all, clientId) ? all[clientId] : undefined
}

export function applicationOf(state: Seen, clientId: ClientId): SeenApplication {
  return state.applications[clientId] as SeenApplication
}

export function entityOf(state: Seen, siren: Siren): SeenEntity {
  return state.entities[siren] as SeenEntity
}

/** Whether it may ask for tokens and be consented to. */
export function isOpen({ life }: { life: Readonly<ApplicationLife> }): boolean {
  return life.status === 'open'
}

/**
 * Which environment a name of Enedis's APIs belongs to; nothing for other names, where the client id alone decides.
 * Source: SWAGGER and ISSUES, hosts over time.
 */
function environmentAt(hostName: string | null): Environment | undefined {
  if (hostName === null || !hostName.endsWith('.api.enedis.fr')) return undefined
  return /\bhml\b|sandbox/.test(hostName) ? 'sandbox' : 'production'
}

/** Whether an application is at home under a name. Credentials of the other environment are nobody's. */
export function isAtHome({ environment }: Pick<SeenApplication, 'environment'>, hostName: string | null): boolean {
  return (environmentAt(hostName) ?? environment) === environment
}
