import type { Command } from 'commander'
import type { Where } from './options.ts'
import { Remote } from './remote.ts'
import { say } from './terminal.ts'

const examples = `
Examples:
  $ wattproof snapshot before-sync             keeps this moment; "wattproof restore before-sync" goes back to it
  $ wattproof snapshot                         lists the snapshots`

export function define(command: Command): void {
  command
    .description('Keeps this moment of a world under a name, or lists the moments that were kept.')
    .argument('[name]', 'letters, digits, ".", "_" and "-"')
    .addHelpText('after', examples)
    .action((name: string | undefined, options: Where) => (name === undefined ? list(options) : save(name, options)))
}

async function save(name: string, options: Where): Promise<void> {
  const { now } = await new Remote(options).send<{ now: string }>('PUT', `/snapshots/${encodeURIComponent(name)}`)
  say(`Kept ${now} as "${name}".`)
}

async function list(options: Where): Promise<void> {
  const { snapshots } = await new Remote(options).get<{ snapshots: string[] }>('/snapshots')
  say(...(snapshots.length > 0 ? snapshots : ['There are no snapshots. Take one with "wattproof snapshot NAME".']))
}
