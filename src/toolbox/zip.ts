import { unzipSync, zipSync, type Zippable } from 'fflate'
import { inZone } from './calendar.ts'

/** A file in an archive. */
export type Packed = { name: string; bytes: Uint8Array }

/**
 * A zip archive of files in the order given, stamped with an instant as a clock in that zone shows it: zip knows no
 * zones. The same files give the same bytes on every machine, which zlib of the platform would not promise.
 */
export function zipped(files: readonly Packed[], { at, zone }: { at: string; zone: string }): Uint8Array {
  const mtime = asShown(at, zone)
  const tree: Zippable = {}
  for (const { name, bytes } of files) {
    if (name in tree) throw new Error(`The archive cannot be packed: ${name} is in it twice. Number its files.`)
    tree[name] = bytes
  }
  return zipSync(tree, { mtime, level: 6, os: 0 })
}

/** The library reads a date by the machine's clock, so it is given one that this clock shows as meant. */
function asShown(instant: string, zone: string): Date {
  const [year, month, day, hour, minute, second] = inZone(instant, zone, { milliseconds: false })
    .slice(0, 19)
    .split(/[-T:]/)
    .map(Number) as [number, number, number, number, number, number]
  if (year < 1980 || year > 2099)
    throw new RangeError(`A zip archive cannot be of ${instant}: its years begin in 1980.`)
  return new Date(year, month - 1, day, hour, minute, second)
}

/** The files of an archive, in its order. */
export function unzipped(archive: Uint8Array): Packed[] {
  return Object.entries(unzipSync(archive)).map(([name, bytes]) => ({ name, bytes }))
}

/** Whether bytes begin as a zip archive does; what was decrypted with a wrong key does not. */
export function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] === 0x03 || bytes[2] === 0x05)
}
