import {
  attributesOnly,
  dateTime,
  long,
  oneOf,
  optional,
  repeated,
  required,
  sequence,
  text,
  typed,
} from '../../../../src/toolbox/xml/shape/index.ts'
import { accessLevels } from '../../model/index.ts'
import { countries, states } from '../../vocabulary/places.ts'

/** Text of at least one character. */
export const words = (most?: number) => text(most === undefined ? { least: 1 } : { least: 1, most })

/** Source: XSD26, addressType. Attributes only: an address with child elements is refused. */
export const address = typed(
  'addressType',
  attributesOnly({
    address1: required(words(100)),
    address2: optional(words(100)),
    city: required(words(100)),
    county: optional(words(40)),
    postalCode: required(words(20)),
    state: optional(oneOf(states)),
    otherState: optional(words(50)),
    country: required(oneOf(countries)),
  }),
)

/** Source: XSD26, logType. A client may send what it was given; we take no notice of it. */
export const audit = typed(
  'logType',
  sequence({
    createdBy: optional(text()),
    createdByAccountId: optional(long),
    createdDate: optional(dateTime),
    lastUpdatedBy: optional(text()),
    lastUpdatedByAccountId: optional(long),
    lastUpdatedDate: optional(dateTime),
  }),
)

export const accessLevel = typed('shareLevelType', oneOf(accessLevels))

/** Source: XSD26, linksType. */
export const links = typed(
  'linksType',
  sequence({
    link: repeated(
      typed(
        'linkType',
        attributesOnly({
          id: optional(long),
          linkDescription: optional(text()),
          link: optional(text()),
          httpMethod: optional(text()),
          hint: optional(text()),
        }),
      ),
    ),
  }),
)
