import type { Command } from 'commander'
import { runProgram } from './child.ts'
import { exit, UsageError } from './errors.ts'
import { environmentOf, openHouse } from './house.ts'
import { addFolders, roomFolders, type FoldersAsked } from './folders.ts'
import { positive, type Where } from './options.ts'
import { addOwnNames, hostsToAdd, ownNamesOf, type OwnNamesAsked } from './own-names.ts'
import { shelf } from './shelf.ts'
import { listenForEnd } from './signals.ts'

const examples = `
Examples:
  $ wattproof run portfolio-manager/pending-shares -- npm test
  $ wattproof run ./my-story.yaml --flowing -- ./sync.sh
  $ wattproof run ./my-story.yaml --proxy -- ./sync-with-the-real-host-names.sh
  $ wattproof run portfolio-manager/pending-shares -- sh -c 'curl -u "$WATTPROOF_PM_USERNAME:$WATTPROOF_PM_PASSWORD" "$WATTPROOF_PM_URL/account"'

The command finds addresses and logins in its environment (see "wattproof help env"), and "wattproof do" and
"wattproof clock" inside it speak to this sandbox. Its exit code is passed on. Time stands still unless --flowing.`

type Options = Where & OwnNamesAsked & FoldersAsked & { flowing?: true; seed?: string; pace?: number; journal?: string }

export function define(command: Command): void {
  addFolders(addOwnNames(command))
    .description('Starts a sandbox on free ports, runs a command beside it, and stops it when the command ends.')
    .argument('<scenario>', 'id of a story, or a file of your own')
    .argument('[command...]', 'after "--": the command and its arguments')
    .option('--flowing', 'let time flow')
    .option('--seed <seed>', 'decides ids and chance; the story’s own when left out')
    .option('--pace <times>', 'make pauses, such as Retry-After, so many times shorter', positive)
    .option('--journal <file>', 'write every journal entry to this file too, a JSON object a line')
    .addHelpText('after', examples)
    .action((scenario: string, words: string[], options: Options) => run(scenario, words, options))
}

async function run(
  idOrPath: string,
  [program, ...args]: readonly string[],
  { flowing, portBase = 0, proxy, hosts, hostsAt, sgeSchemas, ...options }: Options,
): Promise<void> {
  if (program === undefined) throw new UsageError('Name a command after "--": wattproof run STORY -- npm test')
  const end = listenForEnd()
  const scenario = await shelf.load(idOrPath)
  const ownNames = ownNamesOf({ proxy, hosts, hostsAt })
  const given = { scenario, portBase, ownNames, folders: roomFolders({ sgeSchemas }) }
  const house = await openHouse({ ...given, mode: flowing ? 'flowing' : 'frozen', ...options })
  try {
    // What is printed otherwise is the command's.
    for (const line of hostsToAdd(house.sandbox.cards, ownNames)) console.error(line)
    const env = await environmentOf(house)
    process.exitCode = end.has() ? exit.interrupted : await runProgram(program, args, env)
  } finally {
    await house.stop()
  }
}
