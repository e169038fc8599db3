import { chance } from '../../../../../src/ground/ids.ts'
import type { Look } from '../../../dialect/index.ts'
import type { ClockRange, Day, UsagePointId } from '../../../model/index.ts'
import type {
  ContractSituation,
  HoursView,
  Seen,
  SeenContract,
  SeenUsagePoint,
  TechnicalView,
} from '../../../views/index.ts'
import { calendarsOf } from '../../calendars.ts'
import { isHome } from '../../collection.ts'
import { contractOn, termsOn, unchangedSince } from '../../contracts.ts'
import { spellOffPeak } from '../../off-peak.ts'
import { parisDay } from '../../paris.ts'
import { pointKnown } from '../point-known.ts'
import { isReadByIp } from '../services/reach.ts'
import { meterView } from './search.ts'

/** What is asked of which point, and whether the customer has authorised it. */
export type TechnicalAsked = { usagePoint: UsagePointId; isAuthorised: boolean }

/**
 * What a point is technically and under contract. Without an authorisation a filter takes away dates, segment, the ways
 * to call the meter up, and the contract. Source: SGEGUIDE, ConsultationDonneesTechniquesContractuelles.
 */
export function technicalData(
  state: Seen,
  { usagePoint, isAuthorised }: TechnicalAsked,
  { now, seed }: Pick<Look, 'now'> & { seed: string },
): TechnicalView {
  const point = pointKnown(state, usagePoint)
  const day = parisDay(now)
  const contract = contractOn(point, 'consumption', day)
  const terms = contract && termsOn(contract, day)
  const { domain, phases, connectionPowerKva } = point.supply
  return {
    usagePoint,
    state: point.state,
    address: point.address,
    servicesLevel: point.servicesLevel,
    supply: { domain, phases, connectionPowerKva: connectionPowerKva.consumption },
    breakerAmperes: isHome(point) ? breakerFor(connectionPowerKva.consumption ?? 0, phases) : null,
    meter: meterView(point),
    readBy: readBy(point),
    offPeak: terms?.offPeak ? spellOffPeak(terms.offPeak) : null,
    hours: hoursOf(contract, day),
    authorised: isAuthorised ? authorised(point, { contract, day, seed }) : null,
  }
}

/** Breakers of homes are set to a current; each kVA takes five amperes on one phase. Source: INF, NF C 14-100. */
const breakers = [15, 30, 45, 60, 90] as const
function breakerFor(kva: number, phases: 1 | 3): number {
  const amperes = (kva * 5) / phases
  return breakers.find((size) => size >= amperes) ?? breakers[4]
}

/** The classes of time of the grid's calendar, with the hours of those that are the same all year round. */
function hoursOf(contract: SeenContract | undefined, day: Day): HoursView[] {
  if (contract === undefined) return []
  const terms = termsOn(contract, day)
  const classes = calendarsOf(contract, terms)[1]?.classes ?? []
  if (classes.length < 2) return []
  return classes.map(({ id, label }) => ({ id, label, hours: id.startsWith('HC') ? spelled(terms.offPeak) : null }))
}

const spelled = (ranges: readonly ClockRange[] | null) => (ranges === null ? null : spellOffPeak(ranges))

type Behind = { contract: SeenContract | undefined; day: Day; seed: string }

function authorised(point: SeenUsagePoint, { contract, day, seed }: Behind): TechnicalView['authorised'] {
  return {
    segment: contract?.segment ?? null,
    tariffSince: unchangedSince(point, { direction: 'consumption', what: 'distributionTariff', day }) ?? null,
    ...powerChanges(point, day),
    remote: isHome(point) || readBy(point) === null ? null : remoteAccess(point, seed),
    contract: contract === undefined ? null : situationOf(point, contract, day),
  }
}

/** When more power was last subscribed to, and when less. */
function powerChanges(
  { contracts }: SeenUsagePoint,
  day: Day,
): { powerRaisedOn: Day | null; powerLoweredOn: Day | null } {
  const terms = contracts
    .filter(({ direction }) => direction === 'consumption')
    .flatMap((one) => one.terms)
    .filter(({ since }) => since <= day)
  const changed = (isSo: (now: number, before: number) => boolean) =>
    terms.findLast(({ subscribedPowerKva: now }, at) => {
      const before = terms[at - 1]?.subscribedPowerKva ?? null
      return now !== null && before !== null && isSo(now, before)
    })?.since ?? null
  return {
    powerRaisedOn: changed((now, before) => now > before),
    powerLoweredOn: changed((now, before) => now < before),
  }
}

function readBy(point: SeenUsagePoint): TechnicalView['readBy'] {
  if (meterView(point) === null || point.servicesLevel === '0') return null
  if (isHome(point)) return 'CPL'
  return isReadByIp(point) ? 'IP' : 'RTC'
}

/** A number and a key that belong to the point. Numbers that begin so are kept for fiction. Source: INF. */
function remoteAccess(point: SeenUsagePoint, seed: string): { phone: string | null; key: string } {
  const digits = (about: string) => String(Math.floor(chance(seed, point.id, about) * 10_000)).padStart(4, '0')
  const phone = `01 99 00 ${digits('phone').replace(/(..)(..)/, '$1 $2')}`
  return { phone: readBy(point) === 'RTC' ? phone : null, key: digits('key') }
}

function situationOf(point: SeenUsagePoint, contract: SeenContract, day: Day): ContractSituation {
  const terms = termsOn(contract, day)
  const { distributionTariff: tariff, subscribedPowerKva: kva, supplierCalendar: calendar } = terms
  // Homes subscribe to one power for all hours. Source: FAQ, segments; INF.
  const classes = isHome(point) ? [] : (calendarsOf(contract, terms)[1]?.classes ?? [])
  const powers = kva === null ? [] : classes.map(({ id, label }) => ({ id, label, kva }))
  return { tariff, subscribedPowerKva: kva, powers, calendar }
}
