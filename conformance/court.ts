import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createWorld, play, startSandbox, type Doors, type HeldWorld, type Scenario } from '../src/index.ts'
import type { Answered, ClientUnderTest } from './client/index.ts'
import type { Evidence, Said, Turn } from './evidence.ts'

/** A provider's name in camelCase. */
export type Provider = keyof Doors & string

/** Virtual pauses are this many times shorter, for clients that divide theirs by `WATTPROOF_PACE`. */
const usualPace = 100

/** Plays stories with clients in a sandbox of its own, each in a fresh world, and keeps what they left as evidence. */
export class Court {
  readonly #pace: number
  #held: Promise<HeldWorld<Doors>> | undefined
  #played = 0

  constructor({ pace = usualPace } = {}) {
    this.#pace = pace
  }

  async play(scenario: string | Scenario, provider: Provider, client: ClientUnderTest): Promise<Evidence> {
    const world = await this.#open(scenario)
    try {
      return await playStory(world, { provider, client, pace: this.#pace })
    } finally {
      await client.stop?.()
      await world.sandbox.remove(world.world.name)
    }
  }

  async close(): Promise<void> {
    const held = await this.#held?.catch(() => undefined)
    await held?.stop()
  }

  async #open(scenario: string | Scenario): Promise<HeldWorld<Doors>> {
    const first = this.#held === undefined
    this.#held ??= startSandbox({ scenario, pace: this.#pace })
    const held = await this.#held
    return first ? held : createWorld(held, `story-${++this.#played}`, { scenario, pace: this.#pace })
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
  const askClient = async (ask: string) => {
    const step = { kind: 'step', door: 'client', action: ask, args: {}, by: 'scenario', outcome: 'done' } as const
    const { id, at } = journal.append({ ...step, change: [] })
    const answered = await client.ask({ ask, env: { ...fixed, WATTPROOF_NOW: at } })
    await world.time.settled()
    if (answered.exit !== 0) world.note(exitFinding(ask, answered), id)
    const { words, ...how } = answered
    const turn = { ask, id, until: journal.lastId, at, ...how }
    turns.push(turn)
    said.push(...words.map((one) => ({ turn, words: one })))
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
      ...(endedEarly !== undefined && { endedEarly }),
    }
  } finally {
    await rm(stateDir, { recursive: true, force: true })
  }
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
