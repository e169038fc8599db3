import type { RefusalEntry } from '../../../src/contract/refusal.ts'

/**
 * In which voice a refusal is told. `api` is Data Connect's own, which differs by generation; `fault` and `gateway` are
 * those of the gateway before it; `throttled` has four forms; `oauth` is that of tokens and `direct` of the consent
 * page, in JSON; `page` is an HTML page, `redirect` a 302 whose `location` the door adds, `nested` an object in error,
 * `bare` a status without a body, `sge` a fault of SOAP.
 */
export type Shape =
  | 'api'
  | 'services'
  | 'fault'
  | 'gateway'
  | 'throttled'
  | 'oauth'
  | 'direct'
  | 'page'
  | 'redirect'
  | 'nested'
  | 'bare'
  | 'sge'

/** A refusal with what its spelling depends on: which voice, and how French says it where there is a text. */
export type Entry = RefusalEntry<never> & { shape: Shape; french?: string; documentedCode?: string }
