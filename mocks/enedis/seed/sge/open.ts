import type { EnedisHouse } from '../../dialect/index.ts'
import { openCatalogue } from '../../domain/sge/catalogue/index.ts'
import type { State } from '../../model/index.ts'
import type { Given } from '../given.ts'
import { openAuthorisations } from './authorisations.ts'
import { sgeOf } from './given.ts'
import { openContacts } from './contacts.ts'
import { openParties } from './parties.ts'
import { openServices } from './services.ts'

/** Opens the web services as a story finds them. Customers and their points are there already. */
export function openSge(state: State, given: Given, house: EnedisHouse): void {
  const { catalogue, environment, sessions = null, flows, timings } = sgeOf(given)
  const told = Object.entries(timings).filter(([, value]) => value !== undefined)
  Object.assign(state.sge, { environment, sessions, flowsInHomologation: flows === 'on' })
  Object.assign(state.sge.timings, Object.fromEntries(told))
  openParties(state, given, house)
  openContacts(state, given)
  openAuthorisations(state, given, house)
  if (catalogue !== undefined) openCatalogue(state, catalogue, house)
  openServices(state, given, house)
}
