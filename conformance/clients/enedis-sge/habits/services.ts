import { dayOf } from '../../paris.ts'
import type { Family, Service } from '../memory.ts'
import type { Run } from '../run.ts'
import { Refused } from '../trouble.ts'
import { accessServicesIn, servicesIn, type ServiceTold } from '../wire/services.ts'

/** What runs on a point for us, and how it ends. */
export const services = {
  /** What SGE lists of a point is what runs there. */
  async learnServices(run: Run, usagePoint: string, told?: readonly Family[]): Promise<void> {
    const { habits, memory } = run
    const families = told ?? habits.familiesOn(run, usagePoint)
    for (const { id, type: _, ...listed } of await habits.services(run, usagePoint, families)) {
      const known = memory.services[id]
      memory.services[id] = { ...known, ...listed }
      if (known !== undefined && habits.isCutShort(known, listed)) habits.doubtCustomer(run, usagePoint)
    }
    run.save()
  },

  /** The services under our contract; what a customer objects to is none of them. */
  async services(run: Run, usagePoint: string, families: readonly Family[]): Promise<ServiceTold[]> {
    const { habits } = run
    const words = { pointId: usagePoint }
    const told: ServiceTold[] = []
    if (families.includes('collecte'))
      told.push(...servicesIn((await habits.call(run, 'rechercherServicesSouscritsMesures', words)).body))
    if (families.includes('acces'))
      told.push(...accessServicesIn((await habits.call(run, 'rechercherServicesAccesDonnees', words)).body))
    return told.filter(({ type, id }) => type !== 'OPPENR' && id !== '')
  },

  /** Each family has a list of its own. */
  familiesOn({ memory }: Run, usagePoint: string): Family[] {
    const own = Object.values(memory.services).filter((one) => one.usagePoint === usagePoint)
    const families = own.map(({ family }) => family)
    return [...new Set([memory.agreements[usagePoint]?.family ?? 'collecte', ...families])]
  },

  /** A service that was active and ended before its time, and not by us. */
  isCutShort(known: Service, listed: Service): boolean {
    if (known.state !== 'active' || listed.state !== 'ended') return false
    return known.until === null || (listed.until !== null && listed.until < known.until)
  },

  /** Whoever agreed may have left: what is measured now may be somebody else's. */
  doubtCustomer({ memory, habits }: Run, usagePoint: string): void {
    const agreement = memory.agreements[usagePoint]
    if (agreement === undefined || agreement.status === 'ended') return
    agreement.status = 'ended'
    const because = 'Enedis has ended what we ordered, before its time: somebody else may live there now.'
    habits.decide({ memory }, { decision: 'agreement in doubt: ask the customer', because, usagePoint })
  },

  /** Nothing runs on for customers who are ours no more. */
  async stopUnneeded(run: Run): Promise<void> {
    const { habits, memory } = run
    const ended = Object.keys(memory.agreements).filter((usagePoint) => !habits.isAgreed(run, usagePoint))
    const running = ended.filter((usagePoint) => habits.runningOn(run, usagePoint).length > 0)
    for (const usagePoint of new Set([...memory.toStop, ...running]))
      await habits.oneOfSeveral(run, usagePoint, () => habits.stop(run, usagePoint))
  },

  /** Stops whatever runs for us on a point, by what SGE lists: somebody may have ordered more than we remember. */
  async stop(run: Run, usagePoint: string): Promise<void> {
    const { habits, memory } = run
    await habits.learnServices(run, usagePoint, ['collecte', 'acces'])
    for (const id of habits.runningOn(run, usagePoint)) {
      const service = memory.services[id] as Service
      await habits.stopOne(run, id, service)
      service.state = 'ended'
      run.save()
    }
    memory.toStop = memory.toStop.filter((one) => one !== usagePoint)
  },

  /** What has not ended, nor been due to: a service ends with its last day by itself. */
  runningOn({ memory, setting }: Run, usagePoint: string): string[] {
    const today = dayOf(setting.now)
    const own = Object.entries(memory.services).filter(([, one]) => one.usagePoint === usagePoint)
    return own
      .filter(([, { state, until }]) => state !== 'ended' && !(until !== null && until < today))
      .map(([id]) => id)
  },

  async stopOne(run: Run, id: string, { usagePoint, family, direction }: Service): Promise<void> {
    const { habits } = run
    try {
      const words = { pointId: usagePoint, serviceSouscritId: id }
      if (family === 'collecte')
        await habits.call(run, 'commanderArretServiceSouscritMesures', { objetCode: 'ASS', ...words })
      else {
        const sens = direction === 'production' ? 'INJECTION' : 'SOUTIRAGE'
        await habits.call(run, 'commanderArretServicesAccesDonnees', {
          ...words,
          sens,
          servicesSouscrits: { serviceSouscritId: [id] },
        })
      }
    } catch (error) {
      if (!(error instanceof Refused) || !habits.isStopped(error.code)) throw error
    }
  },

  /** Not there any more, ended, or about to: what we wanted. */
  isStopped(code: string): boolean {
    return ['SGT4O3', 'SGT4O4', 'SGT4O5'].includes(code)
  },
}
