import type { Members, MeterId } from './ids.ts'

/** What kind of use a meter records. Only associated meters count towards metrics, each kind on its own. */
export const categories = ['energy', 'water', 'waste'] as const satisfies readonly string[]
export type Category = (typeof categories)[number]

/** How much of the property the associated meters stand for. Source: XSD26, propertyRepresentation. */
export const representationTypes = [
  'Whole Property',
  'Common Area Energy Consumption Only',
  'Tenant Energy Consumption Only',
  'Combination of Tenant and Common Area Consumption',
  'Other',
  'No Selection Made',
] as const satisfies readonly string[]

/** What tenants and common areas use energy for. Source: XSD26, tenantCommonAreaEnergyType. */
export const energyUses = [
  'Tenant Heating',
  'Tenant Cooling',
  'Tenant Hot Water',
  'Tenant Plug Load/Electricity',
  'Common Area Heating',
  'Common Area Cooling',
  'Common Area Hot Water',
  'Common Area Plug Load/Electricity',
] as const satisfies readonly string[]

export type Representation = {
  type: (typeof representationTypes)[number]
  energyUses?: (typeof energyUses)[number][]
  otherDescription?: string
}

/** The meters of one kind that count towards a property's metrics. Waste has no representation. */
export type Association = { meters: Members<MeterId>; representation?: Representation }
/** A kind that is not there has no meters. */
export type Associations = { [Kind in Category]?: Association }
