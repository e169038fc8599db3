import { readFileSync } from 'node:fs'
import { link, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { DataError, codeOf, reasonOf } from './data-error.ts'

/** Who holds a folder; `started` tells a process from a later one that was given the same pid, where the system can. */
type Holder = { pid: number; started?: string }

const heldHere = new Set<string>()

/** Claims a folder for this process by a file that names it; the claim of a process that has died is taken over. */
export async function takeLock(folder: string, path: string): Promise<() => Promise<void>> {
  const mine = `${path}.${process.pid}`
  const claimed = JSON.stringify(holderOf(process.pid))
  try {
    await writeFile(mine, claimed)
    await claim(folder, path, mine)
  } catch (error) {
    throw error instanceof DataError ? error : unusable(folder, error)
  } finally {
    await rm(mine, { force: true }).catch(() => {})
  }
  heldHere.add(path)
  return async () => {
    heldHere.delete(path)
    const found = await readFile(path, 'utf8').catch(() => undefined)
    if (found === claimed) await rm(path, { force: true })
  }
}

/** A link appears whole or not at all: nobody ever reads a lock that is still being written. */
async function claim(folder: string, path: string, mine: string): Promise<void> {
  for (;;) {
    try {
      return await link(mine, path)
    } catch (error) {
      if (codeOf(error) !== 'EEXIST') throw error
    }
    const found = await readFile(path, 'utf8').catch(() => undefined)
    if (found === undefined) continue // released meanwhile
    const holder = parseHolder(found)
    if (holder && isAlive(holder, path)) throw inUse(folder, path, holder)
    await takeAway(path, `${mine}.stale`, found)
  }
}

/** Of two processes that find the same dead claim, only one may take it away, and neither may take the other's. */
async function takeAway(path: string, aside: string, expected: string): Promise<void> {
  await rename(path, aside).catch((error: unknown) => {
    if (codeOf(error) !== 'ENOENT') throw error
  })
  const taken = await readFile(aside, 'utf8').catch(() => undefined)
  if (taken !== undefined && taken !== expected) await link(aside, path).catch(() => {})
  await rm(aside, { force: true })
}

function parseHolder(text: string): Holder | undefined {
  try {
    const holder = JSON.parse(text) as Partial<Holder> | null
    return typeof holder?.pid === 'number' ? (holder as Holder) : undefined
  } catch {
    return undefined
  }
}

function isAlive(holder: Holder, path: string): boolean {
  const now = holderOf(holder.pid)
  if (now.started !== holder.started) return false
  if (holder.pid === process.pid) return now.started !== undefined || heldHere.has(path)
  try {
    process.kill(holder.pid, 0)
    return true
  } catch (error) {
    return codeOf(error) === 'EPERM' // alive, and somebody else's
  }
}

/** In a container the same few pids come back after every start, so on Linux the start time counts as well. */
function holderOf(pid: number): Holder {
  try {
    const afterName = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)
    const started = afterName?.split(' ')[19]
    return started === undefined ? { pid } : { pid, started }
  } catch {
    return { pid }
  }
}

function inUse(folder: string, path: string, { pid }: Holder): DataError {
  const who = pid === process.pid ? 'this very process' : `another one (process ${pid})`
  return new DataError(
    `Could not open the data folder ${folder}: ${who} is using it. ` +
      `Stop that one or choose another folder; if it is no wattproof, remove ${path}.`,
  )
}

export function unusable(folder: string, error: unknown): DataError {
  const remedy = 'Choose a folder that you may read and write.'
  return new DataError(`Could not open the data folder ${folder}: ${reasonOf(error)}. ${remedy}`)
}
