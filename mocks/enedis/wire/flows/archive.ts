import { encrypted, type Cipher } from '../../../../src/toolbox/aes.ts'
import { zipped } from '../../../../src/toolbox/zip.ts'
import type { Instant } from '../../model/index.ts'

/** A file as it is written before it is packed: text, or an archive itself. */
export type FlowFile = { name: string; text: string } | { name: string; bytes: Uint8Array }

/** How an archive leaves: encrypted, with a vector of its own for those that have one, or as it is. */
export type Sealing = { cipher: Cipher; iv: string } | null

const encoder = new TextEncoder()

/** An archive ready to be delivered: its files, stamped with the world's time in Paris, packed and encrypted. */
export function sealedArchive(
  files: readonly FlowFile[],
  { at, sealing }: { at: Instant; sealing: Sealing },
): Uint8Array {
  const packed = files.map((file) => ('bytes' in file ? file : { name: file.name, bytes: encoder.encode(file.text) }))
  const archive = zipped(packed, { at, zone: 'Europe/Paris' })
  return sealing === null ? archive : encrypted(archive, sealing.cipher, { iv: sealing.iv })
}
