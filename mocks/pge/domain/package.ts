import type { Look, PgeHouse } from '../dialect/index.ts'
import { refuse } from '../errors/index.ts'
import type {
  AuthorizationId,
  ClientId,
  Commodity,
  CorrelationId,
  Instant,
  Package,
  PackageKind,
  State,
  Window,
} from '../model/index.ts'
import type { Coverage, NoticeResource, Seen, SeenPackage } from '../views.ts'
import { bulkCoverage, subscriptionCoverage } from './coverage.ts'
import { announce } from './notice.ts'
import { pacificLater } from './pacific.ts'
import { registrationOf } from './registration-lookup.ts'
import { newUuid } from './secrets.ts'

/** An asynchronous request, as its notice will answer it. Plain data: the agenda keeps it. */
export type PackageRequest = {
  kind: PackageKind
  clientId: ClientId
  authorization: AuthorizationId | null
  window: Window | null
  daily: boolean
  askedAt: Instant
  /** The address the client used; null for what nobody asked for. */
  origin: string | null
  transactionId: string
}

/** Takes a request on: the notice follows when the package is ready. Source: PAGE, asynchronous requests. */
export function requestPackage(state: State, request: PackageRequest, house: PgeHouse): void {
  house.later(state.settings.packagingDelay, 'utility.packageReady', { request })
}

/**
 * A package is ready, or one for each commodity that the request covers; the correlation id first appears in the
 * notice. What ended meanwhile gets none. Source: PAGE, notifications; WIRE, two resources in one notice.
 */
export function packageReady(state: State, { request }: { request: PackageRequest }, house: PgeHouse): Package[] {
  const { clientId, kind, origin, transactionId } = request
  const covered = coverageFor(state, request, house.now)
  if (covered.length === 0) return []
  const packages = commoditiesIn(state, request, covered).map((commodity) => keep(state, request, commodity, house))
  const resources = packages.map((one) => resourceOf(state, one))
  const registration = registrationOf(state, clientId)
  const why = request.daily ? 'the daily package is ready' : `the asked ${kind} package is ready`
  const content = { why, resources, origin, transactionId }
  announce(registration, request.daily ? 'daily' : 'packageReady', content, house)
  return packages
}

/** A prepared package by the id in a notice; an id that nobody was sent is never a new request. Source: INF. */
export function packageOf(
  state: Seen,
  asked: { correlationId: string; kind: PackageKind; clientId: ClientId; authorization: AuthorizationId | null },
  { now }: Pick<Look, 'now'>,
): SeenPackage {
  const packages: Readonly<Record<string, SeenPackage>> = state.packages
  const found = Object.hasOwn(packages, asked.correlationId) ? packages[asked.correlationId] : undefined
  if (found?.kind !== asked.kind) throw refuse.correlationUnknown()
  const isTheirs = found.clientId === asked.clientId
  const isOfSubscription = asked.kind !== 'subscription' || found.authorization === asked.authorization
  if (!isTheirs || !isOfSubscription) throw refuse.notYours()
  if (now >= pacificLater(found.readyAt, state.settings.packageLife)) throw refuse.packageGone()
  return found
}

/** Which agreements a package holds: those of its commodity that its request covers, as things stand now. */
export function packageCoverage(state: Seen, one: SeenPackage, now: Instant): Coverage[] {
  const covered = coverageFor(state, one, now)
  return covered.filter(({ agreement }) => !one.commodity || state.agreements[agreement]?.commodity === one.commodity)
}

function coverageFor(
  state: Seen,
  { kind, clientId, authorization, daily }: Pick<PackageRequest, 'kind' | 'clientId' | 'authorization' | 'daily'>,
  now: Instant,
): Coverage[] {
  const all =
    authorization === null ? bulkCoverage(state, clientId, now) : subscriptionCoverage(state, authorization, now)
  return daily && kind === 'bulk' ? all : all.filter(({ correctionsOnly }) => !correctionsOnly)
}

function commoditiesIn(state: Seen, { kind }: PackageRequest, covered: Coverage[]): (Commodity | null)[] {
  if (kind === 'bulkCustomers' || kind === 'bulkPrograms') return [null]
  const met = new Set(covered.map(({ agreement }) => state.agreements[agreement]?.commodity))
  return (['electric', 'gas'] as const).filter((commodity) => met.has(commodity))
}

function keep(state: State, request: PackageRequest, commodity: Commodity | null, house: PgeHouse): Package {
  const correlationId = newUuid('correlation', house) as CorrelationId
  const { kind, clientId, authorization, window, daily, askedAt, transactionId } = request
  const about = { kind, clientId, authorization, window, daily, askedAt, transactionId }
  state.packages[correlationId] = { correlationId, ...about, commodity, readyAt: house.now }
  return state.packages[correlationId]
}

function resourceOf(state: Seen, { kind, authorization, clientId, correlationId }: Package): NoticeResource {
  return { kind, id: authorization ?? registrationOf(state, clientId).bulkId, correlationId }
}
