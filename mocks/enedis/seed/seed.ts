import type { EnedisHouse } from '../dialect/index.ts'
import { openFictitiousClients } from '../domain/fictitious-points.ts'
import { setGeneration, setTimings } from '../domain/service.ts'
import { generations, type State } from '../model/index.ts'
import { openApplication, openEntity } from './applications.ts'
import { consentBefore, openHousehold } from './customers.ts'
import { emptyState } from './empty.ts'
import { castOf, type Given } from './given.ts'
import { prmsGiven } from './numbers.ts'
import { openSge } from './sge/open.ts'

/** Makes the world of a story as it begins. */
export function seed(given: Given, house: EnedisHouse): State {
  const { applications, customers } = castOf(given)
  const prms = prmsGiven(given)
  const state = emptyState()
  setTimings(state, given.timings)
  openGenerations(state, house)
  openFictitiousClients(state, house)
  for (const [name, told] of Object.entries(customers)) openHousehold(state, { name, told, prms }, house)
  openEntity(state, given, house)
  for (const [name, told] of Object.entries(applications)) openApplication(state, { name, told, given }, house)
  for (const [name, told] of Object.entries(customers)) consentBefore(state, { name, told, prms }, house)
  openSge(state, given, house)
  return state
}

function openGenerations(state: State, { dialect }: EnedisHouse): void {
  const words = dialect.generation === 'all' ? generations : dialect.generation.split(' and ')
  for (const generation of generations) setGeneration(state, { generation, on: words.includes(generation) })
}
