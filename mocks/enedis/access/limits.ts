import type { Limit } from '../../../src/contract/limit.ts'

const enforced = {
  mode: 'enforce',
  refusal: 'throttled',
  retryAfter: false,
  per: 'group',
  basis: 'documented',
} as const

/**
 * How much Enedis allows an entity, all its applications together: v4 and v5 as one, the APIs of 2026 each by itself.
 * A 429 never says in a header when to come back. Source: FAQ and SWAGGER, quotas; ISSUES, no Retry-After was seen.
 */
export const limits = {
  v5PerSecond: {
    ...enforced,
    window: 'PT1S',
    allowance: 5,
    source: 'FAQ, 5 calls a second for each beneficiary',
  },
  v5PerHour: {
    ...enforced,
    window: 'PT1H',
    allowance: 10_000,
    source: 'FAQ, 10,000 calls an hour for each beneficiary',
  },
  v2PerSecond: {
    ...enforced,
    window: 'PT1S',
    allowance: 5,
    source: 'SWAGGER, 2026: 5 calls a second for each API; that the beneficiary is counted is inferred',
  },
  v2PerHour: {
    ...enforced,
    window: 'PT1H',
    allowance: 1000,
    source: 'SWAGGER, 2026: 1,000 calls an hour for each API; that the beneficiary is counted is inferred',
  },
  /** Clients are known to call faster, and what becomes of them is not public: it is observed. */
  sgePerSecond: {
    window: 'PT1S',
    allowance: 1,
    mode: 'observe',
    refusal: 'sgeTooManyCalls',
    retryAfter: false,
    per: 'group',
    basis: 'observed',
    source: 'SGECLIENT, one call a second in homologation, by which a client limits itself',
  },
} as const satisfies Record<string, Limit>
