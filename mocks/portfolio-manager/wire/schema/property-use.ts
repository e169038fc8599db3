import {
  all,
  boolean,
  date,
  decimal,
  int,
  intFrom,
  long,
  oneOf,
  optional,
  repeated,
  required,
  sequence,
  typed,
} from '../../../../src/toolbox/xml/shape/index.ts'
import { floorAreaUnits } from '../../vocabulary/properties.ts'
import { propertyUses } from '../../vocabulary/property-uses.ts'
import { floorArea, useDetailKinds, type UseDetailKind, type UseDetailName } from '../../vocabulary/use-details.ts'
import { audit, words } from './common.ts'

/** What every detail may carry. `default` is the provider's to say: what a client sends is ignored. */
const attributes = {
  id: optional(long),
  currentAsOf: optional(date),
  temporary: optional(boolean),
  default: optional(oneOf(['Yes', 'No', 'N/A'])),
}

const area = typed(
  'grossFloorAreaType',
  sequence(
    { audit: optional(audit), value: required(int) },
    { ...attributes, units: required(typed('grossFloorAreaUnitsType', oneOf(floorAreaUnits))) },
  ),
)
const number = typed(
  'useDecimalType',
  sequence({ audit: optional(audit), value: optional(decimal({ least: 0 })) }, attributes),
)
const wholeNumber = typed(
  'useIntegerType',
  sequence({ audit: optional(audit), value: optional(intFrom(0)) }, attributes),
)
const oneOfThese = (options: readonly string[]) =>
  sequence({ audit: optional(audit), value: optional(oneOf(options)) }, attributes)

function shapeOf(kind: UseDetailKind) {
  if (kind === 'area') return area
  if (kind === 'number') return number
  return kind === 'whole number' ? wholeNumber : oneOfThese(kind)
}

/** Source: XSD26, characteristics: each may stand alone, to take the place of another. */
export const useDetail = Object.fromEntries(
  Object.entries(useDetailKinds).map(([name, kind]) => [name, shapeOf(kind)]),
) as Record<UseDetailName, ReturnType<typeof shapeOf>>

/** Source: XSD26, useDetails: revisions of details, any number of each. */
export const useDetails = all(
  Object.fromEntries(Object.entries(useDetail).map(([name, shape]) => [name, repeated(shape)])),
)

/** Source: XSD26, propertyUse: it renames a use. */
export const propertyUse = all({ name: required(words(500)) })

/** Source: XSD26, property uses: a root for each type, with the details it has. */
export const propertyUseOf = Object.fromEntries(
  Object.entries(propertyUses).map(([type, details]) => [type, useWith(details)]),
)

function useWith(details: readonly UseDetailName[]) {
  const parts = details.map((name) => [name, (name === floorArea ? required : optional)(useDetail[name])] as const)
  return all({
    name: required(words(500)),
    useDetails: required(all(Object.fromEntries(parts))),
    audit: optional(audit),
  })
}
