import type { EnedisHouse } from '../../../dialect/index.ts'
import { refuse } from '../../../errors/index.ts'
import type {
  ContratId,
  Day,
  Direction,
  Publication,
  State,
  SubscribedService,
  UsagePoint,
  UsagePointId,
} from '../../../model/index.ts'
import type { Agreement, Orderer } from '../../../views/index.ts'
import { isHome } from '../../collection.ts'
import { dayAfter, parisDay } from '../../paris.ts'
import { publicationOf, type Affair, type PublicationAsked } from './access.ts'
import { mustBeAgreed } from '../authorisations/declared-client.ts'
import { startTransmission } from '../files/due.ts'
import { nextAffaire } from '../numbers.ts'
import { latestEnd } from './period.ts'
import { mustWorkHere } from '../platform/as-found.ts'
import { pointKnown } from '../point-known.ts'
import { stoppable } from './stop.ts'
import { endWithItsTime } from '../services/subscribe.ts'
import { stateOfService } from '../services/subscribed.ts'

type On = { by: Orderer; usagePoint: UsagePointId; contract: ContratId; direction: Direction }

/** Which services are to last longer, and until when; left out: as long as may be. */
export type RenewalAsked = On & { until: Day | null; agreement: Agreement | null; services: readonly string[] }

/**
 * Has services of access last longer, all or none, under an affair of its own each. That the new end is counted from
 * today is inferred. Source: WSDL, CommandeRenouvellementServicesAccesDonnees; SGEGUIDE, 26.x: up to 36 months.
 */
export function renewAccess(state: State, { until, agreement, ...asked }: RenewalAsked, house: EnedisHouse): Affair[] {
  const today = parisDay(house.now)
  const { point, services } = accessOn(state, asked, house)
  if (agreement !== null) mustBeAgreed(state, agreement, { by: asked.by, usagePoint: point.id, now: house.now })
  const latest = latestEnd(today, { isHome: isHome(point), family: 'acces', dialect: house.dialect })
  const end = until ?? latest
  if (end > latest) throw refuse.sgeEndTooLate()
  if (end <= today) throw refuse.sgeEndBeforeStart()
  if (services.some((one) => one.until === null || one.until >= end)) throw refuse.sgeAlreadyActive()
  return services.map((service) => {
    const affaire = nextAffaire(house)
    for (const one of service.publications) if (one.until === service.until) one.until = end
    Object.assign(service, { affaire, until: end })
    endWithItsTime(service, house)
    return { affaire, service: service.id, measures: service.measures }
  })
}

/** How what a service brings is to be published otherwise. */
export type OptionsAsked = On & {
  changes: readonly { service: string; add: readonly PublicationAsked[]; remove: readonly PublicationAsked[] }[]
}

/** Adds ways of publishing from today on, and ends others. Source: WSDL, …ModificationOptions…; ANNEX, 567 and 570. */
export function changeOptions(state: State, { changes, ...asked }: OptionsAsked, house: EnedisHouse): Affair[] {
  const { point, services } = accessOn(state, { ...asked, services: changes.map(({ service }) => service) }, house)
  return services.map((service, at) => {
    const { add = [], remove = [] } = changes[at] ?? {}
    const today = parisDay(house.now)
    for (const one of remove) endPublication(service, one, today)
    for (const one of add) addPublication(service, publicationOf(point, one, { from: today, until: service.until }))
    const isPublished = service.publications.some((one) => isRunning(one, today))
    if (isPublished && stateOfService(service, house.now) === 'ACTIF') startTransmission(state, service, house)
    return { affaire: service.affaire, service: service.id, measures: service.measures }
  })
}

function endPublication({ publications }: SubscribedService, asked: PublicationAsked, today: Day): void {
  const running = publications.find((one) => isLike(one, asked) && isRunning(one, today))
  if (running === undefined) throw refuse.sgeOptionInactive()
  running.until = dayAfter(today, '-P1D')
}

function addPublication({ publications }: SubscribedService, wanted: Publication): void {
  if (publications.some((one) => isLike(one, wanted) && isRunning(one, wanted.from))) throw refuse.sgeAlreadyActive()
  publications.push(wanted)
}

const isLike = (one: Publication, asked: PublicationAsked) =>
  one.corrected === asked.corrected && one.periodicity === asked.periodicity
/** Whether a way of publishing holds on a day. */
const isRunning = ({ until }: Publication, day: Day) => until === null || until >= day

function accessOn(
  state: State,
  { by, usagePoint, contract, direction, services }: On & { services: readonly string[] },
  house: EnedisHouse,
): { point: UsagePoint; services: SubscribedService[] } {
  const point = pointKnown(state, usagePoint) as UsagePoint
  mustWorkHere(point, { by, dialect: house.dialect }, parisDay(house.now))
  const found = services.map((service) => stoppable(state, { by, usagePoint, contract, service }, house))
  for (const one of found) {
    if (one.family !== 'acces') throw refuse.sgeWrongObject()
    if (one.direction !== direction) throw refuse.sgeDirectionUnfit()
  }
  return { point, services: found }
}
