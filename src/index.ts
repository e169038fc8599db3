import { providers, type Doors } from '../mocks/index.ts'
import type { ClockMode } from './ground/clock.ts'
import type { JournalOptions } from './ground/journal/index.ts'
import { HeldWorld } from './sandbox/held-world.ts'
import { Sandbox } from './sandbox/sandbox.ts'
import { loadShipped } from './scenario/load.ts'
import type { Scenario } from './scenario/scenario.ts'

export { NotDone, HeldWorld } from './sandbox/held-world.ts'
export type { Visit } from './sandbox/browser.ts'
export { play, type Played } from './scenario/play.ts'
export { packageRoot } from './scenario/root.ts'
export { ScenarioError } from './scenario/scenario.ts'
export type { Scenario } from './scenario/scenario.ts'
export type * from './ground/journal/index.ts'
export { Chronicle, Query, SentChronicle, SpillFile } from './ground/journal/index.ts'
export { revertPatches, type Patch } from './ground/store/index.ts'
export type { Doors } from '../mocks/index.ts'

/** What a sandbox, or one more world in it, is to be like. */
export type StartOptions = {
  /** Id of a shipped scenario, path of a file, or a scenario already loaded. */
  scenario: string | Scenario
  /** First of the sandbox's ports; 0, the default, takes whatever is free. */
  portBase?: number
  clock?: ClockMode
  seed?: string
  /** How many times shorter pauses are than they say: for Retry-After and faults that wait. */
  pace?: number
  /** Where the client under test listens, on this machine: redirects and notices go there. */
  clientUrl?: string
  /** Folder for a world that outlives the process. */
  data?: string
  /** How much of what happens is kept, and where. */
  journal?: JournalOptions
  /** Hosts beyond this machine that notices may be delivered to, by name; none when left out. */
  deliverTo?: readonly string[]
  /** File with the private key that opens SFTP servers where an address of yours has no password. */
  sftpKey?: string
  /** Folder for files that providers deliver, each into its own below it; they stay in the outbox when left out. */
  deposits?: string
  /** Folders of yours that providers may read, by name, such as `sgeSchemas`. */
  folders?: Readonly<Record<string, string>>
  /** Opens a proxy for clients that have providers' own host names written into them; `env()` leads them there. */
  proxy?: boolean
}

/** Reads and checks a scenario by its id (`portfolio-manager/pending-shares`) or path (`./my.yaml`). */
export function loadScenario(idOrPath: string): Promise<Scenario> {
  return loadShipped(idOrPath, { cards: providers })
}

/** Starts a sandbox with one world, its clock frozen, played to the first thing the client is asked to do. */
export async function startSandbox({
  portBase = 0,
  data,
  deliverTo,
  sftpKey,
  folders,
  proxy,
  ...world
}: StartOptions): Promise<HeldWorld<Doors>> {
  const sandbox = await Sandbox.start({
    cards: providers,
    portBase,
    ...(data !== undefined && { data }),
    ...(deliverTo && { deliverTo }),
    ...{ folders, sftpKey },
    ...(proxy && { ownNames: { proxy } }),
  })
  try {
    return await createWorld({ sandbox }, 'default', world)
  } catch (error) {
    // Nobody has been handed this sandbox to stop it, and it holds the folder.
    await sandbox.stop()
    throw error
  }
}

/** Makes one more world in a sandbox that runs: its own state, time, journal and addresses. */
export async function createWorld(
  { sandbox }: { sandbox: Sandbox } | HeldWorld<Doors>,
  name: string,
  {
    scenario,
    clock = 'frozen',
    ...options
  }: Omit<StartOptions, 'portBase' | 'data' | 'deliverTo' | 'sftpKey' | 'folders' | 'proxy'>,
): Promise<HeldWorld<Doors>> {
  const story = typeof scenario === 'string' ? await loadScenario(scenario) : scenario
  return new HeldWorld<Doors>(sandbox, await sandbox.create(name, { scenario: story, mode: clock, ...options }))
}
