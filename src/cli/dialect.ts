import type { Command } from 'commander'
import { UsageError } from './errors.ts'
import type { Where } from './options.ts'
import { Remote } from './remote.ts'
import { paint, say } from './terminal.ts'

const examples = `
Examples:
  $ wattproof dialect                          every question, the answer in force, and the others
  $ wattproof dialect portfolioManager nrcan   takes a preset
  $ wattproof dialect portfolioManager linkStyle=relative
                                               answers one question (NAME=VALUE, as listed)`

type Switch = { question: string; values: string[]; default: string; value: string; basis: string; source: string }
type Dialect = { preset: string; presets: Record<string, object>; switches: Record<string, Switch> }

export function define(command: Command): void {
  command
    .description('Shows where the provider’s sources contradict each other, and chooses which side is played.')
    .argument('[provider]', 'whose dialect')
    .argument('[words...]', 'the name of a preset, or switch=value')
    .addHelpText('after', examples)
    .action((provider: string | undefined, words: string[], where: Where) => dialect(provider, words, where))
}

async function dialect(provider: string | undefined, words: readonly string[], where: Where): Promise<void> {
  if (provider?.includes('=')) throw new UsageError(apart(provider))
  const sandbox = new Remote(where)
  if (provider !== undefined && words.length > 0) {
    return print(provider, await sandbox.send('PATCH', `/dialect/${encodeURIComponent(provider)}`, change(words)), true)
  }
  const dialects = await sandbox.get<Record<string, Dialect>>('/dialect')
  if (provider !== undefined && !Object.hasOwn(dialects, provider)) {
    throw new UsageError(
      `"${provider}" plays no part in this world. Those that do: ${Object.keys(dialects).join(', ')}.`,
    )
  }
  for (const [name, one] of Object.entries(dialects)) if (name === (provider ?? name)) print(name, one)
}

/** `pge.noData=x` is how an act would be written. */
function apart(word: string): string {
  const [, provider = 'PROVIDER', answer = word] = /^(\w+)\.(.+)$/s.exec(word) ?? []
  return `"${word}" names no provider. Write: wattproof dialect ${provider} ${answer}`
}

function change(words: readonly string[]): object {
  const presets = words.filter((word) => !word.includes('='))
  const switches = words.filter((word) => word.includes('=')).map((word) => word.split(/=(.*)/s).slice(0, 2))
  if (presets.length > 1) throw new UsageError(`Name one preset, not ${presets.join(' and ')}.`)
  return { ...(presets[0] !== undefined && { preset: presets[0] }), switches: Object.fromEntries(switches) as object }
}

function print(provider: string, { preset, presets, switches }: Dialect, changedOnly = false): void {
  say(`${paint.bold(provider)} plays preset ${preset} (of ${Object.keys(presets).join(', ')}).`)
  for (const [name, { question, value, values, default: usual, source }] of Object.entries(switches)) {
    if (changedOnly && value === usual) continue
    say(
      `  ${paint.bold(`${name}=${value}`)}${value === usual ? '' : ` (usually ${usual})`}; may be ${values.join(', ')}`,
    )
    say(`    ${question} ${paint.dim(source)}`)
  }
}
