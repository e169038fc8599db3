import type { Service } from '../memory.ts'
import type { Run } from '../run.ts'
import { Refused } from '../trouble.ts'
import { accessServicesIn, servicesIn, type ServiceTold } from '../wire/services.ts'

/** What runs on a point for us, and how it ends. */
export const services = {
  /** What SGE lists of a point is what runs there. */
  async learnServices(run: Run, usagePoint: string): Promise<void> {
    const { habits, memory } = run
    for (const { id, type: _, ...service } of await habits.services(run, usagePoint)) memory.services[id] = service
    run.save()
  },

  /** The services under our contract; what a customer objects to is none of them. */
  async services(run: Run, usagePoint: string): Promise<ServiceTold[]> {
    const words = { pointId: usagePoint }
    const { body } = await run.habits.call(run, 'rechercherServicesSouscritsMesures', words)
    const access = await run.habits.accessServices(run, usagePoint)
    return [...servicesIn(body), ...access].filter(({ type, id }) => type !== 'OPPENR' && id !== '')
  },

  /** Only where some were ordered: the newer services list theirs apart. */
  async accessServices(run: Run, usagePoint: string): Promise<ServiceTold[]> {
    const own = Object.values(run.memory.services).filter((one) => one.usagePoint === usagePoint)
    if (!own.some(({ family }) => family === 'acces')) return []
    const { body } = await run.habits.call(run, 'rechercherServicesAccesDonnees', { pointId: usagePoint })
    return accessServicesIn(body)
  },

  /** Nothing runs on for customers who are ours no more. */
  async stopUnneeded(run: Run): Promise<void> {
    const { habits, memory } = run
    const ended = Object.keys(memory.agreements).filter((usagePoint) => !habits.isAgreed(run, usagePoint))
    const running = ended.filter((usagePoint) =>
      Object.values(memory.services).some((one) => one.usagePoint === usagePoint && one.state !== 'ended'),
    )
    for (const usagePoint of new Set([...memory.toStop, ...running]))
      await habits.oneOfSeveral(run, usagePoint, () => habits.stop(run, usagePoint))
  },

  /** Stops whatever runs for us on a point, by what SGE lists: somebody may have ordered more than we remember. */
  async stop(run: Run, usagePoint: string): Promise<void> {
    const { habits, memory } = run
    await habits.learnServices(run, usagePoint)
    const running = Object.entries(memory.services).filter(
      ([, one]) => one.usagePoint === usagePoint && one.state !== 'ended',
    )
    for (const [id, service] of running) {
      await habits.stopOne(run, id, service)
      service.state = 'ended'
      run.save()
    }
    memory.toStop = memory.toStop.filter((one) => one !== usagePoint)
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
