import type { Evidence } from '../../../evidence.ts'
import { walkBack, type Past } from '../../../past.ts'
import { daysLater, pacificMidnight } from './pacific.ts'

export type Authorization = {
  id: string
  customer: string
  agreements: readonly string[]
  grantedAt: string
  /** The last day of access; null: indefinite. */
  endsOn: string | null
  how: 'online' | 'paper' | 'self'
  ended: null | { by: string; at: string; accessUntil: string }
}
export type Certificate = { by: 'fingerprint' | 'commonName'; value: string }
export type Registration = {
  clientId: string
  userType: 'standard' | 'eef' | 'selfAccess' | 'cca'
  applicationId: string
  redirectUri: string | null
  notifyUri: string | null
  notifyMe: boolean
  certificate: Certificate | null
  nextCertificate: Certificate | null
  life: { status: string }
  /** When each test was passed; null: not yet. */
  tests: Readonly<Record<'connectivity' | 'oauth' | 'applicationInformation', string | null>>
}

/** What is true at one moment of the client's registration, and of the customers who authorized it. */
export type View = {
  registration: Registration
  authorizations: Readonly<Record<string, Authorization>>
  /** Service agreements by usage point: the SA id of the bill, whose it is, and whether service goes on. */
  agreements: Readonly<Record<string, { name: string; customer: string; status: string }>>
  isUp: boolean
  /** What the story calls customers and agreements. */
  names: Readonly<Record<string, string>>
}

/** As much of the provider's state as a view shows. */
type State = {
  you: string
  names: { customer: Record<string, string>; agreement: Record<string, string> }
  registrations: Record<string, Registration>
  authorizations: Record<string, Authorization & { clientId: string }>
  agreements: Record<string, { name: string; customer: string; status: { kind: string } }>
  service: { status: string }
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

/** When access ends: after the last day, or earlier where someone ended it; null: no end in sight. */
export function accessUntil({ endsOn, ended }: Authorization): string | null {
  const byDate = endsOn === null ? null : pacificMidnight(daysLater(endsOn, 1))
  if (ended === null) return byDate
  return byDate !== null && byDate < ended.accessUntil ? byDate : ended.accessUntil
}

/** Whether access has ended. */
export function isOver(authorization: Authorization, at: string): boolean {
  const until = accessUntil(authorization)
  return until !== null && at >= until
}

/** A customer, an authorization or an agreement in words: the story's name, and the id the client knows. */
export function named(evidence: Evidence, id: string): string {
  const { names, authorizations } = inTheEnd(evidence)
  const customer = names[`customer ${authorizations[id]?.customer}`]
  if (customer !== undefined) return `authorization ${id} of ${customer}`
  const agreement = names[`agreement ${id}`]
  return agreement === undefined ? id : `${agreement} (${id})`
}

function viewOf(state: State): View {
  const { you, names, registrations, authorizations, agreements, service } = state
  const own = Object.entries(authorizations).filter(([, { clientId }]) => clientId === you)
  return {
    registration: structuredClone(registrations[you] as Registration),
    authorizations: structuredClone(Object.fromEntries(own)),
    agreements: Object.fromEntries(
      Object.entries(agreements).map(([id, { name, customer, status }]) => [
        id,
        { name, customer, status: status.kind },
      ]),
    ),
    isUp: service.status === 'up',
    names: Object.fromEntries(
      Object.entries({ customer: names.customer, agreement: names.agreement }).flatMap(([kind, known]) =>
        Object.entries(known).map(([name, id]) => [`${kind} ${id}`, name]),
      ),
    ),
  }
}
