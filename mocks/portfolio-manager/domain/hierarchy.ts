import { refuse } from '../errors/index.ts'
import type { Look } from '../dialect.ts'
import type {
  AccountId,
  ConsumptionId,
  MeterId,
  PropertyId,
  PropertyUseId,
  UseDetailId,
  WasteDataId,
} from '../model/index.ts'
import type { HierarchyView, Seen } from '../views.ts'
import { knownMeter, knownProperty } from './access-rules.ts'
import { accountOf } from './account.ts'
import { knownEntry } from './entries.ts'
import { knownDetail, knownUse } from './known-use.ts'
import { meterShareOf, propertyShareOf } from './share-book.ts'

/** A thing whose place a client asks for. */
export type Placed =
  | { property: PropertyId }
  | { propertyUse: PropertyUseId }
  | { useDetail: UseDetailId }
  | { meter: MeterId }
  | { consumptionData: ConsumptionId }
  | { wasteData: WasteDataId }

/**
 * What lies above a thing, up to the administrator of the property. Unlike any reading it may be asked while the share
 * is only on offer. Source: DOC, Id Hierarchy.
 */
export function hierarchyOf(state: Seen, { caller, of }: { caller: AccountId; of: Placed }, look: Look): HierarchyView {
  if ('property' in of) return withinProperty(state, { caller, property: of.property }, look)
  if ('propertyUse' in of) {
    const { property, id } = knownUse(state, of.propertyUse)
    return { ...withinProperty(state, { caller, property }, look), propertyUseId: id }
  }
  if ('useDetail' in of) {
    const { use, id } = knownDetail(state, of.useDetail)
    return { ...hierarchyOf(state, { caller, of: { propertyUse: use } }, look), useDetailId: id }
  }
  if ('meter' in of) return withinMeter(state, { caller, meter: of.meter }, look)
  const service = 'wasteData' in of ? 'wasteData' : 'consumptionData'
  const id = 'wasteData' in of ? of.wasteData : of.consumptionData
  const { entry } = knownEntry(state, { id, service }, look)
  const above = withinMeter(state, { caller, meter: entry.meter }, look)
  return { ...above, ...(service === 'wasteData' ? { wasteMeterDataId: id } : { consumptionDataId: id }) }
}

function withinProperty(
  state: Seen,
  { caller, property: id }: { caller: AccountId; property: PropertyId },
  { dialect }: Look,
): HierarchyView {
  const { owner, deleted } = knownProperty(state, id)
  if (deleted && dialect.softDelete === 'off') throw refuse.notFound({ noun: 'property', id })
  const status = propertyShareOf(state, { provider: caller, property: id })?.status
  if (caller !== owner && status !== 'active' && status !== 'pending') throw refuse.notShared()
  return { owner: accountOf(state, owner), propertyId: id }
}

function withinMeter(
  state: Seen,
  { caller, meter: id }: { caller: AccountId; meter: MeterId },
  { dialect }: Look,
): HierarchyView {
  const { property, deleted } = knownMeter(state, id)
  if (deleted && dialect.softDelete === 'off') throw refuse.notFound({ noun: 'meter', id })
  const { owner } = knownProperty(state, property)
  const status = meterShareOf(state, { provider: caller, meter: id })?.status
  if (caller !== owner && status !== 'active' && status !== 'pending') throw refuse.notShared()
  return { owner: accountOf(state, owner), propertyId: property, meterId: id }
}
