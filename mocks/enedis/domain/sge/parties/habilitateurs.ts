import type { EnedisHouse } from '../../../dialect/index.ts'
import { alert } from '../../../errors/index.ts'
import type { Instant, Login, ServiceContract, State } from '../../../model/index.ts'
import { openUser } from './homologation.ts'

/** How long it takes until login and key reach the main habilitateur. Source: FAQ, about ten days. */
const underway = 'P10D'

/** Names somebody in annex 2 of a contract, who may create users; to the first one a login and a PKI key are sent. */
export function nameHabilitateur(
  state: State,
  { contract, name, login }: { contract: ServiceContract; name: string; login: Login },
  house: EnedisHouse,
): Instant {
  const isMain = contract.habilitateurs.length === 0
  const { party } = contract
  const opensAt = openUser(state, { party, login, after: isMain ? underway : 'PT0S' }, house)
  contract.habilitateurs.push({ name, login })
  return opensAt
}

/** A habilitateur creates a user, whom Enedis knows at once. Until their own login has arrived they cannot. */
export function createUser(
  state: State,
  { contract, as, login }: { contract: ServiceContract; as: string; login: Login },
  house: EnedisHouse,
): Instant {
  const habilitateur = contract.habilitateurs.find(({ name }) => name === as)
  if (habilitateur === undefined) throw alert.notHabilitateur({ name: as })
  const own = state.sge.users[habilitateur.login]
  if (own === undefined || own.opensAt > house.now) throw alert.notYetEquipped({ name: as })
  return openUser(state, { party: contract.party, login, after: 'PT0S' }, house)
}
