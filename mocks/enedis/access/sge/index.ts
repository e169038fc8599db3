import type { Call, Visit } from '../../../../src/contract/endpoint.ts'
import type { EnedisSettings } from '../../dialect/index.ts'
import { callerOf } from '../../domain/sge/caller.ts'
import { environmentOf } from '../../domain/sge/environment.ts'
import { refuse } from '../../errors/index.ts'
import type { State } from '../../model/index.ts'
import type { SgeCaller, SgeSender } from '../../views/index.ts'

export type SgeVisit = Visit<State, SgeCaller, EnedisSettings>

/** Where the services leave what a request says of its sender, which stands in the body, for whoever judges the caller. */
export const keepSender = (c: Call, sender: SgeSender) => c.set('sgeSender', sender)
const senderOf = (c: Call) => c.get('sgeSender') as SgeSender | undefined

/** Who calls a web service of SGE: the user that the request names. */
export function identifySender(c: Call, { store, now, dialect }: SgeVisit): SgeCaller {
  const sender = senderOf(c)
  if (sender === undefined) throw refuse.sgeUserUnknown()
  const { hostname } = new URL(c.req.url)
  return store.read((state) => {
    const environment = environmentOf(state, hostname)
    return callerOf(state, { ...sender, environment, shown: null }, { now, dialect })
  })
}
