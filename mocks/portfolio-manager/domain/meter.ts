import { refuse } from '../errors/index.ts'
import type { Look, PmHouse } from '../dialect.ts'
import type { AccountId, Meter, MeterDetails, MeterId, PropertyId, State } from '../model/index.ts'
import { suitingUnits } from '../vocabulary/unit-pairs.ts'
import type { MeterView, Seen, SeenMeter } from '../views.ts'
import { takeAway } from './access-edit.ts'
import {
  knownMeter,
  knownProperty,
  readableMeter,
  readableProperty,
  writableMeter,
  writableProperty,
} from './access-rules.ts'
import { accountOf } from './account.ts'
import { dissociate } from './association.ts'
import { signedBy, touchedBy } from './audit.ts'
import { forgetChanges, noteChange } from './changes.ts'
import { addMember, dropMember, idsIn } from './members.ts'
import { announceLevel, announceUnshare } from './notification.ts'
import { endShare, meterShareOf, openShare } from './share-book.ts'

type Caller = { caller: AccountId }

/** A provider adds a meter to a property it may change, and holds it at once (M8). Source: DOC, Meter. */
export function createMeter(
  state: State,
  { caller, property, details }: Caller & { property: PropertyId; details: MeterDetails },
  house: PmHouse,
): MeterId {
  const { owner } = writableProperty(state, { caller, property }, house)
  mustSuit(details, house)
  const { id, audit } = openMeter(state, { property, details, maker: caller }, house)
  if (caller !== owner)
    openShare(state, {
      kind: 'meter',
      provider: caller,
      item: id,
      level: 'Read Write',
      sharer: owner,
      values: {},
      audit: { ...audit },
      status: 'active',
    })
  return id
}

export function readMeter(state: Seen, asked: Caller & { meter: MeterId }, look: Look): MeterView {
  return readableMeter(state, asked, look)
}

export function editMeter(
  state: State,
  { details, ...asked }: Caller & { meter: MeterId; details: MeterDetails },
  house: PmHouse,
): void {
  const meter = writableMeter(state, asked, house)
  if (meter.details.kind !== details.kind) throw refuse.otherKindOfMeter({ wanted: meter.details.kind })
  mustSuit(details, house)
  meter.details = details
  touchedBy(meter, accountOf(state, asked.caller), house)
  noteChange(state, { kind: 'meter', id: meter.id }, house)
}

/** The caller deletes a meter it may change. Source: DOC, Meter. */
export function deleteMeter(state: State, asked: Caller & { meter: MeterId }, house: PmHouse): void {
  removeMeter(
    state,
    { meter: writableMeter(state, asked, house).id, by: asked.caller, code: house.dialect.meterDeletedCode },
    house,
  )
}

/** The meters of a property the caller may read; with `myAccessOnly` those among them that it may read too. */
export function listMeters(
  state: Seen,
  { caller, property, myAccessOnly }: Caller & { property: PropertyId; myAccessOnly: boolean },
  look: Look,
): SeenMeter[] {
  readableProperty(state, { caller, property }, look)
  const isOwn = knownProperty(state, property).owner === caller
  const held = state.index.active[caller]?.meters ?? {}
  const all = idsIn(state.index.metersOf[property])
  return all.filter((id) => !myAccessOnly || isOwn || id in held).map((id) => state.meters[id] as SeenMeter)
}

/** A meter comes to be. */
export function openMeter(
  state: State,
  { property, details, maker }: { property: PropertyId; details: MeterDetails; maker: AccountId },
  house: PmHouse,
): Meter {
  const id = String(house.ids.next('meter', 20100001)) as MeterId
  const meter: Meter = { id, property, details, audit: signedBy(accountOf(state, maker), house) }
  state.meters[id] = meter
  addMember(state.index.metersOf, property, id)
  noteChange(state, { kind: 'meter', id }, house)
  return meter
}

/** A meter goes, at once and for everyone; whoever held it is told, but for who did it (M6). X5 says with which notice. */
export function removeMeter(
  state: State,
  { meter: id, by, code }: { meter: MeterId; by: AccountId; code: 'UNSHARE' | 'SHAREUPDATE' },
  house: PmHouse,
): void {
  const meter = knownMeter(state, id)
  const editor = accountOf(state, by)
  for (const provider of idsIn(state.index.providersOfMeter[id])) {
    const share = meterShareOf(state, { provider, meter: id })
    if (!share || share.status === 'ended') continue
    if (share.status === 'pending') takeAway(state, { share, editor: by }, house)
    else {
      endShare(state, share, 'deleted', house)
      if (provider === by) continue
      if (code === 'SHAREUPDATE') announceLevel(state, { share, editor, level: 'None' }, house)
      else announceUnshare(state, { share, editor }, house)
    }
  }
  forgetChanges(state, { kind: 'meter', id })
  dissociate(state, id)
  dropMember(state.index.metersOf, meter.property, id)
  meter.deleted = { at: house.now, by }
}

function mustSuit({ type, unitOfMeasure: unit }: MeterDetails, { dialect }: PmHouse): void {
  const suiting = dialect.unitPairs === 'strict' ? suitingUnits[type] : undefined
  if (suiting && !suiting.includes(unit)) throw refuse.unitNotAllowed({ type, unit })
}
