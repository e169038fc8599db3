import { createHash } from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Scenario } from './scenario.ts'

/** A shipped story's text, and the id it was found by: together they decide what is read from it. */
type Told = { id: string; text: string }

/** Beside the build, which has read the stories so that a start need not; sources have no such folder. */
const besideBuild = fileURLToPath(new URL('./stories/', import.meta.url))

/** The story as it was read by the build; nothing if its text has changed since. */
export async function findPrepared(
  told: Told,
  { file, folder = besideBuild }: { file: string; folder?: string },
): Promise<Scenario | undefined> {
  const kept = await readFile(fileFor(told, folder), 'utf8').catch(() => undefined)
  if (kept === undefined) return undefined
  const scenario = JSON.parse(kept) as Scenario
  const steps = scenario.steps.map((step) => ({ ...step, place: { ...step.place, file } }))
  return { ...scenario, steps, file }
}

/** Keeps a story that was read and found sound. */
export async function keepPrepared(told: Told, scenario: Scenario, folder = besideBuild): Promise<void> {
  await mkdir(folder, { recursive: true })
  await writeFile(fileFor(told, folder), JSON.stringify(scenario))
}

function fileFor({ id, text }: Told, folder: string): string {
  return join(folder, `${createHash('sha256').update(`${id}\n${text}`).digest('hex').slice(0, 32)}.json`)
}
