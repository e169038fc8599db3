import type { Address, Commodity, CustomerId, Day, MeterId, Print, UsagePointId } from './ids.ts'

export const customerClasses = ['RES', 'AGR', 'COM/IND', 'Other'] as const
export type CustomerClass = (typeof customerClasses)[number]

/** Someone with an account at PG&E. */
export type Customer = {
  id: CustomerId
  name: string
  /** On the bill; a guest gives it with the ZIP code of the billing address. */
  accountNumber: string
  /** CustomerAccount id: 10 digits, differs from the account number. */
  accountId: string
  /** Null: no online account, so a guest, who sees no page of current authorizations. */
  login: { username: string; password: Print } | null
  billingAddress: Address
  agreements: UsagePointId[]
}

/** What a meter measures, and how finely: interval electric, daily gas, or nothing but the bill. */
export type Metering =
  | { kind: 'electric'; intervalSeconds: 900 | 3600; flows: 'delivered' | 'deliveredAndReceived' | 'net' }
  | { kind: 'gas' }
  | { kind: 'billOnly'; commodity: Commodity }

export type Meter = {
  id: MeterId
  agreement: UsagePointId
  serialNumber: string
  metering: Metering
  /** A year's use is drawn around this: kWh, or therms. */
  annualUse: number
  /** A year's on-site production in kWh; 0 without a generator. */
  annualProduction: number
  installedOn: Day
  removedOn: Day | null
  /** Read later than others (MV90): days after the day measured on which its readings are published. */
  publishedAfterDays: number
  /** Since when it is read so late; left out: it always was. */
  lateSince?: Day
}

/** A rate from a day on. */
export type Rate = { tariff: string; hasTimeOfUse: boolean; since: Day }

export const enrollmentStatuses = ['unenrolled', 'enrolled', 'enrolledPending'] as const
export type EnrollmentStatus = (typeof enrollmentStatuses)[number]

/** An option of a rate, such as CARE or Medical Baseline. */
export type RateOption = { riderType: string; enrollmentStatus: EnrollmentStatus; effectiveDate: Day }

/** The four dates of a demand-response program. */
export const programDateKinds = ['enrolled', 'unenrolled', 'earliestExit', 'earliestFreeExit'] as const
export type ProgramDateKind = (typeof programDateKinds)[number]
export type DemandResponse = {
  programName: string
  enrollmentStatus: EnrollmentStatus
  programDescription: string | null
  programDates: { kind: ProgramDateKind; on: Day }[]
  capacityReservationLevel: { powerOfTenMultiplier: number; uom: number; value: number } | null
}

export type AgreementStatus = { kind: 'active' } | { kind: 'shutOff'; on: Day } | { kind: 'ended'; on: Day }

/** A service agreement: one commodity at one place, with one or several meters. */
export type Agreement = {
  id: UsagePointId
  /** The SA id of the bill; a meter swap or rate change gives a new one. */
  name: string
  customer: CustomerId
  commodity: Commodity
  customerClass: CustomerClass
  address: Address
  locationId: string
  serviceStart: Day
  status: AgreementStatus
  /** Days without service in the past: from the day it was shut off to that on which it went on. */
  shutOffs: { on: Day; until: Day }[]
  /** Only service that PG&E installed and reads may be shared. */
  readByUtility: boolean
  /** Those that were removed stay listed: their history does. */
  meters: MeterId[]
  rates: Rate[]
  options: RateOption[]
  standby: boolean
  voltage: 'secondary' | 'primary'
  supplier: string
  billedOnIntervals: boolean
  readCycle: string
  /** Day of the month on which bills end. */
  billDay: number
  demandResponse: DemandResponse[]
  outageBlock: string
}
