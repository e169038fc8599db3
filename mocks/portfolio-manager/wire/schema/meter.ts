import {
  all,
  boolean,
  date,
  decimal,
  long,
  oneOf,
  optional,
  orDefault,
  required,
  typed,
} from '../../../../src/toolbox/xml/shape/index.ts'
import { meterTypes, meterUnits } from '../../vocabulary/meters.ts'
import { dataEntryMethods, wasteMeterTypes, wasteMeterUnits } from '../../vocabulary/waste-meters.ts'
import { accessLevel, audit, words } from './common.ts'

/** Source: XSD26, meterType. */
export const meter = typed(
  'meterType',
  all({
    id: optional(long),
    type: required(typed('typeOfMeter', oneOf(meterTypes))),
    name: required(words(100)),
    metered: optional(orDefault(boolean, 'true')),
    unitOfMeasure: required(oneOf(meterUnits)),
    firstBillDate: required(date),
    inUse: required(boolean),
    inactiveDate: optional(date),
    otherDescription: optional(words(100)),
    accessLevel: optional(accessLevel),
    aggregateMeter: optional(boolean),
    audit: optional(audit),
  }),
)

/** Source: XSD26, typeOfWasteMeter. */
export const wasteMeter = typed(
  'typeOfWasteMeter',
  all({
    id: optional(long),
    name: required(words(100)),
    type: required(typed('wasteMeterType', oneOf(wasteMeterTypes))),
    unitOfMeasure: required(oneOf(wasteMeterUnits)),
    dataEntryMethod: required(oneOf(dataEntryMethods)),
    containerSize: optional(decimal({ least: 0, digits: 2 })),
    firstBillDate: optional(date),
    inUse: required(boolean),
    inactiveDate: optional(date),
    accessLevel: optional(accessLevel),
    audit: optional(audit),
  }),
)
