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
    if ((await readClaim(path)) === claimed) await rm(path, { force: true })
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
    const found = await readClaim(path)
    if (found === undefined) continue // released meanwhile
    const holder = parseHolder(found)
    if (!holder)
      throw new DataError(`Could not open the data folder ${folder}: ${path} is no lock of ours. Move it away.`)
    if (isAlive(holder, path)) throw inUse(folder, path, holder)
    await takeAway(path, `${mine}.stale`, found)
  }
}

/** Of two processes that find the same dead claim, only one may take it away, and neither may take the other's. */
async function takeAway(path: string, aside: string, expected: string): Promise<void> {
  await rename(path, aside).catch(unlessMissing)
  const taken = await readClaim(aside)
  if (taken !== undefined && taken !== expected) await link(aside, path).catch(() => {})
  await rm(aside, { force: true })
}

function readClaim(path: string): Promise<string | undefined> {
  return readFile(path, 'utf8').catch(unlessMissing)
}

function unlessMissing(error: unknown): undefined {
  if (codeOf(error) !== 'ENOENT') throw error
}

function parseHolder(text: string): Holder | undefined {
  try {
    const holder = JSON.parse(text) as Partial<Holder> | null
    return typeof holder?.pid === 'number' ? (holder as Holder) : undefined
  } catch {
    return undefined
  }
}

/** In a container the same few pids come back after every start, so where the system tells, the start time counts. */
function isAlive({ pid, started }: Holder, path: string): boolean {
  const now = statusOf(pid)
  if (now && (now.isDead || (started !== undefined && now.started !== started))) return false
  if (pid === process.pid && started === undefined) return heldHere.has(path)
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return codeOf(error) === 'EPERM' // alive, and somebody else's
  }
}

function holderOf(pid: number): Holder {
  const status = statusOf(pid)
  return status ? { pid, started: status.started } : { pid }
}

/** What Linux tells of a process; one that was killed and not yet buried by its parent counts as dead. */
function statusOf(pid: number): { isDead: boolean; started: string } | undefined {
  try {
    const afterName = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? []
    return { isDead: 'ZX'.includes(afterName[0] ?? 'X'), started: afterName[19] ?? '' }
  } catch {
    return undefined
  }
}

function inUse(folder: string, path: string, { pid }: Holder): DataError {
  const who = pid === process.pid ? 'this very process' : `another one (process ${pid})`
  return new DataError(
    `Could not open the data folder ${folder}: ${who} is using it. ` +
      `Stop that one or choose another folder; if it is no wattproof, remove ${path}.`,
  )
}

/** Says that a folder cannot be read or written at all. */
export function unusable(folder: string, error: unknown): DataError {
  const remedy = 'Choose a folder that you may read and write.'
  return new DataError(`Could not open the data folder ${folder}: ${reasonOf(error)}. ${remedy}`)
}
