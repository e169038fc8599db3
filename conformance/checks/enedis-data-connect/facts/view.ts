import type { Evidence } from '../../../evidence.ts'
import { walkBack, type Past } from '../../../past.ts'
import type { Direction, Generation } from './resources.ts'

export type Consent = {
  id: string
  authorisationId: string
  usagePoint: string
  customer: string
  page: 'v1' | 'v2'
  data: readonly string[]
  grantedAt: string
  expiresAt: string
  opensAt: string
  ended: null | { by: string; at: string; stopsAt: string }
  flaw: string | null
}
export type Point = {
  segment: string | undefined
  commissionedOn: string
  publishedAfterDays: number
  /** Whether the curve was ever collected; undefined where nothing is measured. */
  flows: Readonly<Record<Direction, { isCurveCollected: boolean } | undefined>>
}

/** What is true at one moment of the consents that the client has, and of the usage points they are about. */
export type View = {
  consents: readonly Consent[]
  points: Readonly<Record<string, Point>>
  generations: Readonly<Record<Generation, boolean>>
  /** When in the morning yesterday is published. */
  publishAt: string
  /** What the story calls usage points. */
  names: Readonly<Record<string, string>>
}

type Flow = { curve: readonly unknown[] } | null
type StatePoint = Pick<Point, 'commissionedOn' | 'publishedAfterDays'> & {
  flows: Record<Direction, Flow>
  contracts: readonly { segment: string; endsOn: string | null }[]
}

/** As much of Enedis's state as a view shows. */
type State = {
  you: string
  names: { usagePoint: Record<string, string> }
  applications: Record<string, { entity: string }>
  consents: Record<string, Consent & { clientId: string }>
  usagePoints: Record<string, StatePoint>
  service: { generations: Record<Generation, boolean> }
  settings: { publishAt: string }
}

const pasts = new WeakMap<Evidence, Past<View>>()

/** What was true at each moment of a story. */
export function truth(evidence: Evidence): Past<View> {
  const known = pasts.get(evidence) ?? walkBack(evidence, (state) => viewOf(state as State))
  pasts.set(evidence, known)
  return known
}

/** What is true when a story is over. */
export function inTheEnd(evidence: Evidence): View {
  return truth(evidence).after({ id: Number.MAX_SAFE_INTEGER })
}

/** When calls no longer find a consent: when it expires, or earlier where somebody ended it. */
export function openUntil({ expiresAt, ended }: Consent): string {
  return ended !== null && ended.stopsAt < expiresAt ? ended.stopsAt : expiresAt
}

/** Whether calls find a consent. */
export function isOpen(consent: Consent, at: string): boolean {
  return consent.opensAt <= at && at < openUntil(consent)
}

/** A usage point in words: the story's name, and its number. */
export function named(evidence: Evidence, usagePoint: string): string {
  const name = inTheEnd(evidence).names[usagePoint]
  return name === undefined ? usagePoint : `${name} (${usagePoint})`
}

/** Several of them. */
export function listed(evidence: Evidence, usagePoints: readonly string[]): string {
  return usagePoints.map((one) => named(evidence, one)).join(', ')
}

function viewOf({ you, names, applications, consents, usagePoints, service, settings }: State): View {
  const own = Object.values(consents).filter(({ clientId }) => entityOf(clientId) === entityOf(you))
  function entityOf(clientId: string) {
    return applications[clientId]?.entity
  }
  return {
    consents: structuredClone(own),
    points: Object.fromEntries(Object.entries(usagePoints).map(([id, point]) => [id, pointOf(point)])),
    generations: { ...service.generations },
    publishAt: settings.publishAt,
    names: Object.fromEntries(Object.entries(names.usagePoint).map(([name, id]) => [id, name])),
  }
}

function pointOf({ flows, contracts, commissionedOn, publishedAfterDays }: StatePoint): Point {
  const flow = (told: Flow) => (told === null ? undefined : { isCurveCollected: told.curve.length > 0 })
  const segment = contracts.find(({ endsOn }) => endsOn === null)?.segment
  const { consumption, production } = flows
  return {
    ...{ segment, commissionedOn, publishedAfterDays },
    flows: { consumption: flow(consumption), production: flow(production) },
  }
}
