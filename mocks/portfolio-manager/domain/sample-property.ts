import { refuse } from '../errors/index.ts'
import type { PmHouse } from '../dialect.ts'
import type { AccountId, Property, PropertyId, State } from '../model/index.ts'
import type { Seen, SeenProperty } from '../views.ts'
import { usualUse } from '../vocabulary/property-uses.ts'
import { floorArea } from '../vocabulary/use-details.ts'
import { meterDetails, placesIn, propertyDetails } from './made-up.ts'
import { openMeter } from './meter.ts'
import { openProperty } from './property.ts'
import { openUse } from './property-use.ts'

/** How many samples one call makes at most, and an account in all. Source: DOC, Sample Properties. */
const mostAtOnce = 100
const mostInAll = 1000

/** The test environment fills the caller's own account with buildings to try things on. Source: DOC, Sample Properties. */
export function createSamples(
  state: State,
  { caller, country, count }: { caller: AccountId; country: 'US' | 'CA'; count: number },
  house: PmHouse,
): PropertyId[] {
  const made = state.index.samplesMade[caller] ?? 0
  if (count > mostAtOnce) throw refuse.tooManySamples({ most: mostAtOnce, what: 'a call' })
  if (made + count > mostInAll) throw refuse.tooManySamples({ most: mostInAll, what: 'an account' })
  state.index.samplesMade[caller] = made + count
  return Array.from({ length: count }, (_, at) => sample(state, { caller, country, number: made + at + 1 }, house).id)
}

/** Properties just made, as they stand. */
export function samplesMade(state: Seen, ids: readonly PropertyId[]): SeenProperty[] {
  return ids.map((id) => state.properties[id] as Property)
}

function sample(
  state: State,
  { caller, country, number }: { caller: AccountId; country: 'US' | 'CA'; number: number },
  house: PmHouse,
): Property {
  const name = `Sample Property ${number}`
  const address = house.ids.pick(placesIn(country), 'sample', number)
  const details = propertyDetails(name, { address, constructionStatus: 'Test' }, house)
  const property = openProperty(state, { owner: caller, details, maker: caller }, house)
  const { value, units } = details.grossFloorArea
  const whole = { detail: floorArea, value: String(value), units, temporary: false }
  const use = { type: usualUse(details.primaryFunction), name: 'Building Use', details: [whole] }
  openUse(state, { property: property.id, use, maker: caller }, house)
  for (const [meter, type] of [
    ['Electric Meter', 'Electric'],
    ['Gas Meter', 'Natural Gas'],
  ] as const)
    openMeter(state, { property: property.id, details: meterDetails(meter, { type }, house), maker: caller }, house)
  return property
}
