import {
  all,
  choice,
  empty,
  oneOf,
  optional,
  repeated,
  required,
  sequence,
  text,
  typed,
} from '../../../../src/toolbox/xml/shape/index.ts'
import { meterTypes } from '../../vocabulary/meters.ts'
import { wasteMeterTypes } from '../../vocabulary/waste-meters.ts'

/** Source: XSD26, dataExchangeSettings. */
export const dataExchangeSettings = all({
  supportedMeterTypes: optional(
    sequence({ meterType: repeated(typed('allMeterTypes', oneOf([...meterTypes, ...wasteMeterTypes]))) }),
  ),
  termsOfUse: optional(
    choice({ none: required(typed('emptyType', empty)), text: required(text()), url: required(text()) }),
  ),
})
