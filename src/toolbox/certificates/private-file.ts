import { chmodSync, mkdirSync } from 'node:fs'
import { rename, writeFile } from 'node:fs/promises'

/** Writes a file so that a reader finds the old one or the new one, never half of one, and nobody else may read it. */
export async function writePrivate(file: string, text: string | Uint8Array): Promise<void> {
  await writeFile(`${file}.new`, text, { mode: 0o600 })
  await rename(`${file}.new`, file)
}

/** Makes a folder, or takes one that is there, for the user only. */
export function privateFolder(path: string): string {
  mkdirSync(path, { recursive: true, mode: 0o700 })
  chmodSync(path, 0o700)
  return path
}
