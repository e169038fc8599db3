import { statSync } from 'node:fs'
import { resolve } from 'node:path'

/** Folders of the operator's, by the names that rooms look for. */
export type Folders = Readonly<Record<string, string>>

/** The whole path of each, so that nothing depends on where the process goes; one that is not there is a mistake. */
export function wholePaths(folders: Folders): Folders {
  return Object.fromEntries(Object.entries(folders).map(([name, path]) => [name, wholePath(path)]))
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
