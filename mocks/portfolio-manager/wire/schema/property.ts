import {
  all,
  attributesOnly,
  boolean,
  date,
  decimal,
  either,
  empty,
  int,
  intOf,
  long,
  oneOf,
  optional,
  required,
  sequence,
  text,
  typed,
} from '../../../../src/toolbox/xml/shape/index.ts'
import { agencyCountries, countries } from '../../vocabulary/places.ts'
import {
  constructionStatuses,
  floorAreaUnits,
  irrigatedAreaUnits,
  primaryFunctions,
} from '../../vocabulary/properties.ts'
import { accessLevel, address, audit, words } from './common.ts'

const grossFloorArea = typed(
  'grossFloorAreaType',
  sequence(
    { audit: optional(audit), value: required(int) },
    {
      id: optional(long),
      currentAsOf: optional(date),
      temporary: optional(boolean),
      default: optional(oneOf(['Yes', 'No', 'N/A'])),
      units: required(typed('grossFloorAreaUnitsType', oneOf(floorAreaUnits))),
    },
  ),
)

const irrigatedArea = typed(
  'irrigationAreaType',
  sequence(
    { value: optional(either(decimal({ least: 0, digits: 2 }), empty)) },
    { default: optional(boolean), units: required(typed('irrigationAreaUnitsType', oneOf(irrigatedAreaUnits))) },
  ),
)

const agency = typed(
  'AgencyType',
  attributesOnly({
    id: optional(long),
    code: optional(text()),
    name: optional(text()),
    country: optional(oneOf(agencyCountries)),
  }),
)

/** 0 to 100 by 5. */
const occupancies = Array.from({ length: 21 }, (_, step) => step * 5)

/** Source: XSD26, propertyType. Most of it is optional to the schema; what a new property needs, a rule says. */
export const property = typed(
  'propertyType',
  all({
    name: optional(words(80)),
    constructionStatus: optional(typed('constructionStatusType', oneOf(constructionStatuses))),
    primaryFunction: optional(typed('primaryFunctionType', oneOf(primaryFunctions))),
    grossFloorArea: optional(grossFloorArea),
    irrigatedArea: optional(irrigatedArea),
    yearBuilt: optional(int),
    address: optional(address),
    numberOfBuildings: optional(int),
    isFederalProperty: required(boolean),
    federalOwner: optional(typed('countryList', oneOf(countries))),
    agency: optional(agency),
    agencyDepartmentRegion: optional(words(200)),
    federalCampus: optional(words(200)),
    occupancyPercentage: required(typed('OccupancyType', intOf(occupancies))),
    notes: optional(words()),
    isInstitutionalProperty: optional(boolean),
    accessLevel: optional(accessLevel),
    audit: optional(audit),
  }),
)
