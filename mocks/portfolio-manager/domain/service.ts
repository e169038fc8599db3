import { refuse } from '../errors/index.ts'
import type { State } from '../model/index.ts'
import type { Seen } from '../views.ts'

/** Turns every caller away while the provider is down for maintenance. Source: ERR, status 502. */
export function mustBeUp(state: Seen): void {
  if (state.service.down) throw refuse.maintenance()
}

/** The provider's machines go down or come back. */
export function setDown(state: State, { down }: { down: boolean }): void {
  state.service.down = down
}

/** How long an item still reads after its share has ended: EPA's host takes a while to notice. Source: E2E polls. */
export function setPropagationDelay(state: State, { lasts }: { lasts: string }): void {
  state.service.propagationDelay = lasts
}
