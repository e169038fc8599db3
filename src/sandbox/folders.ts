import { statSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { camelCase, type Card } from '../contract/provider.ts'
import type { Scenario } from '../scenario/scenario.ts'

/** Folders of the operator's, by the names that rooms look for. */
export type Folders = Readonly<Record<string, string>>

/** The whole path of each, so that nothing depends on where the process goes; one that is not there is a mistake. */
export function wholePaths(folders: Folders): Folders {
  return Object.fromEntries(Object.entries(folders).map(([name, path]) => [name, wholePath(path)]))
}

/** Makes the folder for files that clients are sent, and one in it for each provider that plays a part. */
export async function depositsFor(
  path: string | undefined,
  cards: readonly Card[],
  { given }: Scenario,
): Promise<string | undefined> {
  if (path === undefined) return undefined
  const playing = cards.filter(({ id }) => camelCase(id) in given)
  try {
    await mkdir(path, { recursive: true })
    for (const { id } of playing) await mkdir(join(path, id), { recursive: true })
    return resolve(path)
  } catch (error) {
    const { code = 'unknown' } = error as NodeJS.ErrnoException
    throw new RangeError(`Files cannot be put into ${path} (${code}): name a folder that may be written to.`)
  }
}

function wholePath(path: string): string {
  if (isFolder(path)) return resolve(path)
  throw new RangeError(`${path} could not be used: there is no such folder. Name one that is there.`)
}

function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory()
  } catch {
    return false
  }
}
