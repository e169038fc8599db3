import type { ClientId, State } from '../model/index.ts'

/** Enedis before anyone has subscribed or moved in. */
export function emptyState(): State {
  return {
    you: '' as ClientId,
    names: { application: {}, customer: {}, usagePoint: {} },
    logins: {},
    entities: {},
    applications: {},
    customers: {},
    usagePoints: {},
    readingChanges: {},
    consents: {},
    codes: {},
    tokens: {},
    sessions: {},
    decision: null,
    service: { generations: { v4: false, v5: false, v2: false }, troubles: {} },
    settings: { revocationDelay: 'PT0S', consentDelay: 'PT0S', servicesDelay: 'PT0S', publishAt: '08:00' },
    index: {
      usagePointsOf: {},
      changesOf: {},
      consentsOn: {},
      consentsOf: {},
      consentsBy: {},
      byAuthorisation: {},
      byUsername: {},
    },
  }
}
