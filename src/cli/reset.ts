import type { Command } from 'commander'
import type { Where } from './options.ts'
import { Remote } from './remote.ts'
import { say } from './terminal.ts'

const examples = `
Example:
  $ wattproof reset                            as if nobody had called yet`

export function define(command: Command): void {
  command
    .description('Goes back to how the story opened: before the client’s first turn.')
    .addHelpText('after', examples)
    .action(async (options: Where) => {
      const { now } = await new Remote(options).send<{ now: string }>('POST', '/reset')
      say(`Back at the opening, ${now}.`)
    })
}
