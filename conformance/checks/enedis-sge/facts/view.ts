import type { Evidence } from '../../../evidence.ts'
import { walkBack, type Past } from '../../../past.ts'
import { parisDay } from './paris.ts'

/** A service that the client's party has on a point. */
export type Service = {
  id: string
  affaire: string
  party: string
  usagePoint: string
  direction: 'consumption' | 'production'
  measures: string
  environment: 'production' | 'homologation'
  orderedAt: string
  activeAt: string
  from: string
  until: string | null
  stopped: null | { at: string }
}
export type Point = { segment: string | undefined }

/** What is true at one moment of the client's party, of its services, and of the points they are on. */
export type View = {
  environment: 'production' | 'homologation'
  services: readonly Service[]
  points: Readonly<Record<string, Point>>
  /** What the story calls usage points. */
  names: Readonly<Record<string, string>>
  sessions: readonly { from: string; until: string }[] | null
  /** Numbers of the contracts of the client's party, and its logins. */
  contracts: readonly string[]
  logins: readonly string[]
  /** Whether its certificate is let in. */
  isLetIn: boolean
}

type Contract = { segment: string; endsOn: string | null }
/** As much of Enedis's state as a view shows. */
type State = {
  names: { usagePoint: Record<string, string> }
  usagePoints: Record<string, { contracts: readonly Contract[] }>
  sge: {
    you: string
    environment: View['environment']
    sessions: View['sessions']
    subscriptions: Record<string, Service>
    contracts: Record<string, { id: string; party: string }>
    users: Record<string, { login: string; party: string }>
    parties: Record<string, { reached: string | null }>
  }
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

/** A usage point in words: the story's name, and its number. */
export function named(evidence: Evidence, usagePoint: string): string {
  const name = inTheEnd(evidence).names[usagePoint]
  return name === undefined ? usagePoint : `${name} (${usagePoint})`
}

/** Whether a point is one of a home, whose intervals are stamped at their end. */
export function isHome(evidence: Evidence, usagePoint: string): boolean {
  const { segment = 'C5' } = inTheEnd(evidence).points[usagePoint] ?? {}
  return segment === 'C5' || segment === 'P4'
}

function viewOf({ names, usagePoints, sge }: State): View {
  const own = <One extends { party: string }>(all: Record<string, One>) =>
    Object.values(all).filter(({ party }) => party === sge.you)
  const { environment, sessions } = sge
  return {
    ...{ environment, sessions },
    services: structuredClone(own(sge.subscriptions)),
    points: Object.fromEntries(Object.entries(usagePoints).map(([id, { contracts }]) => [id, pointOf(contracts)])),
    names: Object.fromEntries(Object.entries(names.usagePoint).map(([name, id]) => [id, name])),
    contracts: own(sge.contracts).map(({ id }) => id),
    logins: own(sge.users).map(({ login }) => login),
    isLetIn: sge.parties[sge.you]?.reached === 'accessOpened',
  }
}

function pointOf(contracts: readonly Contract[]): Point {
  return { segment: (contracts.find(({ endsOn }) => endsOn === null) ?? contracts.at(-1))?.segment }
}

/** Several of them. */
export function listed(evidence: Evidence, usagePoints: readonly string[]): string {
  return usagePoints.map((one) => named(evidence, one)).join(', ')
}

/** Whether a service runs, or is about to, at a moment. */
export function isAlive({ orderedAt, stopped, until }: Service, at: string): boolean {
  return orderedAt <= at && (stopped === null || at < stopped.at) && (until === null || parisDay(at) <= until)
}
