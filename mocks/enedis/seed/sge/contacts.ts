import { openContact } from '../../domain/sge/parties/contacts.ts'
import { partyNamed } from '../../domain/names.ts'
import type { State } from '../../model/index.ts'
import type { Given } from '../given.ts'
import { sgeOf } from './given.ts'

/** The people of a story on the datahub. */
export function openContacts(state: State, given: Given): void {
  for (const [name, { role, entity, authorised, email }] of Object.entries(sgeOf(given).contacts)) {
    const party = entity === null ? null : partyNamed(state, entity)
    openContact(state, { name, role, entity: party, authorised, email })
  }
}
