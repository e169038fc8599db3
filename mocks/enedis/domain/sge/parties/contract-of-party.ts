import { refuse } from '../../../errors/index.ts'
import type { ContratId, PartyId } from '../../../model/index.ts'
import type { Seen } from '../../../views/index.ts'

/** The contract under which a party asks for something, if it is its own and holds. Source: ANNEX, 471, 472 and 473. */
export function contractOfParty(
  { sge }: Pick<Seen, 'sge'>,
  { contract: id, party }: { contract: string; party: PartyId },
): ContratId {
  const contract = Object.hasOwn(sge.contracts, id) ? sge.contracts[id as ContratId] : undefined
  if (contract === undefined) throw refuse.sgeContractUnknown()
  if (contract.party !== party) throw refuse.sgeContractOfOther()
  if (contract.state !== 'active') throw refuse.sgeContractInactive()
  return contract.id
}
