import type { ClientModule } from '../../client/index.ts'
import { goodHabits, type Habits } from './habits/index.ts'
import { goodManners, type Manners } from './line.ts'
import { asks, Session, type Ask, type Living } from './session.ts'

export type { Habits } from './habits/index.ts'
export type { Memory } from './memory.ts'
export type { Manners } from './line.ts'
export type { Run } from './run.ts'

/** Wherein a client differs from the good one. */
export type Differences = { habits?: Partial<Habits>; manners?: Partial<Manners> }

/**
 * A client of Enedis SGE as a good integrator would write it: on the npm package `soap`, with a client certificate, and
 * with readers of its own for the files that arrive by night.
 */
export function sgeClient(differences: Differences = {}): ClientModule {
  let session: Session | undefined
  const turn = (ask: Ask): ClientModule['asks'][string] => {
    return async (asked) => {
      session ??= new Session(withDifferences(differences))
      await session.turn(asked, ask)
    }
  }
  return {
    asks: Object.fromEntries(asks.map((ask) => [ask, turn(ask)])),
    stop: async () => {
      await session?.close()
      session = undefined
    },
  }
}

/** The good client's ways, with some of them replaced. */
export function withDifferences({ habits, manners }: Differences = {}): Living {
  return { habits: { ...goodHabits, ...habits }, manners: { ...goodManners, ...manners } }
}
