import { writeFile } from 'node:fs/promises'
import type { Command } from 'commander'
import { UsageError } from './errors.ts'
import type { Where } from './options.ts'
import { Remote } from './remote.ts'
import { columns, say } from './terminal.ts'

const examples = `
Examples:
  $ wattproof outbox                           what the provider has sent, and what became of it
  $ wattproof outbox save notice-3             the file of a notice, into this folder, under its own name
  $ wattproof outbox save notice-3 flow.zip

Files stay in the outbox whatever became of their delivery. They are put into a folder of yours where a sandbox is
started with --deposits DIR.`

type Notice = {
  id: string
  at: string
  kind: string
  to: string | null
  file?: { name: string; size: number }
  attempts: { outcome: string; says?: string }[]
}

export function define(command: Command): void {
  command
    .description('Lists what the provider has sent to your client, and saves its files.')
    .addHelpText('after', examples)
  command.command('list', { isDefault: true }).description('lists what was sent').action(list)
  command
    .command('save')
    .description('saves the file of a notice')
    .argument('<notice>', 'which one, by its id')
    .argument('[file]', 'where to; under its own name in this folder when left out')
    .action(save)
}

async function list(where: Where): Promise<void> {
  const { notices } = await new Remote(where).get<{ notices: Notice[] }>('/outbox')
  if (notices.length === 0) return say('Nothing has been sent.')
  say(...columns(notices.map(row)))
}

function row({ id, at, kind, to, file, attempts }: Notice): string[] {
  const { outcome = 'kept', says } = attempts.at(-1) ?? {}
  const what = file === undefined ? '' : `${file.name} (${file.size} bytes)`
  return [id, at, kind, to ?? '(no address)', says === undefined ? outcome : `${outcome}: ${says}`, what]
}

async function save(notice: string, wanted: string | undefined, where: Where): Promise<void> {
  const { name, bytes } = await new Remote(where).file(`/outbox/${encodeURIComponent(notice)}/file`)
  const file = wanted ?? name
  // One that is there already may be somebody's only copy.
  await writeFile(file, bytes, { flag: 'wx' }).catch((error: NodeJS.ErrnoException) => {
    const why = error.code === 'EEXIST' ? 'it is there already' : (error.code ?? error.message)
    throw new UsageError(`${file} could not be written: ${why}. Name another file.`)
  })
  say(`Saved ${file} (${bytes.length} bytes).`)
}
