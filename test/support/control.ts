import request from 'supertest'
import { afterEach, beforeEach } from 'vitest'
import type { Card } from '../../src/contract/provider.ts'
import { openControl, type ControlOptions, type OpenControl } from '../../src/sandbox/control/index.ts'
import { Sandbox } from '../../src/sandbox/sandbox.ts'
import { explainScenario } from '../../src/scenario/explain.ts'
import { loadScenario, parseScenario } from '../../src/scenario/load.ts'
import { card as toyCard } from './toy/index.ts'
import { as, story } from './worlds.ts'

export const people = { people: { ann: { shares: true }, bob: {} } }

export type Controlled = OpenControl & { sandbox: Sandbox; stop: () => Promise<void> }

/** A sandbox of the toy with its control port open, and one world in it. */
export async function controlledToy(
  options: Partial<ControlOptions> = {},
  providers: readonly Card[] = [toyCard],
): Promise<Controlled> {
  const sandbox = await Sandbox.start({ cards: providers, portBase: 0 })
  await sandbox.create('default', { scenario: story({ toyGrid: people }) })
  const shelf = {
    load: (id: string) => loadScenario(id, { cards: providers }),
    parse: (text: string) => parseScenario(text, { cards: providers }),
    explain: (scenario: Parameters<typeof explainScenario>[0]) => explainScenario(scenario, providers),
  }
  const control = await openControl({ sandbox, shelf, version: '1.2.3', port: 0, ...options })
  return { ...control, sandbox, stop: () => control.close().then(() => sandbox.stop()) }
}

/** A fresh controlled toy for each test of a file, and the words to ask it by. */
export function useControlledToy(providers?: readonly Card[]) {
  let held: Controlled | undefined
  const toy = (): Controlled => held as Controlled
  beforeEach(async () => {
    held = await controlledToy({}, providers)
  })
  afterEach(() => held?.stop())
  return {
    toy,
    /** Asks the control API. */
    ask: () => request(`${toy().address}/_wattproof`),
    /** Asks the toy, as the client under test would. */
    client: async (path: string, init: RequestInit = as('ann')) => {
      const { toyGrid } = await toy().sandbox.addresses()
      return fetch(`${toyGrid?.['api']?.http}/api${path}`, init)
    },
  }
}
