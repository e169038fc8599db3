import { writeFile } from 'node:fs/promises'
import type { Command } from 'commander'
import { didYouMean } from '../ground/nearest.ts'
import { UsageError } from './errors.ts'
import { addSchemas, roomFolders, type FoldersAsked } from './folders.ts'
import type { ClientUnderTest, Profile, Rehearsal, Result } from '../../conformance/index.ts'
import { whole } from './options.ts'
import { isColourful, say } from './terminal.ts'

const examples = `
Examples:
  $ wattproof check                                                judges our reference clients: what good looks like
  $ wattproof check portfolio-manager --client "node my-sync.js"   judges yours
  $ wattproof check portfolio-manager --client ./sync.sh --scenario portfolio-manager/pending-shares
  $ wattproof check portfolio-manager --client ./sync.sh --report junit=report.xml --report html=report.html
  $ wattproof check pge --serve --client "npm start"               judges one that keeps running and takes notices
  $ wattproof check enedis-sge --list 26.1 --client ./sge.sh       rehearses the homologation: which packages are ready

Your command is run once for each turn of the client in a story, with addresses, logins, WATTPROOF_ASK (for example
sync), WATTPROOF_NOW, WATTPROOF_PACE and WATTPROOF_STATE_DIR in its environment; files that a provider delivers arrive
below WATTPROOF_DEPOSITS. Lines that it prints as
  wattproof: {"connections": [...], "shares": [...]}
say what it concluded, and are compared with the truth. A line {"open": "<address>"} sends the customer's browser there;
it returns to WATTPROOF_CLIENT_URL, or to another run of your command with WATTPROOF_REDIRECTED_TO. A Node client follows the story's time with
  node --import wattproof/client-clock my-sync.js

Exit codes: 0 every must is kept; 1 your client broke one; 2 a mistake in the call; 3 a defect of ours.`

type Options = Pick<FoldersAsked, 'sgeSchemas'> & {
  client?: string
  proxy?: true
  serve?: true
  scenario?: string[]
  list?: string
  trait?: string[]
  report?: string[]
  bound: number
}

/** Seconds that a turn of a client may take unless somebody says otherwise. */
const usualBound = 30

export function define(command: Command): void {
  const several = (word: string, before: string[] = []) => [...before, word]
  addSchemas(command)
    .description('Plays every story of a profile with a client, and tells with evidence and sources what it did wrong.')
    .argument(
      '[profile]',
      'whose client it is: portfolio-manager, pge, enedis-data-connect or enedis-sge; all of ours when left out',
    )
    .option('--client <command>', 'the client to judge, in a shell; our reference client when left out')
    .option('--proxy', 'lead the client to the sandbox by providers’ own host names, which it has written into it')
    .option('--serve', 'the client keeps running: started once, asked by HTTP at WATTPROOF_CLIENT_URL')
    .option('--scenario <id>', 'only this story; may be said several times', several)
    .option('--list <version>', 'only the homologation cases of this list, of enedis-sge: 22.1 or 26.1')
    .option(
      '--trait <word>',
      'something your client is made to do, such as verifiesOwners; may be said several times',
      several,
    )
    .option('--report <format=file>', 'write a report too: junit, json or html; may be said several times', several)
    .option('--bound <seconds>', 'how long a turn of the client may take', whole, usualBound)
    .addHelpText('after', examples)
    .action((profile: string | undefined, options: Options) =>
      profile === undefined ? checkOurs(options) : check(profile, options),
    )
}

/** Each reference client on its own profile; the worst of them is the exit code. */
async function checkOurs({ client, scenario, list, report, sgeSchemas }: Options): Promise<void> {
  const { profiles } = await import('../../conformance/index.ts')
  const names = Object.keys(profiles)
  if ([client, scenario, list, report].some((option) => option !== undefined))
    throw new UsageError(`Say whose client it is: wattproof check ${names.join(' or ')}.`)
  const codes: number[] = []
  for (const [at, name] of names.entries()) {
    if (at > 0) say('')
    await check(name, { bound: usualBound, ...(sgeSchemas !== undefined && { sgeSchemas }) })
    codes.push(Number(process.exitCode ?? 0))
  }
  process.exitCode = Math.max(...codes)
}

