import { chance } from '../../../../src/ground/ids.ts'
import type { FlowSettings } from '../../dialect/flows.ts'

/** A key that files are encrypted with, in hexadecimal. */
export type FlowCipher =
  { scheme: 'aes-128-fixed-iv'; key: string; iv: string } | { scheme: 'aes-256-own-iv'; key: string }

/**
 * The nth key of a seed, which its recipient would get by mail: the key file and, of the former scheme, the password
 * file that holds the vector. Source: ISSUES, keys of flows; CLIENT, both schemes.
 */
export function flowKey(
  number: number,
  { seed, flowCipher }: { seed: string } & Pick<FlowSettings, 'flowCipher'>,
): FlowCipher {
  const hex = (bytes: number, what: string) => hexOf(bytes, seed, `${what} of flow key ${number}`)
  if (flowCipher === 'aes-256-own-iv') return { scheme: flowCipher, key: hex(32, 'key') }
  return { scheme: flowCipher, key: hex(16, 'key'), iv: hex(16, 'vector') }
}

/** The vector of a file's own, which differs from file to file and not from run to run. */
export function vectorOf(archive: string, seed: string): string {
  return hexOf(16, seed, `vector of ${archive}`)
}

function hexOf(bytes: number, seed: string, about: string): string {
  const byte = (at: number) => Math.floor(chance(seed, about, at) * 256)
  return Array.from({ length: bytes }, (_, at) => byte(at).toString(16).padStart(2, '0')).join('')
}
