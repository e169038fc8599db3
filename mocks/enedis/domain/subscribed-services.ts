import { later } from '../../../src/toolbox/calendar.ts'
import type { Look } from '../dialect/index.ts'
import { refuse } from '../errors/index.ts'
import type { DataKind, Day, Instant, Siren, UsagePointId } from '../model/index.ts'
import type {
  Bearer,
  Seen,
  SeenConsent,
  SeenUsagePoint,
  ServiceKind,
  ServiceState,
  ServiceType,
  SubscribedService,
} from '../views/index.ts'
import { applicationOf } from './application-lookup.ts'
import { usualStep } from './collection.ts'
import { consentInForce, consentsAuthorised } from './consent.ts'
import { contractsOn } from './contracts.ts'
import { paris, parisDay } from './paris.ts'
import { mustBeUntroubled } from './service.ts'

/** What a client asks of the services behind an authorisation. Null: it does not say. */
export type ServicesQuestion = {
  bearer: Bearer
  authorisation: string
  states: readonly ServiceState[]
  type: ServiceType
  kinds: readonly ServiceKind[] | null
  usagePoints: readonly string[]
  sirens: readonly string[]
  withdraws: boolean | null
  injects: boolean | null
  from: Day | null
  until: Day | null
}

/** The services behind an authorisation, or the refusal that says why they are not told. Source: SWAGGER, its errors. */
export function servicesAsked(state: Seen, asked: ServicesQuestion, look: Pick<Look, 'now'>): SubscribedService[] {
  const { bearer, authorisation, usagePoints } = asked
  const consents = consentsAuthorised(state, { clientId: bearer.clientId, authorisation })
  const own = consents.map(({ usagePoint }) => usagePoint)
  mustBeUntroubled(state, ['subscribed_services', ...own], look)
  if (usagePoints.some((id) => !Object.hasOwn(state.usagePoints, id))) throw refuse.servicesUnknownPoint()
  const isOthers = consents.length === 0 || usagePoints.some((id) => !own.some((one) => one === id))
  if (isOthers) throw refuse.servicesForbidden()
  return consents
    .filter((one) => isListed(state, one, look.now))
    .flatMap((one) => servicesOf(state, one, look.now))
    .filter((one) => isAskedFor(one, asked))
}

/** Whether an application's services on a usage point include what a contract API tells; measures need only consent. */
export function hasContractService(
  state: Seen,
  { bearer, usagePoint, data }: { bearer: Bearer; usagePoint: UsagePointId; data: DataKind },
  now: Instant,
): boolean {
  const consent = consentInForce(state, { clientId: bearer.clientId, usagePoint }, now)
  return consent === undefined || (isListed(state, consent, now) && consent.data.includes(data))
}

/** Services come up some time after the consent. Source: CLIENT, right after the redirect the list may be empty. */
function isListed(state: Seen, { grantedAt }: SeenConsent, now: Instant): boolean {
  return later(grantedAt, state.settings.servicesDelay, paris) <= now
}

/** Which data each kind of service is the right to. Source: CAPTURE, one consent is several services. */
const dataOf: Readonly<Record<ServiceKind, readonly DataKind[]>> = {
  CDC: ['loadCurve'],
  PMAX: ['maxPower'],
  IDX: ['index'],
  ENERGIE: ['dailyEnergy'],
  ITC: ['contract', 'address', 'identity', 'contact', 'supply'],
}

function servicesOf(state: Seen, consent: SeenConsent, now: Instant): SubscribedService[] {
  const point = state.usagePoints[consent.usagePoint] as SeenUsagePoint
  const { entity, environment } = applicationOf(state, consent.clientId)
  const lifeOf = stateOf(consent, now)
  const [contract] = contractsOn(point, parisDay(consent.grantedAt))
  const identity = state.customers[consent.customer]?.identity
  const shared = {
    usagePoint: consent.usagePoint,
    state: lifeOf,
    from: parisDay(consent.grantedAt),
    until: parisDay(endOf(consent)),
    withdraws: point.flows.consumption !== null,
    injects: point.flows.production !== null,
    holder: identity?.kind === 'legalEntity' ? (identity.siret.slice(0, 9) as Siren) : null,
    beneficiary: entity,
    authorisation: {
      id: consent.authorisationId,
      label: `DATACONNECT_${contract?.segment ?? 'C5'}_${lifeOf}`,
      type: environment === 'sandbox' ? ('IMPLICITE' as const) : ('EXPLICITE' as const),
    },
  }
  return (Object.keys(dataOf) as ServiceKind[]).flatMap((kind, at) => {
    if (!dataOf[kind].some((data) => consent.data.includes(data))) return []
    return { ...shared, id: numberOf(consent, at), kind, step: stepOf(kind, point) }
  })
}

/** A number of its own for each service of each consent. */
function numberOf({ id }: SeenConsent, at: number): number {
  return 30_000_000 + Number(id.replace(/\D/g, '')) * 10 + at
}

function stepOf(kind: ServiceKind, point: SeenUsagePoint): string {
  if (kind === 'ITC') return 'NA'
  if (kind !== 'CDC') return 'P1D'
  const collected = (point.flows.consumption ?? point.flows.production)?.curve.at(-1)?.step
  return `PT${collected ?? usualStep(point)}M`
}

function endOf({ expiresAt, ended }: SeenConsent): Instant {
  return ended !== null && ended.stopsAt < expiresAt ? ended.stopsAt : expiresAt
}

/** What became of a consent: asked for until calls find it, cancelled if it ended before. Which is which is inferred. */
function stateOf(consent: SeenConsent, now: Instant): ServiceState {
  const end = endOf(consent)
  if (end <= now) return end <= consent.opensAt ? 'SUPPRIME' : 'TERMINE'
  return now < consent.opensAt ? 'DEMANDE' : 'ACTIF'
}

function isAskedFor(one: SubscribedService, asked: ServicesQuestion): boolean {
  const { states, type, kinds, usagePoints, sirens, withdraws, injects, from, until } = asked
  // What a consent brings is access; the other types are those of contracts with third parties of SGE.
  if (type !== 'ACCES' || !states.includes(one.state)) return false
  if (kinds !== null && !kinds.includes(one.kind)) return false
  if (usagePoints.length > 0 && !usagePoints.includes(one.usagePoint)) return false
  if (sirens.length > 0 && (one.holder === null || !sirens.includes(one.holder))) return false
  if (withdraws !== null && one.withdraws !== withdraws) return false
  if (injects !== null && one.injects !== injects) return false
  return (from === null || one.until >= from) && (until === null || one.from <= until)
}
