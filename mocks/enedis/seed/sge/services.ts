import { later } from '../../../../src/toolbox/calendar.ts'
import type { EnedisHouse } from '../../dialect/index.ts'
import { isHome } from '../../domain/collection.ts'
import { partyNamed, usagePointNamed } from '../../domain/names.ts'
import { paris, parisDay } from '../../domain/paris.ts'
import { nextAffaire } from '../../domain/sge/numbers.ts'
import { oppose } from '../../domain/sge/services/opposition.ts'
import { latestEnd } from '../../domain/sge/orders/period.ts'
import { ficheOf, optionCode } from '../../domain/sge/orders/prestations.ts'
import { activateService } from '../../domain/sge/services/life.ts'
import { write } from '../../domain/sge/services/subscribe.ts'
import type { PartyId, ServiceContract, State, SubscribedService, UsagePoint, UsagePointId } from '../../model/index.ts'
import type { Given } from '../given.ts'
import { sgeOf, type GivenService } from './given.ts'

/** What parties subscribe to as a story begins, and what customers oppose. */
export function openServices(state: State, given: Given, house: EnedisHouse): void {
  for (const told of Object.values(sgeOf(given).services)) openService(state, told, house)
  for (const { id, opposesCurve } of Object.values(state.usagePoints)) if (opposesCurve) opposeBefore(state, id, house)
}

function openService(state: State, told: GivenService, house: EnedisHouse): void {
  const orderedAt = later(house.now, `-${told.ago}`, paris)
  const activeAt = later(orderedAt, state.sge.timings.activation, paris)
  const service = write(state, wantedOf(state, told, { orderedAt, house }), { orderedAt, activeAt }, house)
  if (activeAt > house.now) house.at(activeAt, 'utility.activateService', { service: service.id })
  else activateService(state, service.id, house, parisDay(activeAt))
}

function wantedOf(state: State, told: GivenService, { orderedAt, house }: { orderedAt: string; house: EnedisHouse }) {
  const { family, measures, direction, periodicity, corrected } = told
  const usagePoint = usagePointNamed(state, told.usagePoint)
  const point = state.usagePoints[usagePoint] as UsagePoint
  const party = partyNamed(state, told.party)
  const fiche = family === 'infraJ' ? ('F375A' as const) : ficheOf(measures, { isHome: isHome(point) })
  const from = parisDay(orderedAt)
  const longest = latestEnd(from, {
    isHome: isHome(point),
    family: family === 'acces' ? 'acces' : 'collecte',
    dialect: house.dialect,
  })
  const until = told.until ?? (family === 'infraJ' ? null : longest)
  const isAccess = family === 'acces'
  const isCollection = family === 'collecte' && measures === 'CDC'
  return {
    by: { party, environment: state.sge.environment },
    contract: contractOf(state, party),
    ...{ usagePoint, direction, measures, family, fiche, from, until, affaire: nextAffaire(house) },
    option: isCollection ? optionCode(fiche, periodicity === null ? 'O2' : 'O1') : null,
    type: isAccess ? ('ACCES' as const) : periodicity === null ? ('CCDC' as const) : ('TRANSREC' as const),
    step: stepOf(point, measures),
    ...(isAccess ? { corrected: false, periodicity: null } : { corrected, periodicity }),
    publications: isAccess && periodicity !== null ? [{ corrected, periodicity, from, until }] : [],
  }
}

function contractOf({ sge }: State, party: PartyId): ServiceContract['id'] {
  const contract = Object.values(sge.contracts).find((one) => one.party === party)
  return (contract as ServiceContract).id
}

function stepOf(point: UsagePoint, measures: SubscribedService['measures']): SubscribedService['step'] {
  if (measures === 'ITC' || measures === 'PTD') return null
  if (measures !== 'CDC') return 'P1D'
  return isHome(point) ? 'PT30M' : 'PT10M'
}

/** A customer who minds as the story begins has minded for long. */
function opposeBefore(state: State, usagePoint: UsagePointId, house: EnedisHouse): void {
  oppose(state, usagePoint, { ...house, now: later(house.now, '-P1M', paris) })
}
