import type { Command } from 'commander'
import type { Where } from './options.ts'
import { Remote } from './remote.ts'
import { sayJson } from './terminal.ts'

const examples = `
Examples:
  $ wattproof state                            everything, as JSON
  $ wattproof state portfolioManager           what one provider remembers
  $ wattproof state portfolioManager | jq '.connections'`

export function define(command: Command): void {
  command
    .description('Shows what a world remembers: its agenda and outbox, and the state of each provider.')
    .argument('[provider]', 'only this one: portfolioManager')
    .addHelpText('after', examples)
    .action(async (provider: string | undefined, options: Where) => {
      const path = provider === undefined ? '/state' : `/state/${encodeURIComponent(provider)}`
      sayJson(await new Remote(options).get(path))
    })
}
