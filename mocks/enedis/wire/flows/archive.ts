import { encrypted, type Cipher } from '../../../../src/toolbox/aes.ts'
import { zipped } from '../../../../src/toolbox/zip.ts'
import type { Instant } from '../../model/index.ts'

/** A file as it is written before it is packed. */
export type FlowFile = { name: string; text: string }

/** How an archive leaves: encrypted, with a vector of its own for those that have one, or as it is. */
export type Sealing = { cipher: Cipher; iv: string } | null

/** An archive ready to be delivered: its files, stamped with the world's time in Paris, packed and encrypted. */
export function sealedArchive(
  files: readonly FlowFile[],
  { at, sealing }: { at: Instant; sealing: Sealing },
): Uint8Array {
  const packed = files.map(({ name, text }) => ({ name, bytes: new TextEncoder().encode(text) }))
  const archive = zipped(packed, { at, zone: 'Europe/Paris' })
  return sealing === null ? archive : encrypted(archive, sealing.cipher, { iv: sealing.iv })
}
