import { dayOf, daysAfter } from '../../paris.ts'
import type { Agreement, Collected, Service } from '../memory.ts'
import type { Run } from '../run.ts'
import type { Words } from '../setting.ts'
import { Refused } from '../trouble.ts'
import { segmentIn } from '../wire/points.ts'
import { orderedIn } from '../wire/services.ts'

/** How what a customer agreed to is collected and sent. */
export const collecting = {
  /** Whatever should run and does not is ordered; what was asked for is looked after until it is active. */
  async collectAll(run: Run): Promise<void> {
    const { habits } = run
    for (const usagePoint of habits.agreedPoints(run)) {
      await habits.oneOfSeveral(run, usagePoint, async () => {
        if (habits.isUnsettled(run, usagePoint)) await habits.learnServices(run, usagePoint)
        await habits.collect(run, usagePoint)
      })
    }
  },

  /** Something is not active yet, or was ordered and never answered: what SGE lists tells which. */
  isUnsettled(run: Run, usagePoint: string): boolean {
    const { habits, memory } = run
    const isAsked = Object.values(memory.services).some((one) => one.usagePoint === usagePoint && one.state === 'asked')
    return isAsked || habits.toCollect(run, usagePoint).length > 0
  },

  /** Orders what a customer agreed to and what does not run yet. */
  async collect(run: Run, usagePoint: string): Promise<void> {
    const { habits } = run
    const agreement = habits.mustBeAgreed(run, usagePoint)
    agreement.segment ??= await habits.segment(run, usagePoint)
    for (const of of habits.toCollect(run, usagePoint)) await habits.tryCollection(run, usagePoint, of)
    await habits.prolong(run, usagePoint)
    await habits.changePublishing(run, usagePoint)
  },

  toCollect(run: Run, usagePoint: string): Collected[] {
    const { of = [], refused = {} } = run.memory.agreements[usagePoint] ?? {}
    return of.filter((one) => refused[one] === undefined && !run.habits.runs(run, usagePoint, one))
  },

  runs({ memory, setting }: Run, usagePoint: string, of: string): boolean {
    const today = dayOf(setting.now)
    return Object.values(memory.services).some((one) => {
      const isOver = one.state === 'ended' || (one.until !== null && one.until < today)
      return one.usagePoint === usagePoint && one.of === of && !isOver
    })
  },

  /** What SGE refuses of a point it refuses tomorrow as well, unless its meter was out of reach. */
  async tryCollection(run: Run, usagePoint: string, of: Collected): Promise<void> {
    const { habits, memory } = run
    try {
      if (memory.agreements[usagePoint]?.family === 'acces') await habits.orderAccess(run, usagePoint, of)
      else await habits.orderCollection(run, usagePoint, of)
    } catch (error) {
      if (!(error instanceof Refused) || habits.isAboutUs(error.code)) throw error
      const { refused } = memory.agreements[usagePoint] as Agreement
      if (!habits.mayPass(error.code)) refused[of] = error.code
      habits.decide(run, { decision: `not collected: ${error.code}`, because: error.message, usagePoint })
    }
  },

  /** A meter out of reach, or an order under way. */
  mayPass(code: string): boolean {
    return code === 'SGT589' || code === 'SGT584'
  },

  async orderCollection(run: Run, usagePoint: string, of: Collected): Promise<void> {
    const { habits, memory } = run
    const agreement = habits.mustBeAgreed(run, usagePoint, of)
    const words = habits.collectionWords(run, usagePoint, of)
    const { body, code } = await habits.call(run, 'commanderCollectePublicationMesures', words)
    const { service } = orderedIn(body)
    // A service that was there already is not told again: the list has its number.
    if (service === undefined || code !== 'SGT200') return habits.learnServices(run, usagePoint)
    const { direction, periodicity } = agreement
    const until = words['dateFin'] as string
    const state = memory.services[service]?.state ?? 'asked'
    memory.services[service] = { usagePoint, of, state, direction, family: 'collecte', until, periodicity }
    run.save()
  },

  collectionWords(run: Run, usagePoint: string, of: Collected): Words {
    const { habits, setting } = run
    const agreement = run.memory.agreements[usagePoint] as Agreement
    const step = of === 'CDC' ? { mesuresPas: habits.stepOf(run, agreement.segment) } : {}
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
      periodiciteTransmission: agreement.periodicity,
    }
  },

  /** A service lasts a year at most, one of access three, and none longer than the customer agrees. */
  lastDay({ setting }: Run, { until, family }: Agreement): string {
    const longest = daysAfter(dayOf(setting.now), family === 'acces' ? 3 * 365 : 364)
    return until !== null && until < longest ? until : longest
  },

  /** Homes are measured each half hour, bigger sites every ten minutes. */
  stepOf(run: Run, segment: string | null): string {
    return run.habits.isHome(segment) ? 'PT30M' : 'PT10M'
  },

  /** Segments of bigger sites are told; of those who only produce there is none that says more than that. */
  isHome(segment: string | null): boolean {
    return segment === null || !/^[CP][1-4]$/.test(segment) || segment === 'P4'
  },

  /** What ends sooner than the customer agrees, and soon, is renewed while it runs, where that can be. */
  async prolong(run: Run, usagePoint: string): Promise<void> {
    const { habits, memory } = run
    for (const id of habits.toProlong(run, usagePoint)) {
      const service = memory.services[id] as Service
      const until = habits.lastDay(run, habits.mustBeAgreed(run, usagePoint))
      const isRenewed =
        service.family === 'acces'
          ? await habits.renewAccess(run, id, until)
          : await habits.renewCollection(run, usagePoint, service)
      if (isRenewed) service.until = until
      run.save()
    }
  },

  /** Two curves of one time cannot be ordered; indexes of a home can, and whatever is of access. */
  toProlong(run: Run, usagePoint: string): string[] {
    const { habits, memory, setting } = run
    const agreement = habits.mustBeAgreed(run, usagePoint)
    const [last, soon] = [habits.lastDay(run, agreement), daysAfter(dayOf(setting.now), 30)]
    const own = Object.entries(memory.services).filter(([, { state, until, usagePoint: point }]) => {
      return point === usagePoint && state !== 'ended' && until !== null && until < soon && until < last
    })
    const mayBe = ({ family, of }: Service) => family === 'acces' || (of === 'IDX' && habits.isHome(agreement.segment))
    return own.filter(([, service]) => mayBe(service)).map(([id]) => id)
  },

  async renewCollection(run: Run, usagePoint: string, { of }: Service): Promise<boolean> {
    const words = run.habits.collectionWords(run, usagePoint, of as Collected)
    const { code } = await run.habits.call(run, 'commanderCollectePublicationMesures', words)
    return code === 'SGT200'
  },

  /** Which kind of site it is: steps, units and stamps depend on it. */
  async segment(run: Run, usagePoint: string): Promise<string | null> {
    const { habits } = run
    habits.mustBeAgreed(run, usagePoint)
    const words = { pointId: usagePoint, autorisationClient: true }
    const { body } = await habits.call(run, 'consulterDonneesTechniquesContractuelles', words)
    return segmentIn(body) ?? null
  },
}
