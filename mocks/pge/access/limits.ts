import type { Limit } from '../../../src/contract/limit.ts'

const observed = { mode: 'observe', refusal: 'tooManyRequests', retryAfter: false, basis: 'documented' } as const

/**
 * How much PG&E allows. Whether it refuses is not known and real clients are known to exceed it, so it is observed;
 * a scenario may enforce it. That pages do not count, and that the hour slides, is inferred.
 */
export const limits = {
  perSecond: {
    ...observed,
    window: 'PT1S',
    allowance: 1,
    per: 'group',
    source: 'PAGE, limits: one request a second for each vendor, all its client ids together',
  },
  perHour: {
    ...observed,
    window: 'PT1H',
    allowance: 2000,
    slides: true,
    source: 'PAGE, limits: 2,000 requests an hour for each client id',
  },
  perDay: {
    ...observed,
    window: 'P1D',
    allowance: 20_000,
    resets: { at: '17:00', zone: 'America/Los_Angeles' },
    source: 'PAGE, limits: 20,000 requests in 24 hours for each client id, anew at 17:00 Pacific',
  },
} as const satisfies Record<string, Limit>
