import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** A place to keep memory in: a file, of which a whole one is there at every moment, or nothing but this process. */
export type Keeper<Memory> = { memory: Memory; save(): void }

/** Opens what a client remembered in a folder under its name, or an empty memory; without a folder it forgets. */
export function openKeeper<Memory>(
  stateDir: string | undefined,
  { name, empty }: { name: string; empty: () => Memory },
): Keeper<Memory> {
  if (stateDir === undefined) return { memory: empty(), save: () => undefined }
  const file = join(stateDir, `${name}.json`)
  const next = `${file}.new`
  // The old file goes when the new one is whole, so one of the two always is. Put in its place in one step, some file
  // systems would write it to the disk first, and every save would wait for that.
  const memory = read<Memory>(file) ?? read<Memory>(next) ?? empty()
  const save = () => {
    mkdirSync(stateDir, { recursive: true })
    writeFileSync(next, JSON.stringify(memory))
    rmSync(file, { force: true })
    renameSync(next, file)
  }
  return { memory, save }
}

/** Nothing, where there is no such file, or where the very first was cut short. */
function read<Memory>(file: string): Memory | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Memory
  } catch {
    return undefined
  }
}
