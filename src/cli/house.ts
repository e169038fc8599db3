import { providers } from '../../mocks/index.ts'
import type { ClockMode } from '../ground/clock.ts'
import type { OwnNames } from '../sandbox/addresses.ts'
import { addedTo } from '../sandbox/client-variables.ts'
import { openControl, type OpenControl } from '../sandbox/control/index.ts'
import { useLightResponses } from '../sandbox/listen/index.ts'
import { Sandbox } from '../sandbox/sandbox.ts'
import type { World } from '../sandbox/world/index.ts'
import type { Scenario } from '../scenario/scenario.ts'
import { shelf } from './shelf.ts'
import { version } from './version.ts'

/** What a command asks of a sandbox of its own. */
export type HouseOptions = {
  scenario: Scenario
  world: string
  /** 0 takes whatever ports are free. */
  portBase: number
  mode: ClockMode
  seed?: string | undefined
  pace?: number | undefined
  data?: string | undefined
  /** Where the client under test listens. */
  clientUrl?: string | undefined
  /** Folder for files that providers deliver. */
  deposits?: string | undefined
  /** Private key for SFTP servers of the operator's. */
  sftpKey?: string | undefined
  /** Folders that rooms read, by the names they look for. */
  folders?: Readonly<Record<string, string>> | undefined
  /** File that gets every journal entry. */
  journal?: string | undefined
  hosts?: readonly string[] | undefined
  ownNames?: OwnNames | undefined
}

/** A sandbox with one world and its control port, all in this process. */
export type OpenHouse = { sandbox: Sandbox; world: World; control: OpenControl; stop: () => Promise<void> }

/** Opens everything a command needs of a sandbox of its own; what has been opened is closed when the rest fails. */
export async function openHouse(asked: HouseOptions): Promise<OpenHouse> {
  const { scenario, portBase, data, hosts, ownNames, sftpKey, folders, ...options } = asked
  useLightResponses()
  const sandbox = await Sandbox.start({
    cards: providers,
    ...{ portBase, ownNames, sftpKey, folders },
    ...(data !== undefined && { data }),
    ...(hosts && { hosts }),
  })
  const control = openControl({
    ...{ sandbox, shelf, version: version(), port: portBase, hosts },
    token: process.env['WATTPROOF_CONTROL_TOKEN'],
    onDefect: (error) => console.error('Wattproof met a defect of its own. Please report it:', error),
  })
  const stop = async () => {
    await control.then(({ close }) => close()).catch(() => undefined)
    await sandbox.stop()
  }
  try {
    const [world, opened] = await Promise.all([openWorld(sandbox, scenario, options), control])
    return { sandbox, world, control: opened, stop }
  } catch (error) {
    await stop()
    throw error
  }
}

type WorldAsked = Omit<HouseOptions, 'scenario' | 'portBase' | 'data' | 'hosts' | 'ownNames' | 'sftpKey' | 'folders'>

async function openWorld(
  sandbox: Sandbox,
  scenario: Scenario,
  { world: name, mode, seed, pace, journal, clientUrl, deposits }: WorldAsked,
) {
  const world = await sandbox.create(name, {
    ...{ scenario, mode, clientUrl, deposits },
    ...(seed !== undefined && { seed }),
    ...(pace !== undefined && { pace }),
    ...(journal !== undefined && { journal: { file: journal } }),
  })
  await sandbox.addresses(name)
  return world
}

/** What the client under test is told of a house: as `wattproof env` prints it, and what time and pace it lives in. */
export async function environmentOf({ sandbox, world, control }: OpenHouse): Promise<Record<string, string>> {
  const { name } = world
  const variables = [...(await sandbox.credentials(name)), ...(await sandbox.proxyVariables(name))]
  return {
    ...addedTo(process.env, variables),
    WATTPROOF_CONTROL_URL: control.address,
    WATTPROOF_WORLD: name,
    WATTPROOF_NOW: world.clock.now(),
    WATTPROOF_PACE: String(world.pace),
    ...(control.token !== null && { WATTPROOF_CONTROL_TOKEN: control.token }),
  }
}
