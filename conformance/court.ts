import { existsSync, mkdtempSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  createWorld,
  play,
  SpillFile,
  startSandbox,
  type Doors,
  type HeldWorld,
  type JournalOptions,
  type Scenario,
  type StartOptions,
} from '../src/index.ts'
import { reserveAddress, type Answered, type ClientUnderTest } from './client/index.ts'
import type { Evidence, Said, Turn } from './evidence.ts'
import { strangerMet, strangersWay } from './stranger.ts'
import { browserSent, isConclusion, takeTurn } from './turn.ts'

/** A provider's name in camelCase. */
export type Provider = keyof Doors & string

/** How a court plays: how fast, by which addresses, and with what at hand. */
export type CourtOptions = { pace?: number; proxy?: boolean; folders?: Readonly<Record<string, string>> }

/** Virtual pauses are this many times shorter, for clients that divide theirs by `WATTPROOF_PACE`. */
const usualPace = 100

/** So long a body is evidence as a whole, in characters: some weeks of readings, and no years. */
const wholeUpTo = 4_000_000

/** Plays stories with clients in a sandbox of its own, each in a fresh world, and keeps what they left as evidence. */
export class Court {
  readonly #pace: number
  readonly #proxy: boolean
  readonly #folders: Readonly<Record<string, string>>
  #held: Promise<HeldWorld<Doors>> | undefined
  #evidence: { folder: string; spill: SpillFile } | undefined
  #played = 0

  /** With `proxy`, clients are led to the sandbox by the providers' own host names; `folders` are for providers to read. */
  constructor({ pace = usualPace, proxy = false, folders = {} }: CourtOptions = {}) {
    this.#pace = pace
    this.#proxy = proxy
    this.#folders = folders
  }

  async play(scenario: string | Scenario, provider: Provider, client: ClientUnderTest): Promise<Evidence> {
    const address = await reserveAddress()
    const deposits = await mkdtemp(join(tmpdir(), 'wattproof-deposits-'))
    try {
      const world = await this.#open({ scenario, clientUrl: address.url, deposits })
      try {
        return await playStory(world, { provider, client, pace: this.#pace })
      } finally {
        await client.stop?.()
        await world.sandbox.remove(world.world.name)
      }
    } finally {
      // Until now: a client may listen in its turns only.
      await address.release()
      await rm(deposits, { recursive: true, force: true })
    }
  }

  async close(): Promise<void> {
    const held = await this.#held?.catch(() => undefined)
    await held?.stop()
    this.#evidence?.spill.close()
    if (this.#evidence) await rm(this.#evidence.folder, { recursive: true, force: true })
    this.#evidence = undefined
  }

  async #open(about: Pick<StartOptions, 'scenario' | 'clientUrl' | 'deposits'>): Promise<HeldWorld<Doors>> {
    const story = { ...about, pace: this.#pace, journal: this.#journal() }
    const first = this.#held === undefined
    this.#held ??= startSandbox({ ...story, proxy: this.#proxy, folders: this.#folders })
    const held = await this.#held
    return first ? held : createWorld(held, `story-${++this.#played}`, story)
  }

  /** Nothing is evidence in part: all entries stay, and long bodies lie in a file until the court closes. */
  #journal(): JournalOptions {
    this.#evidence ??= openEvidence()
    return { bound: Number.POSITIVE_INFINITY, bodies: { wholeUpTo, spill: this.#evidence.spill } }
  }
}

type Setting = { provider: Provider; client: ClientUnderTest; pace: number }

/** Plays one story to its end, with the client taking its turns. */
async function playStory(held: HeldWorld<Doors>, { provider, client, pace }: Setting): Promise<Evidence> {
  const { world, journal } = held
  const { scenario } = world
  const stateDir = await mkdtemp(join(tmpdir(), 'wattproof-client-'))
  const fixed = { ...(await held.env()), WATTPROOF_PACE: String(pace), WATTPROOF_STATE_DIR: stateDir }
  const [turns, said]: [Turn[], Said[]] = [[], []]
  const askClient = async (ask: string, args: Record<string, unknown>) => {
    // What is on its way arrives before the turn, and so belongs to none.
    await world.time.settled()
    const arriving = browserSent(journal)
    const step = { kind: 'step', door: 'client', action: ask, args, by: 'scenario', outcome: 'done' } as const
    const { id, at } = journal.append({ ...step, change: [] })
    const env: Record<string, string> = { ...fixed, WATTPROOF_NOW: at }
    const visit = async (address: string) => {
      const astray = strangersWay(address, env['WATTPROOF_CLIENT_URL'])
      const met = astray && strangerMet(await held.visit(astray))
      if (met) world.note(met, id)
      return held.visit(address)
    }
    const answered = await takeTurn(client, { ask, args, env, visit, arriving })
    await world.time.settled()
    if (answered.exit !== 0) world.note(exitFinding(ask, answered), id)
    const { words, ...how } = answered
    const turn = { ask, id, until: journal.lastId, at, ...how }
    turns.push(turn)
    said.push(...words.filter(isConclusion).map((one) => ({ turn, words: one })))
  }
  try {
    const { stopped } = await play(world, scenario, { upTo: 'end', askClient, from: firstClientStep(scenario) })
    const clock = existsSync(join(stateDir, '.clock-shifted')) ? 'shifted' : 'unknown'
    const endedEarly = stopped === 'impossible' ? journal.findings('story.ended').last()?.says : undefined
    return {
      ...{ scenario, provider, journal, turns, said, clock, pace },
      present: await held.state(provider),
      speaks: said.length > 0,
      traits: client.traits ?? [],
      told: fixed,
      ...(endedEarly !== undefined && { endedEarly }),
    }
  } finally {
    await rm(stateDir, { recursive: true, force: true })
  }
}

function openEvidence(): { folder: string; spill: SpillFile } {
  const folder = mkdtempSync(join(tmpdir(), 'wattproof-evidence-'))
  return { folder, spill: new SpillFile(join(folder, 'bodies')) }
}

/** The sandbox has played the opening; the story goes on where it stopped. */
function firstClientStep({ steps }: Scenario): number {
  const at = steps.findIndex(({ kind }) => kind === 'client')
  return at === -1 ? steps.length : at
}

function exitFinding(ask: string, { exit, hung, output }: Answered) {
  const how = hung ? 'did not end within its bound and was stopped' : `ended with exit code ${exit}`
  const last = output.split('\n').at(-1) ?? ''
  return { finding: 'client.exit', says: `Asked to ${ask}, the client ${how}.${last && ` It last said: ${last}`}` }
}
