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
  $ wattproof report                           judges what the running sandbox has seen, by the checks of its story's provider
  $ wattproof report pge --report html=report.html

Checks that need to know when your client was asked, or what it concluded, are skipped; "wattproof check" runs them.`

type Options = Where & { report?: string[] }

export function define(command: Command): void {
  command
    .description('Judges the session of a running sandbox: every check over its journal and its state as they are now.')
    .argument('[profile]', 'whose client has been at work; that of the story’s provider when left out')
    .option('--report <format=file>', 'write a report too: junit, json or html', (word, before: string[] = []) => [
      ...before,
      word,
    ])
    .addHelpText('after', examples)
    .action((profile: string | undefined, options: Options) => report(profile, options))
}

async function report(asked: string | undefined, { report: wanted = [], ...where }: Options): Promise<void> {
  const court = await import('../../conformance/index.ts')
  const sandbox = new Remote(where)
  const told = await sandbox.get<Told>('')
  const name = asked ?? profileOf(told, Object.keys(court.profiles))
  const open = court.profiles[name]
  if (open === undefined) {
    throw new UsageError(`There is no profile "${name}". ${didYouMean(name, Object.keys(court.profiles))}`)
  }
  const files = wanted.map(reportAsked)
  const profile = await open()
  const evidence = court.evidenceOfSession(await sessionOf(sandbox, told, profile.provider), profile.provider)
  const verdicts = court.judgeAll(profile, [evidence])
  await tell(court.resultOf(profile, { client: 'the running session', verdicts, stories: [evidence] }), files)
}

type Told = Pick<Session, 'scenario' | 'pace'>

/** Stories lie in folders by profile, `enedis/data-connect` by that of two words; one of somebody's own may lie anywhere. */
function profileOf({ scenario }: Told, profiles: readonly string[]): string {
  const profile = scenario.id.split('/').slice(0, -1).join('-')
  if (profiles.includes(profile)) return profile
  throw new UsageError(`${scenario.id} does not say whose client it is for: wattproof report ${profiles.join(' or ')}.`)
}

async function sessionOf(sandbox: Remote, { scenario, pace }: Told, provider: string): Promise<Session> {
  const { entries, evicted } = await sandbox.get<{ entries: Entry[]; evicted: number }>('/journal')
  const state = await sandbox.get<Session['state']>(`/state/${provider}`)
  return { scenario: { id: scenario.id, title: scenario.title }, entries, evicted, state, pace }
}
