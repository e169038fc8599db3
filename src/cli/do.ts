import { Option, type Command } from 'commander'
import { didYouMean } from '../ground/nearest.ts'
import { UsageError } from './errors.ts'
import type { Where } from './options.ts'
import { Remote } from './remote.ts'
import { columns, paint, say, sayJson } from './terminal.ts'
import { describeWords, readWords, type JsonSchema } from './words.ts'

const examples = `
Examples:
  $ wattproof do                               everything you can do
  $ wattproof do portfolioManager.shareProperty
                                               what this one needs to know, when it needs anything
  $ wattproof do portfolioManager.shareProperty as=olive property=tower access="Read Write" meters.power=Read
  $ wattproof do portfolioManager.shareProperty as=olive property=tower access=Read 'meters={"power":"Read"}'

Dots reach inside (meters.power=Read), values may be JSON. People and things go by the names the story gave them.
What the page refuses, or the story makes impossible, changes nothing: it is told in a sentence, with exit code 2.`

type Door = 'customer' | 'utility'
type Action = { provider: string; door: Door; action: string; title: string; args: JsonSchema }
type Options = Where & { door?: Door }

export function define(command: Command): void {
  command
    .description('Does what a person does on the provider’s pages, or what the provider’s back office does.')
    .argument('[action]', 'provider.action; the provider may be left out when only one has it')
    .argument('[words...]', 'what it needs to know: name=value')
    .addOption(new Option('--door <door>', 'when both have an action of that name').choices(['customer', 'utility']))
    .addHelpText('after', examples)
    .action((action: string | undefined, words: string[], options: Options) => act(action, words, options))
}

async function act(wanted: string | undefined, words: readonly string[], options: Options): Promise<void> {
  const sandbox = new Remote(options)
  const { actions } = await sandbox.get<{ actions: Action[] }>('/actions')
  if (wanted === undefined) return list(actions)
  const found = find(actions, wanted, options.door)
  if (words.length === 0 && (found.args.required ?? []).length > 0) return describe(found)
  const { provider, door, action } = found
  const path = `/${door}/${provider}/${encodeURIComponent(action)}`
  const { result } = await sandbox.send<{ result: unknown }>('POST', path, readWords(words, found.args))
  say(`${paint.green('Done:')} ${provider}.${action}`)
  if (result !== null) sayJson(result)
}

function find(actions: readonly Action[], wanted: string, door: Door | undefined): Action {
  const dot = wanted.lastIndexOf('.')
  const [provider, name] = [wanted.slice(0, Math.max(dot, 0)), wanted.slice(dot + 1)]
  const isMeant = (one: Action) =>
    one.action === name && (door ?? one.door) === one.door && (provider === '' || one.provider === camelCase(provider))
  const [found, another] = actions.filter(isMeant)
  if (found === undefined) {
    const known = provider === '' ? actions.map(({ action }) => action) : actions.map(fullName)
    throw new UsageError(
      `There is no ${door ?? ''} action "${wanted}". ${didYouMean(wanted, known)}`.replace('  ', ' '),
    )
  }
  if (another === undefined) return found
  const apart = another.provider === found.provider ? 'say which with --door' : 'write provider.action'
  throw new UsageError(`"${wanted}" may be ${fullName(found)} or ${fullName(another)} (${another.door}): ${apart}.`)
}

function list(actions: readonly Action[]): void {
  for (const door of ['customer', 'utility'] as const) {
    const behind = actions.filter((action) => action.door === door)
    if (behind.length === 0) continue
    say(paint.bold(door === 'customer' ? 'As a customer:' : 'As the provider’s back office:'))
    say(
      ...columns(
        behind.map((action) => [fullName(action), action.title]),
        '  ',
      ),
      '',
    )
  }
  say('What one of them needs to know:  wattproof do ACTION')
}

function describe(action: Action): void {
  say(paint.bold(fullName(action)), action.title, '')
  say(...columns(describeWords(action.args), '  '), '')
  say('Words in brackets may be left out. Write them as name=value; dots reach inside.')
}

function fullName({ provider, action }: Action): string {
  return `${provider}.${action}`
}

/** The contract has the same; it would load a schema library into a command that only asks. */
function camelCase(id: string): string {
  return id.replace(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase())
}
