import {
  all,
  attributesOnly,
  boolean,
  long,
  oneOf,
  optional,
  required,
  text,
} from '../../../../src/toolbox/xml/shape/index.ts'
import { words } from './common.ts'

const additionalIdentifierType = attributesOnly({
  id: optional(long),
  standardApproved: optional(boolean),
  name: optional(text()),
  description: optional(text()),
  group: optional(oneOf(['CITY_TOWN', 'COUNTY_DISTRICT', 'STATE_PROVINCE', 'OTHER'])),
})

/** Source: XSD26, additionalIdentifier. */
export const additionalIdentifier = all(
  {
    additionalIdentifierType: required(additionalIdentifierType),
    description: optional(words(1000)),
    value: optional(words(4000)),
  },
  { id: optional(long) },
)
