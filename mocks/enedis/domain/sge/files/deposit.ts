import type { EnedisHouse } from '../../../dialect/index.ts'
import type { ServiceContract, State } from '../../../model/index.ts'
import type { Deposit, FlowName, ForWhom } from '../../../views/index.ts'
import { sealFor, type Sealed } from './keys.ts'

/** From where files come, so that firewalls let them in. Source: FAQ, deposits, August 2021. */
const sourceAddress = '192.196.114.95'

const ofM023: readonly FlowName[] = ['R63', 'R64', 'R65', 'R66', 'R67', 'C68', 'CR.M023']

/** An archive that is written and packed once it is known how it is sealed. */
export type Packing = Pick<Deposit, 'flow' | 'archive' | 'files' | 'usagePoints' | 'order'> & {
  pack: (sealed: Sealed | null) => Uint8Array
}

/**
 * Puts an archive on its way to the channel that the contract names now; without one it stays in the outbox. Earlier
 * files are not sent again. Source: FAQ, deposits and the channel of the contract.
 */
export function deposit(
  state: State,
  { pack, ...told }: Packing,
  { environment, recipient, contract, at }: ForWhom,
  house: EnedisHouse,
): void {
  const sealed = isSealed(told.flow, house) ? sealFor(state, { contract, archive: told.archive }, house) : null
  const encryption = sealed && { scheme: sealed.cipher.scheme, key: sealed.key }
  const bytes = Buffer.from(pack(sealed)).toString('base64')
  const content: Deposit = { ...told, recipient, contract, at, encryption, sourceAddress, bytes }
  house.notify(told.flow, (state.sge.contracts[contract] as ServiceContract).channel, content)
  if (environment === 'homologation') house.note(emitsNone)
}

function isSealed(flow: FlowName, { dialect }: EnedisHouse): boolean {
  return !ofM023.includes(flow) || dialect.m023Archives === 'encrypted'
}

const emitsNone = {
  finding: 'flow-in-homologation',
  says: 'A file was deposited in homologation, as the scenario wants it: the real platform emits none.',
  source: 'FAQ, homologation: no flows',
} as const
