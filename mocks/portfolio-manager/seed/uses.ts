import * as v from 'valibot'
import type { PmHouse } from '../dialect.ts'
import { openUse } from '../domain/property-use.ts'
import type { Property, State } from '../model/index.ts'
import type { NewUseDetail } from '../views.ts'
import { propertyUses, usualUse } from '../vocabulary/property-uses.ts'
import { floorArea, useDetailKinds, type UseDetailName } from '../vocabulary/use-details.ts'

const type = v.picklist(Object.keys(propertyUses))
const names = Object.keys(useDetailKinds) as [UseDetailName, ...UseDetailName[]]
const details = v.record(v.picklist(names), v.union([v.string(), v.number()]))
const use = v.pipe(
  v.strictObject({ type, details: v.optional(details, {}) }),
  v.check(({ type, details }) => {
    const known: readonly string[] = propertyUses[type] ?? []
    return Object.keys(details).every((detail) => known.includes(detail))
  }, 'This type of property use does not have all of these details.'),
)

/** The uses of a property by their names: each a type, or a type with details. */
export const uses = v.record(v.pipe(v.string(), v.minLength(1), v.maxLength(500)), v.union([type, use]))
type GivenUses = v.InferOutput<typeof uses>

/**
 * The uses of a property as its story begins, true since it was built. One made on the page has one use, of the
 * property's own kind and size.
 */
export function openUses(
  state: State,
  { property, given }: { property: Property; given: GivenUses | undefined },
  house: PmHouse,
): void {
  const { id, owner: maker, details } = property
  const { value, units } = details.grossFloorArea
  const since = { currentAsOf: `${details.yearBuilt}-01-01`, temporary: false }
  const whole: NewUseDetail = { detail: floorArea, value: String(value), units, ...since }
  for (const [name, about] of Object.entries(given ?? { 'Building Use': usualUse(details.primaryFunction) })) {
    const { type, details: said } = typeof about === 'string' ? { type: about, details: {} } : about
    const others = Object.entries(said).map(([detail, value]): NewUseDetail => {
      const isArea = detail === floorArea
      return { detail, value: String(value), ...since, ...(isArea && { units }) }
    })
    const hasArea = others.some(({ detail }) => detail === floorArea)
    openUse(state, { property: id, use: { type, name, details: hasArea ? others : [whole, ...others] }, maker }, house)
  }
}
