import type { Look } from '../dialect/index.ts'
import { refuse } from '../errors/index.ts'
import type { Direction } from '../model/index.ts'
import type {
  GeneralView,
  MeteringView,
  Seen,
  SeenConsent,
  SeenCustomer,
  SeenUsagePoint,
  SituationView,
  SupplyView,
  SynthesisView,
} from '../views/index.ts'
import { calendarsOf } from './calendars.ts'
import { isHome } from './collection.ts'
import { activatedOn, contractOn, contractsOn, termsOn, unchangedSince } from './contracts.ts'
import { mayRead, type Reading } from './data-access.ts'
import { spellOffPeak } from './off-peak.ts'
import { parisDay } from './paris.ts'
import { mustBeUntroubled } from './service.ts'
import { hasContractService } from './subscribed-services.ts'

/** The contracts of a usage point: two where its holder consumes and produces. Source: CAPTURE, situation_contrat_auto. */
export function situationTold(state: Seen, reading: Reading, look: Look): SituationView[] {
  const { point, customer, consent } = opened(state, reading, look)
  const today = parisDay(look.now)
  const { identity, mailingAddress, email, mobile, landline } = customer
  return contractsOn(point, today)
    .filter(({ holder }) => holder === consent.customer)
    .map((contract) => {
      const terms = termsOn(contract, today)
      return {
        usagePoint: point.id,
        contract,
        terms,
        powerClasses: isHome(point)
          ? null
          : (calendarsOf(contract, terms)[1]?.classes.map(({ label }) => label) ?? null),
        // Fine data of a person are told within what the customer has allowed.
        identity: consent.data.includes('identity') ? { identity, mailingAddress } : null,
        contact: consent.data.includes('contact') ? { email, mobile, landline } : null,
      }
    })
}

/** The essence of all contracts of a usage point. */
export function synthesisTold(state: Seen, reading: Reading, look: Look): SynthesisView {
  const { point } = opened(state, reading, look)
  const today = parisDay(look.now)
  const power = { direction: 'consumption', what: 'subscribedPowerKva', day: today } as const
  const since = (direction: Direction) =>
    contractOn(point, direction, today) === undefined ? null : activatedOn(point, direction, today)
  return {
    segments: contractsOn(point, today).map(({ segment }) => segment),
    activatedOn: { consumption: since('consumption'), production: since('production') },
    powerChangedOn: unchangedSince(point, power) ?? null,
    servicesLevel: point.servicesLevel,
  }
}

/** Where a usage point is. */
export function generalTold(state: Seen, reading: Reading, look: Look): GeneralView {
  return opened(state, reading, look).point.address
}

/** How the grid feeds a usage point. */
export function supplyTold(state: Seen, reading: Reading, look: Look): SupplyView {
  const { point } = opened(state, reading, look)
  const { domain, phases, connectionPowerKva } = point.supply
  return { serialNumber: meterOf(point)?.serialNumber ?? null, state: point.state, domain, phases, connectionPowerKva }
}

/** What meters a usage point, and how it is set. */
export function meteringTold(state: Seen, reading: Reading, look: Look): MeteringView {
  const { point } = opened(state, reading, look)
  const today = parisDay(look.now)
  const contract = contractOn(point, 'consumption', today)
  const terms = contract && termsOn(contract, today)
  const grid = contract && terms && calendarsOf(contract, terms)[1]
  const classes = grid?.classes.map(({ label }) => label) ?? []
  const power = terms?.subscribedPowerKva ?? null
  return {
    meter: meterOf(point) ?? null,
    powersKva: power === null ? [] : isHome(point) ? [power] : classes.map(() => power),
    classes,
    offPeak: terms?.offPeak ? spellOffPeak(terms.offPeak) : null,
  }
}

function meterOf({ meters }: SeenUsagePoint): SeenUsagePoint['meters'][number] | undefined {
  return meters.findLast(({ removedOn }) => removedOn === null)
}

/** Source: CAPTURE, without services of this kind "le flux est stoppé"; SWAGGER, without consent 403. */
function opened(
  state: Seen,
  reading: Reading,
  look: Look,
): { point: SeenUsagePoint; customer: SeenCustomer; consent: SeenConsent } {
  const { bearer, usagePoint } = reading
  mustBeUntroubled(state, [usagePoint, bearer.api ?? ''], look)
  if (!hasContractService(state, reading, look.now)) throw refuse.noServices()
  const consent = mayRead(state, reading, look)
  const [point, customer] = [state.usagePoints[usagePoint], state.customers[consent.customer]]
  if (point === undefined || customer === undefined) throw refuse.noConsent()
  return { point, customer, consent }
}
