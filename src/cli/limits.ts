import type { Command } from 'commander'
import { UsageError } from './errors.ts'
import type { Where } from './options.ts'
import { Remote } from './remote.ts'
import { columns, count, say } from './terminal.ts'
import { readWords } from './words.ts'

const examples = `
Examples:
  $ wattproof limits                           how often each provider may be asked
  $ wattproof limits portfolioManager perSecond mode=enforce allowance=10
  $ wattproof limits portfolioManager perSecond mode=off

Modes: off, observe (a finding in the journal), enforce (the provider refuses).`

type Limit = { allowance: number; window: string; mode: string; source: string }
type Limits = Record<string, Limit>

export function define(command: Command): void {
  command
    .description('Shows how often each provider may be asked, and changes what is done about it.')
    .argument('[provider]', 'whose limit')
    .argument('[limit]', 'its name')
    .argument('[words...]', 'mode=…, allowance=…, window=PT1M, retryAfter=true')
    .addHelpText('after', examples)
    .action((provider: string | undefined, limit: string | undefined, words: string[], where: Where) =>
      limits({ provider, limit, words }, where),
    )
}

type Asked = { provider: string | undefined; limit: string | undefined; words: readonly string[] }

async function limits({ provider, limit, words }: Asked, where: Where): Promise<void> {
  const sandbox = new Remote(where)
  if (provider === undefined) return print(await sandbox.get('/limits'))
  if (limit === undefined || words.length === 0) {
    throw new UsageError(
      'Write what to change: wattproof limits PROVIDER LIMIT mode=enforce. Without words all are listed.',
    )
  }
  const path = `/limits/${encodeURIComponent(provider)}/${encodeURIComponent(limit)}`
  print({ [provider]: await sandbox.send<Limits>('PATCH', path, readWords(words)) })
}

function print(byProvider: Record<string, Limits>): void {
  const rows = Object.entries(byProvider).flatMap(([provider, own]) =>
    Object.entries(own).map(([name, { mode, allowance, window, source }]) => {
      return [provider, name, mode, `${count(allowance, 'call')} in ${window}`, source]
    }),
  )
  say(...(rows.length > 0 ? columns(rows) : ['No provider here limits how often it may be asked.']))
}
