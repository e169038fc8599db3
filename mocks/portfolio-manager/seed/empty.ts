import type { AccountId, State } from '../model/index.ts'

/** Portfolio Manager before anyone has an account there. */
export function emptyState(): State {
  return {
    you: '' as AccountId,
    names: { account: {}, property: {}, meter: {} },
    service: { down: false, propagationDelay: 'PT0S' },
    accounts: {},
    properties: {},
    meters: {},
    consumption: {},
    deliveries: {},
    connections: {},
    propertyShares: {},
    meterShares: {},
    customerShares: {},
    notifications: {},
    transfers: {},
    index: {
      accountByUsername: {},
      providers: {},
      propertiesOf: {},
      metersOf: {},
      consumptionOf: {},
      customersOf: {},
      askedBy: {},
      pending: {},
      active: {},
      pendingOf: {},
      activeOf: {},
      sharedMetersOf: {},
      providersOfProperty: {},
      providersOfMeter: {},
      givenTo: {},
      propertiesGiven: {},
      transferOf: {},
      transfersTo: {},
      unread: {},
      noticed: {},
    },
  }
}
