/** Whose books an identifier comes from. Source: XSD26, additionalIdentifierType. */
type Group = 'CITY_TOWN' | 'COUNTY_DISTRICT' | 'STATE_PROVINCE' | 'OTHER'
export type IdentifierType = {
  id: string
  standardApproved: boolean
  name: string
  description: string
  group?: Group
}

/** Three identifiers that everyone names as they like. Source: DOC, Identifiers. */
const custom = ['1', '2', '3'].map((id): IdentifierType => {
  const name = `Custom ID ${id}`
  return { id, standardApproved: false, name, description: name }
})

const standard = (id: string, name: string, group: Group): IdentifierType => ({
  id,
  standardApproved: true,
  name,
  description: name,
  group,
})

/**
 * Identifiers that the provider has agreed with cities and states: some of them. That such a list exists is documented;
 * which ids they have there is inferred, so clients look them up by name.
 */
const agreed = [
  standard('4', 'Boston Energy Reporting ID', 'CITY_TOWN'),
  standard('5', 'Chicago Energy Benchmarking ID', 'CITY_TOWN'),
  standard('6', 'District of Columbia Real Property Unique ID', 'STATE_PROVINCE'),
  standard('7', 'NYC Borough, Block and Lot (BBL)', 'CITY_TOWN'),
  standard('8', 'NYC Building Identification Number (BIN)', 'CITY_TOWN'),
  standard('9', 'Philadelphia Building ID', 'CITY_TOWN'),
  standard('10', 'Seattle Building ID', 'CITY_TOWN'),
  standard('11', 'Montgomery County Building ID', 'COUNTY_DISTRICT'),
  standard('12', 'California Building ID', 'STATE_PROVINCE'),
  standard('13', 'US Agency Designated Covered Facility ID', 'OTHER'),
]

/** What a property may be known by; of a meter, only the free ones are known to us. */
export const identifierTypes: Readonly<Record<'property' | 'meter', readonly IdentifierType[]>> = {
  property: [...custom, ...agreed],
  meter: custom,
}
