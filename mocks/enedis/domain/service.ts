import { later } from '../../../src/toolbox/calendar.ts'
import type { EnedisHouse, Look } from '../dialect/index.ts'
import { refusalNamed, refuse } from '../errors/index.ts'
import type { Generation, State } from '../model/index.ts'
import type { Seen } from '../views/index.ts'
import { paris } from './paris.ts'

/** Lets a generation answer, or answer no more. */
export function setGeneration(state: State, { generation, on }: { generation: Generation; on: boolean }): void {
  state.service.generations[generation] = on
}

/** What is switched off answers as if it were not there; what it answered in truth is not public. */
export function mustBeOn(state: Seen, generation: Generation): void {
  if (!state.service.generations[generation]) throw refuse.generationOff()
}

/** Everything that is read, as far as trouble is concerned; tokens are the gateway's own. */
export const everything = '*'

/** Has Enedis answer a refusal instead of the right answer: everywhere, in one API, or for one usage point. */
export function beginTrouble(
  state: State,
  { about, refusal, lasts }: { about: string; refusal: string; lasts: string | undefined },
  { now }: Pick<EnedisHouse, 'now'>,
): void {
  const until = lasts === undefined ? null : later(now, lasts, paris)
  state.service.troubles[about] = { refusal, since: now, until }
}

export function endTrouble(state: State, about: string): void {
  delete state.service.troubles[about]
}

/** Refuses what Enedis has trouble with; of several troubles that of the narrowest thing is told. */
export function mustBeUntroubled(state: Seen, about: readonly string[], { now }: Pick<Look, 'now'>): void {
  for (const one of about) {
    const trouble = state.service.troubles[one]
    if (trouble === undefined || (trouble.until !== null && now >= trouble.until)) continue
    throw refusalNamed(trouble.refusal) ?? refuse.technicalError()
  }
}

type Settings = State['settings']

/** Changes how long things take at Enedis, and when they happen. */
export function setTimings(state: State, timings: { [Name in keyof Settings]?: Settings[Name] | undefined }): void {
  const told = Object.entries(timings).filter(([, value]) => value !== undefined)
  Object.assign(state.settings, Object.fromEntries(told))
}
