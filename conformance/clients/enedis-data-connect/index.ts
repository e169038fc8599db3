import type { ClientModule } from '../../client/index.ts'
import { goodHabits, type Habits } from './habits/index.ts'
import { goodManners, type Manners } from './service.ts'
import { Session, type Ask, type Living } from './session.ts'

export type { Habits } from './habits/index.ts'
export type { Memory } from './memory.ts'
export type { Run } from './run.ts'
export type { Manners } from './service.ts'

/** Wherein a client differs from the good one. */
export type Differences = { habits?: Partial<Habits>; manners?: Partial<Manners> }

/**
 * A client of Enedis Data Connect as a good integrator would write it: on `oauth4webapi` and `undici`, for the APIs of
 * 2026 and for v5. It keeps listening for browsers from its first turn until it is stopped.
 */
export function dataConnectClient(differences: Differences = {}): ClientModule {
  let session: Session | undefined
  const turn = (ask: Ask): ClientModule['asks'][string] => {
    return async (asked) => {
      session ??= new Session({ ...withDifferences(differences), listens: true })
      await session.turn(asked, ask)
    }
  }
  return {
    asks: { sync: turn('sync'), authorize: turn('authorize') },
    stop: async () => {
      await session?.close()
      session = undefined
    },
  }
}

/** The good client's ways, with some of them replaced. */
export function withDifferences({ habits, manners }: Differences = {}): Pick<Living, 'habits' | 'manners'> {
  return { habits: { ...goodHabits, ...habits }, manners: { ...goodManners, ...manners } }
}
