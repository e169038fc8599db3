import type { PackageKind } from '../model/index.ts'

const preparedAt: Readonly<Record<PackageKind, string>> = {
  subscription: 'Subscription',
  bulk: 'Bulk',
  bulkCustomers: 'BulkRetailCustomerInfo',
  bulkPrograms: 'BulkRetailDRPrgInfo',
}

/** Where the resources stand, beginning with the address the client used. Source: PAGE, APIs; WIRE, links. */
export function addressesAt(origin: string) {
  const resource = `${origin}/GreenButtonConnect/espi/1_1/resource`
  const usagePoints = (subscription: string) => `${resource}/Subscription/${subscription}/UsagePoint`
  const usagePoint = (subscription: string, id: string) => `${usagePoints(subscription)}/${id}`
  return {
    resource,
    localTimes: `${resource}/LocalTimeParameters`,
    localTime: `${resource}/LocalTimeParameters/1`,
    programIds: `${resource}/ProgramIdMapping`,
    readingTypes: `${resource}/ReadingType`,
    readingType: (id: string) => `${resource}/ReadingType/${id}`,
    subscription: (id: string) => `${resource}/Subscription/${id}`,
    usagePoints,
    usagePoint,
    bulk: (bulkId: string) => `${resource}/Batch/Bulk/${bulkId}`,
    /** A prepared package, whatever it holds. Source: PAGE, notifications. */
    prepared: (kind: PackageKind, id: string, correlationId: string) =>
      `${resource}/Batch/${preparedAt[kind]}/${id}?correlationID=${correlationId}`,
    retailCustomer: (id: string) => `${resource}/Batch/RetailCustomer/${id}`,
    customers: (id: string) => `${resource}/RetailCustomer/${id}/Customer`,
    authorizations: `${resource}/Authorization`,
    authorization: (id: string) => `${resource}/Authorization/${id}`,
    applications: `${resource}/ApplicationInformation`,
    application: (id: string) => `${resource}/ApplicationInformation/${id}`,
  }
}
export type Addresses = ReturnType<typeof addressesAt>
