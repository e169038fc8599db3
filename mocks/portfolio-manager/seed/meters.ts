import * as v from 'valibot'
import { day } from '../../../src/contract/words.ts'
import type { PmHouse } from '../dialect.ts'
import { associate } from '../domain/association.ts'
import { meterDetails } from '../domain/made-up.ts'
import { openMeter } from '../domain/meter.ts'
import { giveName } from '../domain/names.ts'
import type { History, Property, State } from '../model/index.ts'
import { meterTypes, meterUnits } from '../vocabulary/meters.ts'
import { dataEntryMethods, wasteMeterTypes, wasteMeterUnits } from '../vocabulary/waste-meters.ts'

const month = v.pipe(v.string(), v.regex(/^\d{4}-(0[1-9]|1[0-2])$/, 'Write a month: 2026-02.'))
const amount = v.pipe(v.number(), v.minValue(0))

/** Entries that a meter already has: one a month, from the seed, each whole year summing to what is said here. */
const history = v.pipe(
  v.strictObject({ from: month, to: month, annualUse: amount, annualCost: v.optional(amount) }),
  v.check(({ from, to }) => from <= to, '"from" is after "to".'),
)

const words = {
  name: v.optional(v.pipe(v.string(), v.minLength(1), v.maxLength(100))),
  firstBillDate: v.optional(day),
  inUse: v.optional(v.boolean(), true),
  history: v.optional(history),
  /** Whether it counts towards the property's metrics. */
  associated: v.optional(v.boolean(), true),
}
const energyOrWater = v.strictObject({
  type: v.picklist(meterTypes),
  unit: v.optional(v.picklist(meterUnits)),
  metered: v.optional(v.boolean(), true),
  ...words,
})
const waste = v.strictObject({
  type: v.picklist(wasteMeterTypes),
  unit: v.optional(v.picklist(wasteMeterUnits)),
  dataEntryMethod: v.optional(v.picklist(dataEntryMethods), 'regular'),
  containerSize: v.optional(amount),
  ...words,
})

/** A meter of any kind, or only its type. */
export const meter = v.union([
  v.picklist([...meterTypes, ...wasteMeterTypes]),
  v.variant('type', [energyOrWater, waste]),
])
type GivenMeter = v.InferOutput<typeof meter>

/**
 * The meters of a property as its story begins. They count towards its metrics unless the scenario says otherwise, as
 * those of a property that was set up on the page do. Basis: inferred; by web service nothing counts until it is said.
 */
export function openMeters(
  state: State,
  { property, meters }: { property: Property; meters: Record<string, GivenMeter> },
  house: PmHouse,
): void {
  for (const [name, about] of Object.entries(meters)) {
    const { history, associated = true, ...said } = typeof about === 'string' ? { type: about } : about
    const firstBillDate = history && `${history.from}-01`
    const details = meterDetails(name, { firstBillDate, ...said }, house)
    const meter = openMeter(state, { property: property.id, details, maker: property.owner }, house)
    if (history) meter.history = historyGiven(history, house)
    giveName(state, { meter: name, on: property.id, id: meter.id })
    if (associated) associate(state, { property: property.id, meter: meter.id })
  }
}

function historyGiven({ annualCost, ...said }: v.InferOutput<typeof history>, { ids }: PmHouse): History {
  return { ...said, ...(annualCost !== undefined && { annualCost }), seed: ids.seed, overlaid: {} }
}
