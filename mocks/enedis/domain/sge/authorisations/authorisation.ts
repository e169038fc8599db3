import type {
  Authorisation,
  AuthorisedData,
  CustomerId,
  Day,
  PartyId,
  State,
  SubscribedService,
  UsagePointId,
} from '../../../model/index.ts'
import type { Breach, JudgedUse, Seen, SeenAuthorisation } from '../../../views/index.ts'
import { holderOn } from '../../contracts.ts'
import { identityOf } from '../../holder.ts'
import { addMember, idsIn } from '../../members.ts'
import { parisDay } from '../../paris.ts'
import { breaches } from './breaches.ts'
import { servicesOn, stateOfService } from '../services/subscribed.ts'

/** Writes down what a customer has signed. */
export function writeAuthorisation(state: State, authorisation: Authorisation): void {
  state.sge.authorisations[authorisation.id] = authorisation
  addMember(state.index.authorisationsOf, authorisation.customer, authorisation.id)
}

/** The customer takes back what they signed for a party. */
export function withdrawAuthorisations(
  state: State,
  { customer, party, on }: { customer: CustomerId; party: PartyId; on: Day },
): string[] {
  const own = idsIn<string>(state.index.authorisationsOf[customer]).flatMap((id) => state.sge.authorisations[id] ?? [])
  const theirs = own.filter((one) => one.party === party && one.withdrawnOn === null)
  for (const one of theirs) one.withdrawnOn = on
  return theirs.map(({ id }) => id)
}

/** What a customer has signed, for whoever. */
export function authorisationsOf(state: Seen, customer: CustomerId | undefined): SeenAuthorisation[] {
  if (customer === undefined) return []
  return idsIn<string>(state.index.authorisationsOf[customer]).flatMap((id) => state.sge.authorisations[id] ?? [])
}

/** Whether what was signed is about a point. */
export const isAbout = ({ usagePoints }: SeenAuthorisation, usagePoint: UsagePointId) =>
  usagePoints === null || usagePoints.includes(usagePoint)

/**
 * What a party lacks of the customer's authorisation to what it asked for; nothing where some authorisation covers it
 * all. Of several, the one that lacks least is told. None of it is refused on the wire. Source: FAQ, authorisation of the
 * customer.
 */
export function judgeAuthorisation(state: Seen, use: JudgedUse, now: string): Breach[] {
  const today = parisDay(now)
  const point = state.usagePoints[use.usagePoint]
  const holder = point && holderOn(point, today)
  const signed = authorisationsOf(state, holder).filter((one) => isAbout(one, use.usagePoint))
  const theirs = signed.filter(({ party }) => party === use.party)
  if (theirs.length === 0) return [missing(state, use, { signed, former: point?.holders ?? [] })]
  const identity = identityOf(state, holder)
  const about = { today, isPerson: identity?.kind === 'naturalPerson', serves: serves(state, use, now) }
  const judged = theirs.map((one) => breaches(one, use, about))
  return judged.reduce((least, one) => (one.length < least.length ? one : least))
}

const lapses: readonly string[] = ['authorisation-withdrawn', 'authorisation-expired']

/**
 * What a service lacks that goes on although its customer has taken back what they signed, or although that has run out:
 * its files come all the same, until its party stops it. Source: FAQ, authorisation of the customer.
 */
export function lapseOf(
  state: Seen,
  { party, usagePoint, measures, until }: Pick<SubscribedService, 'party' | 'usagePoint' | 'measures' | 'until'>,
  now: string,
): Breach | undefined {
  const use = { party, usagePoint, data: dataOfService[measures], until, oneOff: false }
  return judgeAuthorisation(state, use, now).find(({ finding }) => lapses.includes(finding))
}

type Held = readonly { readonly customer: CustomerId }[]

function missing(
  state: Seen,
  { party, usagePoint }: JudgedUse,
  { signed, former }: { signed: readonly SeenAuthorisation[]; former: Held },
): Breach {
  const about = `usage point ${usagePoint}`
  if (signed.length > 0)
    return breach('authorisation-of-another-party', `What the customer of ${about} has signed names another party.`)
  const others = former.flatMap(({ customer }) => authorisationsOf(state, customer))
  if (others.some((one) => one.party === party && isAbout(one, usagePoint)))
    return breach('authorisation-of-another-client', `Whoever signed about ${about} no longer holds it.`)
  return breach('authorisation-missing', `The customer of ${about} has signed nothing for this party.`)
}

const breach = (finding: string, says: string): Breach => ({
  finding,
  says,
  source: 'FAQ, authorisation of the customer: it names the party and the client, who holds the point',
})

/** Without a validity of its own an authorisation holds as long as the service that it was given for. */
function serves(state: Seen, { party, usagePoint }: JudgedUse, now: string): boolean {
  return servicesOn(state, usagePoint).some((one) => one.party === party && stateOfService(one, now) !== 'TERMINE')
}

/** What each kind of measures is, in the words of authorisations. */
export const dataOfService = {
  CDC: ['curve'],
  IDX: ['indexes'],
  ENERGIE: ['dailyEnergy'],
  PMAX: ['peaks'],
  ITC: ['contract', 'technical'],
  PTD: ['technical'],
} as const satisfies Record<string, readonly AuthorisedData[]>
