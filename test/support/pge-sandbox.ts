import { card } from '../../mocks/pge/index.ts'
import type { State } from '../../mocks/pge/model/index.ts'
import { HeldWorld } from '../../src/sandbox/held-world.ts'
import { Sandbox } from '../../src/sandbox/sandbox.ts'
import type { Told } from './pge.ts'
import { story } from './worlds.ts'

type PgeDoors = {
  pge: {
    customer: typeof import('../../mocks/pge/customer/index.ts').customer
    utility: typeof import('../../mocks/pge/utility/index.ts').utility
  }
}

/** A sandbox with Share My Data alone in it, on ports of its own, and what a client is told of it. */
export async function openPge(given: Told = {}, dialect: Record<string, string> = {}) {
  const sandbox = await Sandbox.start({ cards: [card], portBase: 0 })
  const clock = { start: '2026-03-02T18:00:00.000Z', zone: 'America/Los_Angeles' }
  const scenario = story({ pge: given }, { clock, dialect: { pge: { switches: dialect } } })
  const held = new HeldWorld<PgeDoors>(sandbox, await sandbox.create('default', { scenario }))
  const env = await held.env()
  const told = (name: string) => env[name] ?? `${name} is not told`
  return {
    held,
    told,
    https: told('WATTPROOF_PGE_URL'),
    http: told('WATTPROOF_PGE_HTTP_URL'),
    state: <T>(look: (state: State) => T): T => held.world.read('pge', (state) => look(state as State)),
    stop: () => sandbox.stop(),
  }
}

export type OpenPge = Awaited<ReturnType<typeof openPge>>
