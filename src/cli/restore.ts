import type { Command } from 'commander'
import type { Where } from './options.ts'
import { Remote } from './remote.ts'
import { say } from './terminal.ts'

const examples = `
Example:
  $ wattproof restore before-sync              back to what "wattproof snapshot before-sync" kept`

export function define(command: Command): void {
  command
    .description('Goes back to a snapshot: state, time and all. What is under way is ended.')
    .argument('<name>', 'the snapshot')
    .addHelpText('after', examples)
    .action(async (name: string, options: Where) => {
      const path = `/snapshots/${encodeURIComponent(name)}/restore`
      const { now } = await new Remote(options).send<{ now: string }>('POST', path)
      say(`Back at "${name}", ${now}.`)
    })
}
