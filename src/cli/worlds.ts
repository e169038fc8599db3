import { readFile } from 'node:fs/promises'
import type { Command } from 'commander'
import { UsageError } from './errors.ts'
import type { Where } from './options.ts'
import { Remote } from './remote.ts'
import { say } from './terminal.ts'
import { modeInWords } from './time.ts'

const examples = `
Examples:
  $ wattproof worlds list
  $ wattproof worlds create second portfolio-manager/pending-shares
  $ wattproof worlds create mine ./my-story.yaml
  $ wattproof clock +P1D --world second
  $ wattproof worlds remove second

Worlds live side by side in one sandbox: each has its own state, time, journal and ports.`

type World = {
  name: string
  scenario: { id: string; title: string }
  clock: { now: string; mode: 'frozen' | 'flowing' | { scaled: number } }
  addresses: Record<string, Record<string, { http: string; https: string }>>
}

export function define(command: Command): void {
  command.description('Lists, creates and removes the worlds of a running sandbox.').addHelpText('after', examples)
  command.command('list').description('lists the worlds').action(list)
  command
    .command('create')
    .description('makes one more world')
    .argument('<name>', 'how to speak of it')
    .argument('<scenario>', 'id of a story, or a file of your own')
    .option('--flowing', 'let its time flow; it stands still otherwise')
    .option('--seed <seed>', 'decides ids and chance')
    .action(create)
  command
    .command('remove')
    .description('ends a world and closes its ports')
    .argument('<name>', 'the world')
    .action(remove)
}

async function list(where: Where): Promise<void> {
  const { worlds } = await new Remote(where).sendToAll<{ worlds: World[] }>('GET', '/worlds')
  for (const world of worlds) print(world)
}

type New = Where & { flowing?: true; seed?: string }

async function create(name: string, scenario: string, { flowing, seed, ...where }: New): Promise<void> {
  const story = /\.ya?ml$/.test(scenario) ? { text: await textOf(scenario) } : { scenario }
  const wanted = { name, ...story, ...(flowing && { clock: 'flowing' }), ...(seed !== undefined && { seed }) }
  print(await new Remote(where).sendToAll<World>('POST', '/worlds', wanted))
}

async function remove(name: string, where: Where): Promise<void> {
  await new Remote({ ...where, world: name }).send('DELETE', '')
  say(`Removed "${name}".`)
}

function print({ name, scenario, clock, addresses }: World): void {
  say(`${name}  ${scenario.id}: ${scenario.title}`, `  ${clock.now}, time ${modeInWords(clock.mode)}`)
  for (const [provider, surfaces] of Object.entries(addresses)) {
    for (const [id, { http, https }] of Object.entries(surfaces)) say(`  ${provider}.${id}  ${http}  ${https}`)
  }
}

async function textOf(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8')
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    throw new UsageError(`${file} could not be read (${code ?? 'unknown'}): name a file, or the id of a shipped story.`)
  }
}
