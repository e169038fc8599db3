import { Command } from 'commander'
import { commands } from './commands.ts'
import { exitCodeOf } from './errors.ts'
import { addWhere } from './options.ts'
import { version } from './version.ts'

const examples = `
Begin here:
  $ wattproof up                               a sandbox with a story in it; prints addresses and logins
  $ wattproof scenarios list                   the stories there are
  $ wattproof do                               what you can do as a customer, while a sandbox is up
  $ wattproof run STORY -- npm test            your tests against a sandbox of their own

Help on one command:  wattproof help up`

/** Whoever calls loads one command, so that a call answers before anyone notices. */
async function main(args: readonly string[]): Promise<void> {
  const program = new Command('wattproof')
    .description('A local sandbox that stands in for energy-data providers, so that your client can rehearse.')
    .version(version(), '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .helpCommand('help [command]', 'print help for a command')
    .addHelpText('after', examples)
    .exitOverride()
  addWhere(program)
  const asked = wordAsked(args)
  for (const [name, { says, load }] of Object.entries(commands)) {
    const command = program.command(name).summary(says)
    if (name === asked) (await load()).define(command)
  }
  await program.parseAsync(args, { from: 'user' })
}

function wordAsked(args: readonly string[]): string | undefined {
  const [first, second] = args.filter((word) => !word.startsWith('-'))
  return first === 'help' ? second : first
}

// Somebody reads only the beginning: `wattproof journal | head`.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0)
  throw error
})

main(process.argv.slice(2)).catch((error: unknown) => {
  const code = exitCodeOf(error)
  // Nothing that was begun before the mistake keeps the shell waiting.
  process.stderr.write('', () => process.exit(code))
})
