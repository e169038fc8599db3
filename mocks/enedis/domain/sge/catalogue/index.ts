import type { EnedisHouse } from '../../../dialect/index.ts'
import type { CatalogueList, ContratId, State, UsagePointId } from '../../../model/index.ts'
import { openCustomer } from '../../customer-record.ts'
import { daysLater, parisDay, parisInstant } from '../../paris.ts'
import { openUsagePoint } from '../../usage-point.ts'
import { nextAffaire } from '../numbers.ts'
import { activateService } from '../services/life.ts'
import { write } from '../services/subscribe.ts'
import { households } from './places.ts'
import { cataloguePoints, outOfReach, transmitted } from './points.ts'

/**
 * Puts the points of a published list of homologation cases there. They are points like others: what a case is answered
 * comes from the rules. Both lists call the same points as far as is known. Source: CATALOGUE.
 */
export function openCatalogue(state: State, list: CatalogueList, house: EnedisHouse): void {
  state.sge.catalogue = list
  for (const [prm, told] of Object.entries(cataloguePoints)) {
    const customer = openCustomer(state, { name: `catalogue ${prm}`, told: {} }, house)
    openUsagePoint(state, { name: `catalogue ${prm}`, customer, told: { ...told, id: prm as UsagePointId } }, house)
  }
  for (const prm of outOfReach) state.sge.outOfReach[prm as UsagePointId] = true
  for (const { name, customer: told, point } of households()) {
    const customer = openCustomer(state, { name, told }, house)
    openUsagePoint(state, { name, customer, told: point }, house)
  }
  transmitIndexes(state, house)
}

/** What a home's indexes have been transmitted by for a month, and will be for some more. Source: CATALOGUE, F305C; INF. */
function transmitIndexes(state: State, house: EnedisHouse): void {
  const party = state.sge.you
  const contract = Object.values(state.sge.contracts).find((one) => one.party === party)?.id as ContratId
  const from = daysLater(parisDay(house.now), -30)
  const began = parisInstant(from)
  const service = write(
    state,
    {
      by: { party, environment: state.sge.environment },
      contract,
      usagePoint: transmitted as UsagePointId,
      affaire: nextAffaire(house),
      ...{ family: 'collecte', fiche: 'F305', option: null, type: 'TRANSREC', measures: 'IDX', step: 'P1D' },
      ...{ direction: 'consumption', corrected: false, periodicity: 'P1D', publications: [] },
      ...{ from, until: daysLater(from, 230) },
    },
    { orderedAt: began, activeAt: began },
    house,
  )
  activateService(state, service.id, house, from)
}
