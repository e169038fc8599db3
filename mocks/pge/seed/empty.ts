import type { ClientId, State } from '../model/index.ts'

/** Share My Data before anyone has registered or moved in. */
export function emptyState(): State {
  return {
    you: '' as ClientId,
    names: { thirdParty: {}, customer: {}, agreement: {}, meter: {} },
    registrations: {},
    customers: {},
    agreements: {},
    meters: {},
    authorizations: {},
    codes: {},
    tokens: {},
    packages: {},
    corrections: {},
    sessions: {},
    decision: null,
    service: { status: 'up' },
    settings: {
      packagingDelay: 'PT30S',
      packageLife: 'P7D',
      dailyPackageAt: '21:00',
      publishAt: '20:00',
      certificateDelay: 'P3D',
    },
    dailyDue: null,
    index: {
      authorizationsOf: {},
      authorizationsBy: {},
      authorizationsOn: {},
      tokensOf: {},
      byRegistrationToken: {},
      byBulkId: {},
      byApplicationId: {},
      byDisplayName: {},
      byUsername: {},
      byAccountNumber: {},
      correctionsOf: {},
      changedOn: {},
    },
  }
}
