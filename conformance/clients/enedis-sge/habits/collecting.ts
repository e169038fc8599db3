import { dayOf, daysAfter } from '../../paris.ts'
import type { Agreement, Collected, Service } from '../memory.ts'
import type { Run } from '../run.ts'
import type { Words } from '../setting.ts'
import { Refused } from '../trouble.ts'
import { segmentIn } from '../wire/points.ts'
import { accessServicesIn, orderedIn, servicesIn, type ServiceTold } from '../wire/services.ts'

/** How what a customer agreed to is collected and sent, and how that ends. */
export const collecting = {
  /** Whatever should run and does not is ordered; what was asked for is looked after until it is active. */
  async collectAll(run: Run): Promise<void> {
    const { habits, memory } = run
    for (const usagePoint of habits.agreedPoints(run)) {
      await habits.oneOfSeveral(run, usagePoint, async () => {
        const isOpen = Object.values(memory.services).some(
          (one) => one.usagePoint === usagePoint && one.state === 'asked',
        )
        if (isOpen) await habits.learnServices(run, usagePoint)
        await habits.collect(run, usagePoint)
      })
    }
  },

  /** Orders what a customer agreed to and what does not run yet. */
  async collect(run: Run, usagePoint: string): Promise<void> {
    const { habits } = run
    const agreement = habits.mustBeAgreed(run, usagePoint)
    agreement.segment ??= await habits.segment(run, usagePoint)
    for (const of of agreement.of) {
      if (!habits.runs(run, usagePoint, of)) await habits.orderCollection(run, usagePoint, of)
    }
  },

  runs({ memory }: Run, usagePoint: string, of: string): boolean {
    const own = Object.values(memory.services).filter((one) => one.usagePoint === usagePoint && one.of === of)
    return own.some(({ state }) => state !== 'ended')
  },

  async orderCollection(run: Run, usagePoint: string, of: Collected): Promise<void> {
    const { habits, memory } = run
    const agreement = habits.mustBeAgreed(run, usagePoint, of)
    const words = habits.collectionWords(run, usagePoint, of)
    const { body, code } = await habits.call(run, 'commanderCollectePublicationMesures', words)
    const { service } = orderedIn(body)
    // A service that was there already is not told again: the list has its number.
    if (service === undefined || code !== 'SGT200') return habits.learnServices(run, usagePoint)
    const { direction } = agreement
    const until = words['dateFin'] as string
    memory.services[service] = { usagePoint, of, state: 'asked', direction, family: 'collecte', until }
    run.save()
  },

  collectionWords(run: Run, usagePoint: string, of: Collected): Words {
    const { habits, setting } = run
    const agreement = run.memory.agreements[usagePoint] as Agreement
    const step = of === 'CDC' ? { mesuresPas: habits.stepOf(agreement.segment) } : {}
    return {
      objetCode: 'AME',
      pointId: usagePoint,
      dateDebut: dayOf(setting.now),
      dateFin: habits.lastDay(run, agreement),
      declarationAccordClient: { accord: true, ...habits.declared(run, usagePoint) },
      mesuresTypeCode: of,
      soutirage: agreement.direction === 'consumption',
      injection: agreement.direction === 'production',
      ...step,
      mesuresCorrigees: false,
      transmissionRecurrente: true,
      periodiciteTransmission: 'P1D',
    }
  },

  /** A service lasts a year at most, and no longer than the customer agrees. */
  lastDay({ setting }: Run, { until }: Agreement): string {
    const inAYear = daysAfter(dayOf(setting.now), 364)
    return until !== null && until < inAYear ? until : inAYear
  },

  /** Homes are measured each half hour, bigger sites every ten minutes. */
  stepOf(segment: string | null): string {
    return segment === null || segment === 'C5' || segment === 'P4' ? 'PT30M' : 'PT10M'
  },

  /** Which kind of site it is: steps, units and stamps depend on it. */
  async segment(run: Run, usagePoint: string): Promise<string | null> {
    const { habits } = run
    habits.mustBeAgreed(run, usagePoint)
    const words = { pointId: usagePoint, autorisationClient: true }
    const { body } = await habits.call(run, 'consulterDonneesTechniquesContractuelles', words)
    return segmentIn(body) ?? null
  },

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
    for (const usagePoint of ended) {
      const running = Object.values(memory.services).filter(
        (one) => one.usagePoint === usagePoint && one.state !== 'ended',
      )
      if (running.length > 0) await habits.oneOfSeveral(run, usagePoint, () => habits.stop(run, usagePoint))
    }
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
