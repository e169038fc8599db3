import type { EnedisHouse } from '../../../dialect/index.ts'
import type { State } from '../../../model/index.ts'
import type { StopView } from '../../../views/index.ts'
import { serviceNumbered } from '../services/subscribe.ts'

/** What a file tells of a service that was stopped. Homologation emits none, unless a story says so. Source: FAQ, homologation. */
export function stopToTell(state: State, id: string, { now }: EnedisHouse): StopView | undefined {
  const service = serviceNumbered(state, id)
  if (!service?.stopped || state.sge.contracts[service.contract]?.state !== 'active') return undefined
  if (service.environment === 'homologation' && !state.sge.flowsInHomologation) return undefined
  const { contract, environment, usagePoint, direction, measures, party, stopped } = service
  return {
    ...{ recipient: party, contract, environment, at: now },
    ...{ service: service.id, usagePoint, direction, measures },
    ...{ order: stopped.affaire, stoppedAt: stopped.at, because: stopped.because },
  }
}
