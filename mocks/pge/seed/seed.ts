import type { PgeHouse } from '../dialect/index.ts'
import { setTimings } from '../domain/service.ts'
import type { State } from '../model/index.ts'
import { authorizeBefore, openHousehold } from './customers.ts'
import { emptyState } from './empty.ts'
import { castOf, type Given } from './given.ts'
import { openThirdParty } from './third-parties.ts'

/** Makes the world of a story as it begins. */
export function seed(given: Given, house: PgeHouse): State {
  const { customers, thirdParties } = castOf(given)
  const state = emptyState()
  setTimings(state, given.timings)
  for (const [name, customer] of Object.entries(customers)) openHousehold(state, { name, given: customer }, house)
  for (const [name, one] of Object.entries(thirdParties)) openThirdParty(state, { name, given: one }, house)
  for (const [name, customer] of Object.entries(customers)) authorizeBefore(state, { name, given: customer }, house)
  return state
}
