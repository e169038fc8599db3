import type { Command } from 'commander'
import { printBanner } from './banner.ts'
import { UsageError } from './errors.ts'
import { entryLines } from './entry-line.ts'
import { openHouse, type OpenHouse } from './house.ts'
import { positive, usualPortBase, type Where } from './options.ts'
import { addFolders, roomFolders, type FoldersAsked } from './folders.ts'
import { addOwnNames, ownNamesOf, type OwnNamesAsked } from './own-names.ts'
import { shelf } from './shelf.ts'
import { listenForEnd } from './signals.ts'
import { say, sayInTurns } from './terminal.ts'

const usual = 'portfolio-manager/pending-shares'

const examples = `
Examples:
  $ wattproof up                               ${usual}
  $ wattproof up portfolio-manager/transfer-unconnected
  $ wattproof up ./my-story.yaml --frozen      your own story; time stands still until you move it
  $ wattproof up --data ./sandbox              goes on where it stopped the last time
  $ wattproof up --port-base 4800              beside another sandbox
  $ wattproof up --deposits ./in               puts files that a provider delivers into folders there
  $ wattproof up --proxy                       for a client that has a provider’s host name written into it

The story is played to the point where your client has its turn. Go on from there with your client, and with
"wattproof do" and "wattproof clock" in another terminal. Ctrl-C ends it.`

type Options = Where &
  OwnNamesAsked &
  FoldersAsked & {
    frozen?: true
    speed?: number
    data?: string
    seed?: string
    pace?: number
    journal?: string
    host?: string[]
  }

export function define(command: Command): void {
  addFolders(addOwnNames(command))
    .description('Starts a sandbox with a story, prints addresses and logins, and shows every call as it happens.')
    .argument('[scenario]', 'id of a story ("wattproof scenarios list"), or a file of your own', usual)
    .option('--frozen', 'time stands still until you move it; it flows otherwise')
    .option('--speed <times>', 'time flows so many times as fast', positive)
    .option('--data <dir>', 'keep the world in this folder, and go on from there the next time')
    .option('--seed <seed>', 'decides ids and chance; the story’s own when left out')
    .option('--pace <times>', 'make pauses, such as Retry-After, so many times shorter', positive)
    .option('--journal <file>', 'write every journal entry to this file too, a JSON object a line')
    .option(
      '--host <address>',
      'listen there instead of loopback (may be repeated); control then wants a token',
      collect,
    )
    .addHelpText('after', examples)
    .action((scenario: string, options: Options) => up(scenario, options))
}

async function up(
  idOrPath: string,
  { frozen, speed, host, portBase = usualPortBase, proxy, hosts, hostsAt, sgeSchemas, ...options }: Options,
): Promise<void> {
  if (frozen && speed !== undefined) throw new UsageError('Time passes in one way: choose one of --frozen and --speed.')
  const end = listenForEnd()
  const scenario = await shelf.load(idOrPath)
  const mode = frozen ? 'frozen' : speed === undefined ? 'flowing' : { scaled: speed }
  const ownNames = ownNamesOf({ proxy, hosts, hostsAt })
  const folders = roomFolders({ sgeSchemas })
  const house = await openHouse({ scenario, portBase, mode, hosts: host, ownNames, folders, ...options })
  try {
    await Promise.race([end.next, printBanner(house, ownNames).then(() => follow(house))])
    await end.next
  } finally {
    await house.stop()
  }
  say('Ended.')
}

/** A word that may be said several times: it would swallow the scenario if it took a list. */
function collect(address: string, before: string[] = []): string[] {
  return [...before, address]
}

/** A line for whatever happens in the world from now on. */
function follow({ world }: OpenHouse): void {
  world.journal.onEntry(sayInTurns(entryLines(world.scenario.clock.zone)))
}
