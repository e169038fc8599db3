import type { Seen, SeenAccount } from '../views.ts'
import { accountOf, personIn } from './account.ts'
import { idsIn } from './members.ts'

/** Providers that a customer finds by part of a name, by username or by e-mail; hidden ones never (C1x). Source: NRCAN. */
export function findProviders(state: Seen, { wanted }: { wanted: string }): SeenAccount[] {
  const word = wanted.trim().toLowerCase()
  return idsIn(state.index.providers)
    .map((id) => accountOf(state, id))
    .filter(({ details }) => details.searchable)
    .filter((account) => {
      const { username, contact, organization } = account.details
      const isNamed = [organization.name, personIn(account)].some((name) => name.toLowerCase().includes(word))
      return isNamed || [username, contact.email].some((key) => key.toLowerCase() === word)
    })
}
