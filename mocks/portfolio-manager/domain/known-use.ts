import { refuse } from '../errors/index.ts'
import type { Look } from '../dialect.ts'
import type { AccountId, PropertyUse, PropertyUseId, State, UseDetail, UseDetailId } from '../model/index.ts'
import type { Seen } from '../views.ts'
import { writableProperty } from './access-rules.ts'

type Caller = { caller: AccountId }

/** A use that exists. */
export function knownUse<S extends Seen>(state: S, id: PropertyUseId): NonNullable<S['propertyUses'][PropertyUseId]> {
  const known = state.propertyUses[id] as S['propertyUses'][PropertyUseId] | undefined
  if (!known) throw refuse.notFound({ noun: 'property use', id })
  return known
}

/** A use of a property the caller may change. */
export function writableUse(
  state: State,
  { caller, use: id }: Caller & { use: PropertyUseId },
  look: Look,
): PropertyUse {
  const use = knownUse(state, id)
  writableProperty(state, { caller, property: use.property }, look)
  return use
}

/** A revision that exists. */
export function knownDetail<S extends Seen>(state: S, id: UseDetailId): NonNullable<S['useDetails'][UseDetailId]> {
  const known = state.useDetails[id] as S['useDetails'][UseDetailId] | undefined
  if (!known) throw refuse.notFound({ noun: 'use detail', id })
  return known
}

/** A revision of a use of a property the caller may change. */
export function writableDetail(
  state: State,
  { caller, revision }: Caller & { revision: UseDetailId },
  look: Look,
): UseDetail {
  const known = knownDetail(state, revision)
  writableProperty(state, { caller, property: knownUse(state, known.use).property }, look)
  return known
}