async function check(
  name: string,
  { client, scenario, list, report = [], proxy, sgeSchemas, ...options }: Options,
): Promise<void> {
  if (proxy && client === undefined)
    throw new UsageError(
      'Our reference client takes addresses as they are told: name a client of yours with --client, or leave out --proxy.',
    )
  const court = await import('../../conformance/index.ts')
  const open = court.profiles[name]
  if (open === undefined) {
    throw new UsageError(`There is no profile "${name}". ${didYouMean(name, Object.keys(court.profiles))}`)
  }
  if (list !== undefined && scenario !== undefined)
    throw new UsageError('--list has a story of its own: leave out --scenario.')
  const files = report.map(reportAsked)
  const whole = await open()
  const rehearsal = list === undefined ? undefined : listNamed(list, whole)
  const profile = rehearsal === undefined ? whole : court.onlyList(whole, rehearsal)
  const scenarios = scenario?.map((id) => known(id, profile))
  const folders = roomFolders({ sgeSchemas })
  const result =
    client === undefined
      ? await court.runReference(profile, scenarios, { folders })
      : await court.runProfile(profile, await clientNamed(client, profile, options), {
          ...(scenarios && { scenarios }),
          ...(proxy && { proxy }),
          folders,
        })
  await tell(rehearsal === undefined ? result : court.toldOfList(result, rehearsal), files)
}

/** Prints the verdicts, writes the reports asked for, and leaves the exit code. */
export async function tell(result: Result, files: readonly ReportAsked[]): Promise<void> {
  const court = await import('../../conformance/index.ts')
  const spell = { junit: court.junitReport, json: court.jsonReport, html: court.htmlReport }
  for (const { format, file } of files) await writeFile(file, spell[format](result))
  say(court.terminalReport(result, { colours: isColourful() }).trimEnd())
  process.exitCode = court.exitCodeOf(result)
}

export type ReportAsked = { format: 'junit' | 'json' | 'html'; file: string }

/** Reads `junit=report.xml`. */
export function reportAsked(text: string): ReportAsked {
  const [, format, file] = /^(junit|json|html)=(.+)$/.exec(text) ?? []
  if (format === undefined || file === undefined) {
    throw new UsageError(`"${text}" names no report: write junit=FILE, json=FILE or html=FILE.`)
  }
  return { format: format as ReportAsked['format'], file }
}

/** The list by its name, of a profile that has lists. */
function listNamed(name: string, { id, rehearsals = [] }: Profile): Rehearsal {
  if (rehearsals.length === 0)
    throw new UsageError(`${id} has no lists of cases: did you mean "wattproof check enedis-sge --list ${name}"?`)
  const found = rehearsals.find(({ list }) => list === name)
  if (found !== undefined) return found
  const lists = rehearsals.map(({ list }) => list)
  throw new UsageError(`There is no list "${name}". ${didYouMean(name, lists)}`)
}

function known(id: string, { scenarios }: Profile): string {
  if (scenarios.includes(id)) return id
  throw new UsageError(`The profile has no story "${id}". ${didYouMean(id, scenarios)}`)
}

type How = Pick<Options, 'serve' | 'trait' | 'bound'>

async function clientNamed(
  command: string,
  profile: Profile,
  { serve, trait = [], bound }: How,
): Promise<ClientUnderTest> {
  const { commandClient, servedClient } = await import('../../conformance/index.ts')
  for (const word of trait) {
    if (word in profile.traits) continue
    throw new UsageError(`There is no trait "${word}". ${didYouMean(word, Object.keys(profile.traits))}`)
  }
  const how = { boundMs: bound * 1000, traits: trait }
  return serve ? servedClient(command, how) : commandClient(command, how)
}
