import { dayOf } from '../../paris.ts'
import type { Run } from '../run.ts'
import { Refused } from '../trouble.ts'
import { contractsIn, situationIn } from '../wire/contracts.ts'

/** How the contracts of a usage point are known. */
export const contracts = {
  /** Before 2026 only consumers had a contract to be told of; since then the list says whether it may be. */
  isContractTold(run: Run, usagePoint: string): boolean {
    const { habits, memory } = run
    const { services = null, closed = [] } = memory.consents[usagePoint] ?? {}
    if (closed.includes('contract')) return false
    if (services !== null) return services.includes('ITC')
    return habits.generation(run) === 'v2' || habits.pointOf(run, usagePoint).flows.consumption.measured !== false
  },

  /** Which power is subscribed, once a day. Measures do without it. */
  async readContract(run: Run, usagePoint: string): Promise<void> {
    const { habits, memory, setting } = run
    const consent = memory.consents[usagePoint]
    const point = habits.pointOf(run, usagePoint)
    const today = dayOf(setting.now)
    if (!consent || !habits.isContractTold(run, usagePoint) || consent.contractReadOn === today) return
    consent.contractReadOn = today
    try {
      const generation = habits.generation(run)
      const { body } = await habits.call(run, habits.contractAt(run, generation, usagePoint))
      point.contracts = generation === 'v2' ? situationIn(body) : contractsIn(body)
    } catch (error) {
      if (!(error instanceof Refused)) throw error
      if (error.means === 'no consent') consent.closed.push('contract')
      habits.decide(run, { decision: 'contract not told', because: error.message, usagePoint })
    }
  },
}
