import type { ClientModule, Words } from '../../client/index.ts'
import { goodHabits, type Habits } from './habits/index.ts'
import type { Run } from './run.ts'
import { goodManners, type Manners } from './service.ts'
import { Session } from './session.ts'

export type { Habits } from './habits/index.ts'
export type { Memory } from './memory.ts'
export type { Run } from './run.ts'
export type { Manners } from './service.ts'

/** Wherein a client differs from the good one. */
export type Differences = { habits?: Partial<Habits>; manners?: Partial<Manners> }

type Asked = { env: Readonly<Record<string, string>>; say: (words: Words) => void }

/**
 * A client of PG&E Share My Data as a good integrator would write it: on `oauth4webapi`, and on `undici` with a client
 * certificate. It keeps listening for browsers and notices from its first turn until it is stopped.
 */
export function shareMyDataClient({ habits, manners }: Differences = {}): ClientModule {
  const own = { habits: { ...goodHabits, ...habits }, manners: { ...goodManners, ...manners } }
  let session: Session | undefined
  const turn = (task: (run: Run) => Promise<void>) => {
    return async ({ env, say }: Asked): Promise<void> => {
      session ??= new Session(own)
      await session.turn({ env, say }, task)
    }
  }
  return {
    asks: {
      sync: turn((run) => run.habits.sync(run)),
      authorize: turn((run) => run.habits.authorize(run)),
      serve: turn((run) => run.habits.serve(run)),
      revoke: turn((run) => run.habits.revoke(run)),
    },
    stop: async () => {
      await session?.close()
      session = undefined
    },
  }
}
