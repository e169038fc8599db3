import type { Profile } from '../../run.ts'
import { checks } from './index.ts'

const stories = [
  'direct-share',
  'pending-shares',
  'terms-and-custom-fields',
  'meter-accepted-first',
  'property-at-none',
  'unsupported-meter-type',
  'mixed-levels',
  'new-meter',
  'many-pending',
  'forward-connected',
  'upstream-sharing-unconnected',
  'forward-property-accepted',
  'forward-meter-accepted',
  'forward-refused',
  'forward-share-refused',
  'forward-turned-down',
  'forward-meters-turned-down',
  'forward-without-right',
  'access-cut-to-read',
  'access-cut-by-stranger',
  'access-cut-before-month-end',
  'access-removed',
  'meter-deleted',
  'transfer-staff-change',
  'transfer-unconnected',
  'transfer-asks-for-connection',
  'transfer-postponed',
  'transfer-removes-provider',
  'customer-disconnects',
  'disconnected-keeping-shares',
  'disconnected-removing-shares',
  'meters-given-back',
  'property-given-back',
  'many-readings',
  'readings-corrected',
  'meter-not-associated',
  'rate-limited',
  'rate-limited-without-a-word',
  'notifications-lost',
  'run-cut-short',
  'acceptance-lost',
  'upload-lost',
  'bad-gateway',
]

/** Clients that exchange data with customers of ENERGY STAR Portfolio Manager. */
export const portfolioManager: Omit<Profile, 'requirements'> = {
  id: 'portfolio-manager',
  title: 'ENERGY STAR Portfolio Manager, exchange of data',
  provider: 'portfolioManager',
  scenarios: stories.map(idOf),
  asks: {
    sync: 'the usual work of a session: notifications, pending connections and shares, then data',
    rejectConnections: 'turn down every request for a connection that waits',
    rejectMeters: 'turn down every meter share that waits, and nothing else',
    unshareMeters: 'give back every meter you hold, with a note, and keep the properties',
    unshareProperties: 'give back every property you hold with its meters, with a note',
    disconnect: 'end the connection with every customer, and what they shared',
    disconnectKeepingShares: 'end the connection with every customer, and keep what they shared',
    correctReadings: 'take out the readings of last year that you sent, and send them anew',
  },
  checks,
  traits: {
    verifiesOwners: {
      says: 'exchanges data only with owners who have connected themselves, and stops when a property is sold',
      scenarios: stories.filter((story) => /^(upstream|transfer|customer)-/.test(story)).map(idOf),
    },
  },
}

function idOf(story: string): string {
  return `portfolio-manager/${story}`
}
