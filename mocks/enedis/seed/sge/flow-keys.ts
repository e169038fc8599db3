import type { Credential } from '../../../../src/contract/provider.ts'
import { keyNumbered } from '../../domain/sge/files/keys.ts'
import type { ContratId } from '../../model/index.ts'

/**
 * The keys of a contract's files, as its party holds them: of both schemes, for a switch says which one is used, and the
 * next key ahead of the day on which it is. Source: ISSUES, keys of flows.
 */
export function flowKeysTold(contract: ContratId): Credential[] {
  const [now, next] = [1, 2].map((number) => keyNumbered(contract, number, { flowCipher: 'aes-256-own-iv' }))
  const former = keyNumbered(contract, 1, { flowCipher: 'aes-128-fixed-iv' })
  const iv = 'iv' in former ? former.iv : ''
  return [
    { variable: 'WATTPROOF_ENEDIS_FLOW_KEY', value: now?.key ?? '', says: 'key of files (AES-256, IV in front)' },
    { variable: 'WATTPROOF_ENEDIS_FLOW_KEY_NEXT', value: next?.key ?? '', says: 'the key to follow it' },
    { variable: 'WATTPROOF_ENEDIS_FLOW_KEY_128', value: former.key, says: 'key of files by the former scheme' },
    { variable: 'WATTPROOF_ENEDIS_FLOW_IV', value: iv, says: 'its initialisation vector' },
  ]
}
