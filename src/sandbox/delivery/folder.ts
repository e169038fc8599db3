import { lstat, mkdir, realpath, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { FileDelivery } from '../../contract/notice.ts'
import { failed, type Attempted, type Sending } from './sending.ts'

/** Puts a file below its provider's folder, where it appears at once and whole. */
export async function putInFolder({ to, delivery, deposits }: Sending<FileDelivery>): Promise<Attempted> {
  const wanted = folderIn(to)
  if (deposits === null || isAstray(wanted)) return failed(leadsOut(wanted))
  try {
    const folder = await folderBelow(deposits.root, [deposits.provider, ...wanted.split('/')])
    if (folder === undefined) return failed(leadsOut(wanted))
    await writeWhole(folder, delivery)
    return { outcome: 'delivered' }
  } catch (error) {
    const { code = 'unknown' } = error as NodeJS.ErrnoException
    return failed(`The file could not be written into "${wanted}" (${code}): see that the folder may be written to.`)
  }
}

/** The part of `folder:<path>` that says which folder; nothing for the provider's own. */
export function folderIn(to: string): string {
  return to.replace(/^folder:/i, '')
}

function isAstray(path: string): boolean {
  return /^\/|\\|\u0000|^[a-z]:/i.test(path) || path.split('/').includes('..')
}

function leadsOut(path: string): string {
  return `The file was not written: "${path}" leads out of the folder for deposits. Give a relative path below it, without links.`
}

/** Walks down by real folders only, making those that are not there; nothing where a link leads elsewhere. */
async function folderBelow(root: string, path: readonly string[]): Promise<string | undefined> {
  let folder = await realpath(root)
  for (const name of path.filter((one) => one !== '' && one !== '.')) {
    folder = join(folder, name)
    await mkdir(folder).catch(unlessThere)
    if (!(await lstat(folder)).isDirectory()) return undefined
  }
  return folder
}

function unlessThere(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EEXIST') throw error
}

/** Under a name that nobody looks for until all of it is there. */
async function writeWhole(folder: string, { file, bytes }: FileDelivery): Promise<void> {
  const half = join(folder, halfName(file))
  await rm(half, { force: true })
  try {
    await writeFile(half, bytes, { flag: 'wx' })
    await rename(half, join(folder, file))
  } catch (error) {
    await rm(half, { force: true })
    throw error
  }
}

/** What a file is called while it is on its way. */
export function halfName(file: string): string {
  return `.${file}.part`
}
