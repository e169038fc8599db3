import { createDecipheriv } from 'node:crypto'
import { unzipSync } from 'fflate'
import type { FileKey } from './setting.ts'
import { DamagedFile } from './trouble.ts'

const block = 16

/** Whether bytes begin as a zip archive does; what was decrypted with a wrong key does not. */
export function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] === 0x03 || bytes[2] === 0x05)
}

/**
 * Decrypts as far as that goes: a key of 256 bits has its vector in front of the file, one of 128 bits has one for good.
 * The padding is left for whoever knows that the file is whole.
 */
export function decrypted(bytes: Uint8Array, { key, iv }: FileKey): Uint8Array {
  const own = key.length === 64
  const vector = own ? bytes.subarray(0, block) : Buffer.from(iv ?? '', 'hex')
  const body = own ? bytes.subarray(block) : bytes
  if (vector.length !== block) return new Uint8Array()
  const whole = body.subarray(0, body.length - (body.length % block))
  const decipher = createDecipheriv(own ? 'aes-256-cbc' : 'aes-128-cbc', Buffer.from(key, 'hex'), vector)
  decipher.setAutoPadding(false)
  return new Uint8Array(Buffer.concat([decipher.update(whole), decipher.final()]))
}

/** What is left without its padding; a file that broke off has none. */
export function unpadded(bytes: Uint8Array): Uint8Array {
  const last = bytes.at(-1) ?? 0
  const isPadding = last >= 1 && last <= block && bytes.subarray(-last).every((byte) => byte === last)
  if (!isPadding) throw new DamagedFile('The file breaks off: its last block is not there.')
  return bytes.subarray(0, -last)
}

/** The files of an archive by their names. */
export function filesIn(archive: Uint8Array): { name: string; text: string }[] {
  try {
    const files = Object.entries(unzipSync(archive))
    return files.map(([name, bytes]) => ({ name, text: new TextDecoder().decode(bytes) }))
  } catch (error) {
    throw new DamagedFile(`The archive breaks off or is broken: ${error instanceof Error ? error.message : ''}`)
  }
}
