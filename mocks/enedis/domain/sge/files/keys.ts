import { later } from '../../../../../src/toolbox/calendar.ts'
import type { EnedisHouse } from '../../../dialect/index.ts'
import type { FlowSettings } from '../../../dialect/flows.ts'
import type { ContratId, Instant, State } from '../../../model/index.ts'
import { flowKey, vectorOf, type FlowCipher } from '../../flows/keys.ts'
import { paris } from '../../paris.ts'

/** A key that nobody was told. */
const wrong = 0

/**
 * The nth key of a contract, from 1. It is computed from the contract, so that the client under test can be told before
 * anything has begun, and of the next one ahead of its time. Source: ISSUES, keys of flows are asked for by mail.
 */
export function keyNumbered(
  contract: ContratId,
  number: number,
  settings: Pick<FlowSettings, 'flowCipher'>,
): FlowCipher {
  return flowKey(number, { seed: contract, ...settings })
}

/** Which key is in use at an instant. */
function keyInUse({ sge }: Pick<State, 'sge'>, now: Instant): number {
  return 1 + sge.keys.filter(({ since }) => since <= now).length
}

/** How a file leaves: with which key and which vector. */
export type Sealed = { key: number; cipher: FlowCipher; iv: string }

/** Encrypts the next file of a contract: with the key in use, or for a while with one that nobody was told. */
export function sealFor(
  state: State,
  { contract, archive }: { contract: ContratId; archive: string },
  house: EnedisHouse,
): Sealed {
  const isWrong = state.sge.wrongKeyFor > 0
  if (isWrong) state.sge.wrongKeyFor--
  const key = isWrong ? wrong : keyInUse(state, house.now)
  return { key, cipher: keyNumbered(contract, key, house.dialect), iv: vectorOf(archive, contract) }
}

/** Another key is used from some time on; a letter brings it to the recipient at once. Source: ISSUES, keys of flows. */
export function rotateKeys(
  state: State,
  { after }: { after: string },
  house: EnedisHouse,
): { number: number; since: Instant } {
  const since = later(house.now, after, paris)
  const number = state.sge.keys.push({ since }) + 1
  for (const { id, party } of Object.values(state.sge.contracts).filter((one) => one.party === state.sge.you)) {
    house.notify('keyLetter', null, {
      number,
      since,
      recipient: party,
      contract: id,
      ...keyNumbered(id, number, house.dialect),
    })
  }
  return { number, since }
}
