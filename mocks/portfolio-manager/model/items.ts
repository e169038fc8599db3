import type { AccountId, Audit, ConsumptionId, Day, Instant, MeterId, PropertyId } from './ids.ts'
import type { Address } from './accounts.ts'

export type FloorArea = { value: number; units: 'Square Feet' | 'Square Meters'; temporary: boolean }

export type PropertyDetails = {
  name: string
  constructionStatus: 'Existing' | 'Project' | 'Test'
  primaryFunction: string
  grossFloorArea: FloorArea
  irrigatedArea?: { value: number; units: 'Square Feet' | 'Square Meters' | 'Acres' }
  yearBuilt: number
  address: Address
  numberOfBuildings: number
  isFederalProperty: boolean
  federalOwner?: string
  agency?: { id?: string; code?: string; name?: string; country?: string }
  agencyDepartmentRegion?: string
  federalCampus?: string
  occupancyPercentage: number
  notes?: string
  isInstitutionalProperty: boolean
}

/** Who deleted a thing, and when. What is deleted stays on record: its id existed once. */
export type Deletion = { at: Instant; by: AccountId }

/** `owner` is the property data administrator (PDA). */
export type Property = { id: PropertyId; owner: AccountId; details: PropertyDetails; audit: Audit; deleted?: Deletion }

export type EnergyMeterDetails = {
  kind: 'meter'
  type: string
  name: string
  /** False: a meter that records deliveries. */
  metered: boolean
  unitOfMeasure: string
  firstBillDate: Day
  inUse: boolean
  inactiveDate?: Day
  otherDescription?: string
}
export type WasteMeterDetails = {
  kind: 'wasteMeter'
  type: string
  name: string
  unitOfMeasure: string
  dataEntryMethod: 'regular' | 'regular container' | 'intermittent'
  containerSize?: string
  firstBillDate?: Day
  inUse: boolean
  inactiveDate?: Day
}
export type MeterDetails = EnergyMeterDetails | WasteMeterDetails
export type Meter = { id: MeterId; property: PropertyId; details: MeterDetails; audit: Audit; deleted?: Deletion }

/** One bill or reading as a client posts it. Decimals stay as they were written. */
export type Consumption = {
  id: ConsumptionId
  meter: MeterId
  startDate: Day
  endDate: Day
  usage: string
  cost?: string
  energyExportedOffSite?: string
  percentRenewableNaturalGas?: string
  demandTracking?: { demand?: string; demandCost?: string }
  estimatedValue: boolean
  audit: Audit
}
/** One delivery of a meter that is not metered. */
export type Delivery = {
  id: ConsumptionId
  meter: MeterId
  deliveryDate: Day
  quantity: string
  cost?: string
  estimatedValue: boolean
  audit: Audit
}
