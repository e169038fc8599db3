/** What an organization does. Source: XSD26, primaryBusinessType. */
export const primaryBusinesses = [
  'Architecture/Design Firm',
  'Banking/Financial',
  'Commercial Real Estate',
  'Congregation/Faith-Based Organization',
  'Data Center',
  'Drinking Water Treatment/Distribution',
  'Education',
  'Energy Efficiency Program',
  'Entertainment/Recreation',
  'Food Service',
  'Government: Local (U.S.)',
  'Government: Outside U.S.',
  'Government: State (U.S.)',
  'Government: Federal (U.S.)',
  'Healthcare',
  'Hospitality',
  'Legal Services',
  'Manufacturing/Industrial',
  'Media',
  'Multifamily Housing',
  'Retail',
  'Senior Care',
  'Service and Product Provider/Consultant',
  'Transportation',
  'Utility',
  'Wastewater Treatment',
  'Other',
] as const satisfies readonly string[]

/** What kind of ENERGY STAR partner an organization is. Source: XSD26, typeOfEnergyStarPartner. */
export const partnerTypes = [
  'Associations',
  'Organizations that Own/Manage/Lease Buildings and Plants',
  'Service and Product Providers',
  'Small Businesses',
  'Utilities and Energy Efficiency Program Sponsors',
  'Other',
] as const satisfies readonly string[]

/** Source: XSD26, accountType. */
export const languages = ['en_US', 'fr_CA', 'es_US'] as const satisfies readonly string[]
