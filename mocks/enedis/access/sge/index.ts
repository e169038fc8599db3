import type { Call, Visit } from '../../../../src/contract/endpoint.ts'
import type { Peer } from '../../../../src/contract/provider.ts'
import type { EnedisSettings } from '../../dialect/index.ts'
import { callerOf } from '../../domain/sge/parties/caller.ts'
import { environmentOf, isHostServed, mustBeOpen } from '../../domain/sge/platform/environment.ts'
import { mustWork } from '../../domain/sge/platform/trouble.ts'
import { refuse } from '../../errors/index.ts'
import type { State } from '../../model/index.ts'
import type { SgeCaller, SgeSender } from '../../views/index.ts'
import { partyOfPeer } from './certificate.ts'

export { handshake } from './certificate.ts'
export type SgeVisit = Visit<State, SgeCaller, EnedisSettings>

/** Where the services leave what a request says of its sender, which stands in the body, for whoever judges the caller. */
export const keepSender = (c: Call, sender: SgeSender) => c.set('sgeSender', sender)
const senderOf = (c: Call) => c.get('sgeSender') as SgeSender | undefined
const hostNameOf = (c: Call) => new URL(c.req.url).hostname

/** Who calls a web service of SGE: the user that the request names, if the certificate is that of their party. */
export function identifySender(c: Call, visit: SgeVisit, peer: Peer): SgeCaller {
  const sender = senderOf(c)
  if (sender === undefined) throw refuse.sgeUserUnknown()
  return visit.store.read((state) => {
    const environment = environmentOf(state, hostNameOf(c))
    const caller = callerOf(state, { ...sender, environment, shown: partyOfPeer(state, peer, visit) }, visit)
    mustWork(state, sender, visit)
    return caller
  })
}

/** Whether anybody is heard under this name at this hour; what is asked is not even looked at. */
export function mustListen(c: Call, { store, now, dialect }: SgeVisit): void {
  const hostName = hostNameOf(c)
  if (!isHostServed(hostName, dialect)) throw refuse.sgePathUnknown()
  store.read((state) => mustBeOpen(state, environmentOf(state, hostName), { now, dialect }))
}
