import type { Call } from '../../../src/contract/endpoint.ts'
import type { PgeVisit } from '../access/index.ts'
import { subscriptionCoverage } from '../domain/coverage.ts'
import { mustBeGranted, usagePointOf } from '../domain/resources.ts'
import { openedAs } from '../domain/token-rules.ts'
import { mustNotBeTooLong } from '../domain/window.ts'
import type { AuthorizationId, DataGroup, Window } from '../model/index.ts'
import type { Bearer, Seen, UsagePointView } from '../views.ts'
import { lookOf, parameter, root, windowIn } from './resource.ts'

/** Where the resources of one usage point stand. */
export const usagePoints = `${root}/Subscription/:subscriptionId/UsagePoint` as const
export const oneUsagePoint = `${usagePoints}/:usagePointId` as const

/** What a path names: the caller's own authorization, and one of its usage points. */
export type Named = { authorization: AuthorizationId; usagePoint: string }

export function named(c: Call, visit: PgeVisit, bearer: Bearer, state: Seen): Named {
  const { id } = openedAs(state, { bearer, id: parameter(c, 'subscriptionId') }, visit)
  return { authorization: id, usagePoint: parameter(c, 'usagePointId') }
}

/** The same, for data that only some groups open. */
export function granted(c: Call, visit: PgeVisit, bearer: Bearer, state: Seen, ...groups: DataGroup[]): Named {
  const about = named(c, visit, bearer, state)
  mustBeGranted(subscriptionCoverage(state, about.authorization, visit.now), ...groups)
  return about
}

/** One usage point with its readings and bills in a window. */
export function pointWithin(c: Call, visit: PgeVisit, bearer: Bearer, window: Window): UsagePointView {
  return visit.store.read((state) =>
    usagePointOf(state, { ...granted(c, visit, bearer, state, 'Usage', 'Billing'), window }, lookOf(visit)),
  )
}

/** The window of a request that is answered at once. */
export function windowNow(c: Call, visit: PgeVisit): Window {
  const window = windowIn(c, visit)
  mustNotBeTooLong(window, visit)
  return window
}
