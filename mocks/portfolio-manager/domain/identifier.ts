import { refuse } from '../errors/index.ts'
import type { Look, PmHouse } from '../dialect.ts'
import type {
  AccountId,
  Identified,
  Identifier,
  IdentifierDetails,
  IdentifierId,
  Members,
  PropertyId,
  State,
} from '../model/index.ts'
import type { IdentifierView, Seen } from '../views.ts'
import { identifierTypes, type IdentifierType } from '../vocabulary/identifiers.ts'
import { readableMeter, readableProperty, writableMeter, writableProperty } from './access-rules.ts'
import { addMember, dropMember, idsIn } from './members.ts'
import { listMeters } from './meter.ts'

type Asked = { caller: AccountId; on: Identified }

/** The caller writes down by which number somebody else knows a property or a meter. Source: DOC, Identifiers. */
export function createIdentifier(
  state: State,
  { details, ...asked }: Asked & { details: IdentifierDetails },
  house: PmHouse,
): IdentifierId {
  mustBeWritable(state, asked, house)
  mustBeFree(state, { on: asked.on, details })
  const id = String(house.ids.next('identifier', 7100001)) as IdentifierId
  state.identifiers[id] = { id, on: asked.on, details }
  if ('meter' in asked.on) addMember(state.index.identifiersOfMeter, asked.on.meter, id)
  else addMember(state.index.identifiersOfProperty, asked.on.property, id)
  return id
}

/** The identifiers of an item the caller may read. */
export function listIdentifiers(state: Seen, asked: Asked, look: Look): IdentifierView[] {
  mustBeReadable(state, asked, look)
  return idsIn(shelfOf(state, asked.on)).map((id) => viewOf(state.identifiers[id] as Identifier))
}

/** Those of every meter of a property that the caller may read. */
export function listMeterIdentifiers(
  state: Seen,
  asked: { caller: AccountId; property: PropertyId },
  look: Look,
): IdentifierView[] {
  return listMeters(state, { ...asked, myAccessOnly: true }, look).flatMap(({ id: meter }) =>
    listIdentifiers(state, { caller: asked.caller, on: { meter } }, look),
  )
}

export function readIdentifier(
  state: Seen,
  { identifier, ...asked }: Asked & { identifier: IdentifierId },
  look: Look,
): IdentifierView {
  mustBeReadable(state, asked, look)
  return viewOf(knownIdentifier(state, { on: asked.on, identifier }))
}

export function editIdentifier(
  state: State,
  { identifier, details, ...asked }: Asked & { identifier: IdentifierId; details: IdentifierDetails },
  house: PmHouse,
): void {
  mustBeWritable(state, asked, house)
  const known = knownIdentifier(state, { on: asked.on, identifier })
  if (known.details.type !== details.type) mustBeFree(state, { on: asked.on, details })
  known.details = details
}

export function deleteIdentifier(
  state: State,
  { identifier, ...asked }: Asked & { identifier: IdentifierId },
  house: PmHouse,
): void {
  mustBeWritable(state, asked, house)
  const { id, on } = knownIdentifier(state, { on: asked.on, identifier })
  if ('meter' in on) dropMember(state.index.identifiersOfMeter, on.meter, id)
  else dropMember(state.index.identifiersOfProperty, on.property, id)
  delete state.identifiers[id]
}

/** An identifier is found only under the item it belongs to. */
function knownIdentifier<S extends Seen>(
  state: S,
  { on, identifier: id }: { on: Identified; identifier: IdentifierId },
): NonNullable<S['identifiers'][IdentifierId]> {
  const known = state.identifiers[id] as S['identifiers'][IdentifierId] | undefined
  if (!known || !(id in (shelfOf(state, on) ?? {}))) throw refuse.notFound({ noun: 'identifier', id })
  return known
}

function mustBeReadable(state: Seen, { caller, on }: Asked, look: Look): void {
  if ('meter' in on) readableMeter(state, { caller, ...on }, look)
  else readableProperty(state, { caller, ...on }, look)
}

function mustBeWritable(state: State, { caller, on }: Asked, house: PmHouse): void {
  if ('meter' in on) writableMeter(state, { caller, ...on }, house)
  else writableProperty(state, { caller, ...on }, house)
}

/** Of each type an item has one identifier: the free ones are three places, not three kinds. */
function mustBeFree(state: Seen, { on, details }: { on: Identified; details: IdentifierDetails }): void {
  const { name } = typeOf(on, details)
  const isTaken = idsIn(shelfOf(state, on)).some((id) => state.identifiers[id]?.details.type === details.type)
  if (isTaken) throw refuse.identifierTaken({ name })
}

function typeOf(on: Identified, { type: id }: Pick<IdentifierDetails, 'type'>): IdentifierType {
  const known = identifierTypes['meter' in on ? 'meter' : 'property'].find((type) => type.id === id)
  if (!known) throw refuse.unknownIdentifierType({ type: id })
  return known
}

function shelfOf(state: Seen, on: Identified): Readonly<Members<IdentifierId>> | undefined {
  return 'meter' in on ? state.index.identifiersOfMeter[on.meter] : state.index.identifiersOfProperty[on.property]
}

function viewOf({ id, on, details }: Seen['identifiers'][IdentifierId]): IdentifierView {
  return { id, on, details, type: typeOf(on, details) }
}
