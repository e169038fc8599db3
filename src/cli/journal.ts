import { Option, type Command } from 'commander'
import type { Entry } from '../ground/journal/index.ts'
import { entryLines } from './entry-line.ts'
import { whole, type Where } from './options.ts'
import { Remote } from './remote.ts'
import { say } from './terminal.ts'

const examples = `
Examples:
  $ wattproof journal                          the last 50 things that happened
  $ wattproof journal --follow                 and what happens from now on
  $ wattproof journal --endpoint 'meter*'      only these calls
  $ wattproof journal --json --limit 1         everything there is to know of the last one
  $ wattproof journal --export har > calls.har for tools that read HTTP Archives
  $ wattproof journal --export stable          what two runs of one story share`

const exportFormats = ['jsonl', 'stable', 'har'] as const
const kinds = ['exchange', 'step', 'clock', 'fault', 'notice', 'change', 'finding'] as const satisfies Entry['kind'][]

type Options = Where & {
  endpoint?: string
  step?: string
  kind?: string
  since?: number
  limit: number
  follow?: true
  json?: true
  export?: (typeof exportFormats)[number]
}

export function define(command: Command): void {
  command
    .description('Shows what happened in a world: calls, steps, faults, findings.')
    .option('--endpoint <name>', 'only calls of this endpoint; * stands for anything')
    .option('--step <action>', 'only steps of this action: provider.action')
    .addOption(new Option('--kind <kind>', 'only entries of this kind').choices(kinds))
    .option('--since <number>', 'only entries after the one with this number', whole)
    .option('--limit <count>', 'the newest so many', whole, 50)
    .option('--follow', 'go on with what happens, until Ctrl-C')
    .option('--json', 'a JSON object a line, with everything there is to know')
    .addOption(new Option('--export <format>', 'the whole journal, to keep or compare').choices(exportFormats))
    .addHelpText('after', examples)
    .action((options: Options) => journal(options))
}

async function journal({ export: format, ...options }: Options): Promise<void> {
  const sandbox = new Remote(options)
  if (format !== undefined) {
    return say((await sandbox.text('/journal/export', { format })).trimEnd())
  }
  const { endpoint, step, kind, since, limit } = options
  const { zone } = await sandbox.get<{ zone: string }>('/clock')
  const spell = options.json ? (entry: Entry) => JSON.stringify(entry) : entryLines(zone)
  const filters = { endpoint, step, kind }
  const path = '/journal'
  const { entries, lastId } = await sandbox.get<{ entries: Entry[]; lastId: number }>(path, {
    ...filters,
    since,
    limit,
  })
  say(...entries.map(spell))
  if (!options.follow) return
  for await (const line of sandbox.lines('/journal/follow', { ...filters, since: lastId })) {
    say(spell(JSON.parse(line) as Entry))
  }
}
