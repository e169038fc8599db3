import type { PgeHouse } from '../dialect/index.ts'
import { refuse } from '../errors/index.ts'
import type { State, Timings } from '../model/index.ts'
import type { Seen } from '../views.ts'

/** Takes the service down, or brings it back. */
export function setService(state: State, { up }: { up: boolean }, house: PgeHouse): void {
  if (up) state.service = { status: 'up' }
  else if (state.service.status === 'up') state.service = { status: 'down', since: house.now }
}

/** What ReadServiceStatus tells: 1 in order, 0 unavailable. Source: PAGE, API connectivity. */
export function currentStatus(state: Seen): 0 | 1 {
  return state.service.status === 'up' ? 1 : 0
}

/** In an outage every resource but the service status fails. Inferred: the sources name the status only. */
export function mustBeUp(state: Seen): void {
  if (state.service.status === 'down') throw refuse.internalError()
}

/** Changes how long PG&E takes for something, and when. */
export function setTimings(state: State, timings: { [Name in keyof Timings]?: Timings[Name] | undefined }): void {
  const told = Object.entries(timings).filter(([, value]) => value !== undefined)
  Object.assign(state.settings, Object.fromEntries(told))
}
