import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Command } from 'commander'
import { machine } from '../ground/clock.ts'
import { play as playStory, type Played, type PlayOptions, type StepOutcome } from '../scenario/play.ts'
import type { Scenario } from '../scenario/scenario.ts'
import { entryLines } from './entry-line.ts'
import { exit, UsageError } from './errors.ts'
import { addFolders, roomFolders, type FoldersAsked } from './folders.ts'
import { environmentOf, openHouse, type OpenHouse } from './house.ts'
import { lineClient } from './line-client.ts'
import { positive, type Where } from './options.ts'
import { addOwnNames, hostsToAdd, ownNamesOf, type OwnNamesAsked } from './own-names.ts'
import { shelf } from './shelf.ts'
import { listenForEnd } from './signals.ts'
import { printSummary } from './summary.ts'
import { paint, say } from './terminal.ts'

const examples = `
Examples:
  $ wattproof play portfolio-manager/transfer-unconnected --client "node my-sync.js"
  $ wattproof play ./my-story.yaml --client "make sync" --seed another

Whenever it is the client's turn, your command is run to its end with this in its environment:
  WATTPROOF_ASK        what it is asked to do, in the story's words: sync
  WATTPROOF_WITH       what it needs to know to do it, as JSON, where the story says anything: {"usagePoint":"…"}
  WATTPROOF_PM_URL …   addresses and logins, as "wattproof env" prints them
  WATTPROOF_CA_FILE    the authority to trust for https
  WATTPROOF_NOW        what time it is in the story
  WATTPROOF_PACE       how many times shorter pauses are; yours may be too
  WATTPROOF_STATE_DIR  a folder of its own, empty at first, to remember things from one turn to the next
  WATTPROOF_DEPOSITS   where files for it arrive, a folder for each provider
  WATTPROOF_CLIENT_URL where it may listen during its turn: redirects and notices for it go there

A line that it prints as
  wattproof: {"open": "https://localhost:4714/myAuthorization?…"}
sends the customer's browser there. Where the browser is redirected to your client and nobody listens, your command is
run again with the address in WATTPROOF_REDIRECTED_TO.

Exit codes: 0 the story came to its end; 1 your client failed, or the story could not go on; 2 a mistake in the call
or the story; 3 a defect of ours.`

/** How long a client may take to end when the whole story is asked to. */
const graceMs = 1_000

type Options = Where &
  OwnNamesAsked &
  FoldersAsked & { client?: string; seed?: string; pace?: number; journal?: string }

export function define(command: Command): void {
  addFolders(addOwnNames(command))
    .description('Plays a story to its end, running your client whenever it has its turn, and sums up what it did.')
    .argument('<scenario>', 'id of a story, or a file of your own')
    .option('--client <command>', 'what to run for each turn of your client, in a shell')
    .option('--seed <seed>', 'decides ids and chance; the story’s own when left out')
    .option('--pace <times>', 'make pauses, such as Retry-After, so many times shorter', positive)
    .option('--journal <file>', 'write every journal entry to this file too, a JSON object a line')
    .addHelpText('after', examples)
    .action((scenario: string, options: Options) => play(scenario, options))
}

async function play(
  idOrPath: string,
  { client, portBase = 0, proxy, hosts, hostsAt, sgeSchemas, ...options }: Options,
): Promise<void> {
  const scenario = await shelf.load(idOrPath)
  checkHasClient(scenario, client)
  const end = listenForEnd()
  const folder = await mkdtemp(join(tmpdir(), 'wattproof-client-'))
  const stateDir = join(folder, 'state')
  await mkdir(stateDir)
  const ownNames = ownNamesOf({ proxy, hosts, hostsAt })
  const given = { scenario, portBase, ownNames, folders: roomFolders({ sgeSchemas }) }
  const { reserveAddress } = await import('../../conformance/index.ts')
  const { url: clientUrl, release } = await reserveAddress()
  try {
    const place = { clientUrl, deposits: join(folder, 'deposits') }
    const house = await openHouse({ ...given, ...place, mode: 'frozen', ...options })
    say(...hostsToAdd(house.sandbox.cards, ownNames))
    await playIn(house, { end, ask: (ask, args) => askClient(house, { ask, args, command: client ?? '', stateDir }) })
  } finally {
    await release()
    await rm(folder, { recursive: true, force: true })
  }
  // What the story still waits for is of no interest any more.
  if (end.has()) process.exit()
}

type Playing = { end: ReturnType<typeof listenForEnd>; ask: NonNullable<PlayOptions['askClient']> }

/** The whole story, unless it is asked to end before. */
async function playIn(house: OpenHouse, { end, ask }: Playing): Promise<void> {
  try {
    tell(house)
    const played = await Promise.race([goOn(house, ask), end.next.then(() => machine.sleep(graceMs))])
    const isOver = played && !end.has()
    process.exitCode = isOver ? printSummary(house.world.journal, played) : exit.interrupted
  } finally {
    await house.stop()
  }
}

function checkHasClient({ id, steps }: Scenario, client: string | undefined): void {
  if (client !== undefined || !steps.some(({ kind }) => kind === 'client')) return
  throw new UsageError(`${id} asks your client to do something: name it with --client "node my-sync.js".`)
}

/** The opening has been played already; the rest follows, unless the opening was the end. */
async function goOn({ sandbox, world }: OpenHouse, ask: Playing['ask']): Promise<Played> {
  const opening = sandbox.played(world.name)
  if (opening.stopped !== 'at a client step') return opening
  return playStory(world, world.scenario, { upTo: 'end', askClient: ask, from: opening.next })
}

type Turn = { ask: string; args: Record<string, unknown>; command: string; stateDir: string }

/** Runs the client for one turn, and again where a browser came back to it and nobody listened. */
async function askClient(house: OpenHouse, { ask, args, command, stateDir }: Turn): Promise<StepOutcome> {
  const { world, sandbox } = house
  const { browserSent, takeTurn, wordsOf } = await import('../../conformance/index.ts')
  await world.time.settled()
  const arriving = browserSent(world.journal)
  const step = { kind: 'step', door: 'client', action: ask, args, by: 'scenario', outcome: 'done' } as const
  world.journal.append({ ...step, change: [] })
  const env = { ...(await environmentOf(house)), WATTPROOF_STATE_DIR: stateDir }
  const visit = (address: string) => sandbox.visit(address, world.name)
  const { exit: code } = await takeTurn(lineClient(command, wordsOf), { ask, args, env, visit, arriving })
  await world.time.settled()
  if (code === exit.good) return { outcome: 'done' }
  return { outcome: 'impossible', says: `the client ended with exit code ${code} when asked to "${ask}".` }
}

function tell({ world }: OpenHouse): void {
  const { scenario, journal } = world
  say(paint.bold(scenario.title), '')
  const spell = entryLines(scenario.clock.zone)
  for (const entry of journal.entries()) say(spell(entry))
  journal.onEntry((entry) => say(spell(entry)))
}
