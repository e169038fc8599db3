import { mkdtempSync, rmSync } from 'node:fs'
import { mkdir, readdir, readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A server that takes files, and the folder of this machine that they land in. */
export type FileServer = {
  port: number
  folder: string
  /** The address of its folder `in` for somebody, or for whoever it lets in. */
  address: (who?: string) => string
  close: () => Promise<void>
}

/** A folder with `in` in it, for a server to serve. */
export async function servedFolder(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'wattproof-served-'))
  await mkdir(join(folder, 'in'))
  return folder
}

export function forgetFolder(folder: string): void {
  rmSync(folder, { recursive: true, force: true })
}

/** The files that have landed, by name, as base64; what is on its way counts too. */
export async function landed({ folder }: { folder: string }): Promise<Record<string, string>> {
  const names = await readdir(join(folder, 'in'))
  const files = names.map(async (name) => [name, await readFile(join(folder, 'in', name), 'base64')] as const)
  return Object.fromEntries(await Promise.all(files))
}
