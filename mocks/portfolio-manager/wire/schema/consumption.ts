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
} from '../../../../src/toolbox/xml/shape/index.ts'
import { audit, links } from './common.ts'

/** An empty cost is allowed: it takes away the one that was there. */
const cost = typed('optionalCost', either(empty, decimal()))

const demandTracking = typed(
  'demandTrackingType',
  all({
    demand: optional(typed('optionalDemand', either(empty, decimal({ least: 0, digits: 2 })))),
    demandCost: optional(cost),
  }),
)

/** `estimatedValue` is an attribute; as an element it is refused. */
const estimated = { estimatedValue: optional(boolean) }

/** Source: XSD26, meterConsumptionType. */
export const meterConsumption = typed(
  'meterConsumptionType',
  all(
    {
      id: optional(long),
      startDate: required(date),
      endDate: required(date),
      usage: required(decimal()),
      cost: optional(cost),
      energyExportedOffSite: optional(decimal()),
      percentRenewableNaturalGas: optional(
        typed('percentDecimalPrecision', decimal({ least: 0, most: 100, digits: 2 })),
      ),
      demandTracking: optional(demandTracking),
      audit: optional(audit),
    },
    estimated,
  ),
)

/** Source: XSD26, meterDeliveryType. */
export const meterDelivery = typed(
  'meterDeliveryType',
  all(
    {
      id: optional(long),
      deliveryDate: required(date),
      quantity: required(decimal()),
      cost: optional(cost),
      audit: optional(audit),
    },
    estimated,
  ),
)

/** How many entries of a kind a body may hold, and a page of answers does. */
export const mostEntries = 120

/** Source: XSD26, meterDataType. */
export const meterData = typed(
  'meterDataType',
  sequence({
    meterConsumption: repeated(meterConsumption, { most: mostEntries }),
    meterDelivery: repeated(meterDelivery, { most: mostEntries }),
    links: optional(links),
  }),
)
