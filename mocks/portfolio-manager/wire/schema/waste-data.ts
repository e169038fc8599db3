import {
  all,
  boolean,
  date,
  decimal,
  either,
  empty,
  long,
  optional,
  repeated,
  required,
  sequence,
  typed,
  intOf,
} from '../../../../src/toolbox/xml/shape/index.ts'
import { audit, links } from './common.ts'
import { mostEntries } from './consumption.ts'

const percentage = optional(decimal({ least: 0 }))

const disposalDestination = typed(
  'disposalDestinationType',
  all({
    landfillPercentage: percentage,
    incinerationPercentage: percentage,
    wasteToEnergyPercentage: percentage,
    unknownDestPercentage: percentage,
  }),
)

/** Source: XSD26, wasteMeterEntryType. */
export const wasteData = typed(
  'wasteMeterEntryType',
  all(
    {
      id: optional(long),
      startDate: required(date),
      endDate: optional(date),
      quantity: optional(decimal()),
      timesEmptied: optional(decimal({ least: 0 })),
      averagePercentFull: optional(intOf([0, 25, 50, 75, 100])),
      cost: optional(typed('optionalWasteCost', either(empty, decimal()))),
      disposalDestination: optional(disposalDestination),
      audit: optional(audit),
    },
    { estimatedValue: optional(boolean) },
  ),
)

/** Source: XSD26, wasteMeterDataType. */
export const wasteDataList = typed(
  'wasteMeterDataType',
  sequence({ wasteData: repeated(wasteData, { most: mostEntries }), links: optional(links) }),
)
