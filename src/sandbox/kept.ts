import type { DataFolder } from '../ground/store/index.ts'
import type { Played } from '../scenario/play.ts'
import type { Scenario } from '../scenario/scenario.ts'
import { startOf, type WorldOptions, type WorldState } from './world/index.ts'

type Wanted = { name: string; scenario: Scenario; seed: string | undefined }

/** The state of a world that outlives the process. One whose opening was cut short begins again: it was nobody's yet. */
export async function keptWorld(
  folder: DataFolder | undefined,
  { name, scenario, seed = scenario.seed }: Wanted,
): Promise<WorldOptions['kept']> {
  if (folder === undefined) return undefined
  const fresh = () => startOf(scenario, seed)
  const store = await folder.store<WorldState>(name, fresh)
  const kept = store.read(({ opened, scenario, seed }) => ({ opened, scenario, seed }))
  if (!kept.opened) store.replace(fresh())
  if (!kept.opened || (kept.scenario === scenario.id && kept.seed === seed)) return { store, folder }
  await store.close()
  const [has, asked] =
    kept.scenario === scenario.id ? [`has the seed ${kept.seed}`, seed] : [`plays ${kept.scenario}`, scenario.id]
  throw new RangeError(
    `The world "${name}" in ${folder.path} ${has}, not ${asked}: start it with that, choose another --world, or another folder.`,
  )
}

/** Where the opening of a world that outlived its process stopped. */
export function stoppedBefore({ steps }: Scenario): Played {
  const next = steps.findIndex(({ kind }) => kind === 'client')
  return next === -1 ? { stopped: 'at the end', next: steps.length } : { stopped: 'at a client step', next }
}
