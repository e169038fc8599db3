import type { Command } from 'commander'
import type { Session } from '../../conformance/index.ts'
import type { Entry } from '../ground/journal/index.ts'
import { didYouMean } from '../ground/nearest.ts'
import { reportAsked, tell } from './check.ts'
import { UsageError } from './errors.ts'
import type { Where } from './options.ts'
import { Remote } from './remote.ts'

const examples = `
Examples:
  $ wattproof report                           judges what the running sandbox has seen, by the checks of portfolio-manager
  $ wattproof report portfolio-manager --report html=report.html

Checks that need to know when your client was asked, or what it concluded, are skipped; "wattproof check" runs them.`

type Options = Where & { report?: string[] }

export function define(command: Command): void {
  command
    .description('Judges the session of a running sandbox: every check over its journal and its state as they are now.')
    .argument('[profile]', 'whose client has been at work', 'portfolio-manager')
    .option('--report <format=file>', 'write a report too: junit, json or html', (word, before: string[] = []) => [
      ...before,
      word,
    ])
    .addHelpText('after', examples)
    .action((profile: string, options: Options) => report(profile, options))
}

async function report(name: string, { report: asked = [], ...where }: Options): Promise<void> {
  const court = await import('../../conformance/index.ts')
  const open = court.profiles[name]
  if (open === undefined) {
    throw new UsageError(`There is no profile "${name}". ${didYouMean(name, Object.keys(court.profiles))}`)
  }
  const files = asked.map(reportAsked)
  const profile = await open()
  const evidence = court.evidenceOfSession(await sessionOf(where, profile.provider), profile.provider)
  const verdicts = court.judgeAll(profile, [evidence])
  await tell({ profile: profile.id, client: 'the running session', verdicts, stories: [evidence] }, files)
}

type Told = Pick<Session, 'scenario' | 'pace'>

async function sessionOf(where: Where, provider: string): Promise<Session> {
  const sandbox = new Remote(where)
  const { scenario, pace } = await sandbox.get<Told>('')
  const { entries, evicted } = await sandbox.get<{ entries: Entry[]; evicted: number }>('/journal')
  const state = await sandbox.get<Session['state']>(`/state/${provider}`)
  return { scenario: { id: scenario.id, title: scenario.title }, entries, evicted, state, pace }
}
