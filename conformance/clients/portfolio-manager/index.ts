import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ClientModule } from '../../client/index.ts'
import { goodHabits, type Habits } from './habits/index.ts'
import { openMemory } from './memory.ts'
import type { Run } from './run.ts'
import { goodManners, Service, type Manners } from './service.ts'
import { settingFrom, type Setting } from './setting.ts'

export type { Habits } from './habits/index.ts'
export type { Manners } from './service.ts'
export type { Run } from './run.ts'

/** Wherein a client differs from the good one. */
export type Differences = { habits?: Partial<Habits>; manners?: Partial<Manners>; verifiesOwners?: boolean }

/** A client of Portfolio Manager as a good integrator would write it, on the npm package `portfolio-manager`. */
export function portfolioManagerClient({ habits, manners, verifiesOwners = false }: Differences = {}): ClientModule {
  const during = (work: (run: Run) => Promise<void>): ClientModule['asks'][string] => {
    return async ({ env, say }) => {
      const run = begin(
        settingFrom(env, { verifiesOwners }),
        { ...goodHabits, ...habits },
        { ...goodManners, ...manners },
      )
      await work(run)
      say(run.habits.conclude(run))
      if (run.troubles.length > 0) throw new Error(run.troubles.join(' '))
    }
  }
  return {
    asks: {
      /** What EPA and NRCan advise to do at the start of each session, then the day's work. */
      sync: during(sync),
      disconnect: during((run) => run.habits.disconnect(run, { keepShares: false })),
      disconnectKeepingShares: during((run) => run.habits.disconnect(run, { keepShares: true })),
      unshareProperties: during((run) => run.habits.giveBackProperties(run)),
      unshareMeters: during((run) => run.habits.giveBackMeters(run)),
      rejectConnections: during((run) => run.habits.rejectConnections(run)),
      rejectMeters: during((run) => run.habits.rejectMeters(run)),
      correctReadings: during((run) => run.habits.correctReadings(run)),
    },
  }
}

async function sync(run: Run): Promise<void> {
  const { habits } = run
  await habits.takeNotices(run)
  const asked = {
    connections: await habits.pendingConnections(run),
    properties: await habits.pendingProperties(run),
    meters: await habits.pendingMeters(run),
  }
  await habits.learn(run)
  await habits.answerAll(run, asked)
  await habits.takeStock(run)
  await habits.exchange(run)
}

function begin(setting: Setting, habits: Habits, manners: Manners): Run {
  const { memory, save } = openMemory(setting.stateDir)
  // This client takes its time from WATTPROOF_NOW, as one does whose clock was shifted.
  if (setting.stateDir !== undefined) writeFileSync(join(setting.stateDir, '.clock-shifted'), '')
  const service = new Service(setting, manners)
  return { setting, service, memory, save, habits, troubles: [], findings: { readings: {}, metrics: [] } }
}
