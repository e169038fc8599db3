import type { AccountId, Audit, Day, Instant, MeterId, PropertyId } from './ids.ts'
import type { Address } from './accounts.ts'
import type { History } from './entries.ts'

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

/** Scores are the provider's own arithmetic, which nobody can copy: a story says what they are. */
export type Scores = { energy?: number; water?: number }

/** `owner` is the property data administrator (PDA). */
export type Property = {
  id: PropertyId
  owner: AccountId
  /** The property on whose grounds it stands, where it is one building of several. */
  campus?: PropertyId
  details: PropertyDetails
  scores?: Scores
  audit: Audit
  deleted?: Deletion
}

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
export type Meter = {
  id: MeterId
  property: PropertyId
  details: MeterDetails
  history?: History
  audit: Audit
  deleted?: Deletion
}
