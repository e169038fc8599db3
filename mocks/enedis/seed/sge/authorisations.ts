import type { EnedisHouse } from '../../dialect/index.ts'
import { customerNamed, partyNamed, usagePointNamed } from '../../domain/names.ts'
import { parisDay } from '../../domain/paris.ts'
import type { State } from '../../model/index.ts'
import type { Given } from '../given.ts'
import { sgeOf } from './given.ts'

/** What customers have signed before the story begins. */
export function openAuthorisations(state: State, given: Given, { now }: EnedisHouse): void {
  for (const [id, told] of Object.entries(sgeOf(given).authorisations)) {
    const { kind, purpose, data, free, validUntil = null, withdrawnOn = null } = told
    state.sge.authorisations[id] = {
      id,
      party: partyNamed(state, told.party),
      customer: customerNamed(state, told.customer),
      usagePoints: told.usagePoints?.map((name) => usagePointNamed(state, name)) ?? null,
      kind,
      purpose,
      data,
      issuedOn: told.issuedOn ?? parisDay(now),
      validUntil,
      withdrawnOn,
      free,
    }
  }
}
