import type { Agreement, Collected } from '../memory.ts'
import type { Run } from '../run.ts'
import type { Words } from '../setting.ts'
import { accessOrderedIn } from '../wire/services.ts'

/** How the services of access are ordered, changed and renewed: those that have replaced the former ones. */
export const access = {
  async orderAccess(run: Run, usagePoint: string, of: Collected): Promise<void> {
    const { habits, memory } = run
    const agreement = habits.mustBeAgreed(run, usagePoint, of)
    const { direction, periodicity } = agreement
    const until = habits.lastDay(run, agreement)
    const { body, code } = await habits.call(run, 'commanderServicesAccesDonnees', {
      ...habits.onPoint(run, usagePoint),
      dateFin: until,
      declarationAccordClient: { accord: true, ...habits.declared(run, usagePoint) },
      servicesSouscrits: { serviceSouscrit: [habits.typeWanted(of, periodicity)] },
    })
    const [id] = accessOrderedIn(body)
    if (id === undefined || code !== 'SGT200') return habits.learnServices(run, usagePoint)
    memory.services[id] = { usagePoint, of, state: 'asked', direction, family: 'acces', until, periodicity }
    run.save()
  },

  onPoint({ memory }: Run, usagePoint: string): Words {
    const { direction } = memory.agreements[usagePoint] as Agreement
    return { pointId: usagePoint, sens: direction === 'production' ? 'INJECTION' : 'SOUTIRAGE' }
  },

  /** Curves and indexes come as files; energies and peaks are there to be asked for. */
  typeWanted(typeDonnees: Collected, periodicity: string): Words {
    return { typeDonnees, ...(isInFiles(typeDonnees) && { optionsPublication: publishing(periodicity) }) }
  },

  async renewAccess(run: Run, id: string, until: string): Promise<boolean> {
    const { habits, memory } = run
    const usagePoint = memory.services[id]?.usagePoint ?? ''
    const { code } = await habits.call(run, 'commanderRenouvellementServicesAccesDonnees', {
      ...habits.onPoint(run, usagePoint),
      declarationAccordClient: { accord: true, ...habits.declared(run, usagePoint) },
      dateFin: until,
      servicesSouscrits: { serviceSouscritId: [id] },
    })
    return code === 'SGT200'
  },

  /** Files that are wanted more or less often than they come. */
  async changePublishing(run: Run, usagePoint: string): Promise<void> {
    const { habits, memory } = run
    const { periodicity } = habits.mustBeAgreed(run, usagePoint)
    const changing = Object.entries(memory.services).filter(([, service]) => {
      const { family, state, of, periodicity: before } = service
      const isOurs = service.usagePoint === usagePoint && family === 'acces' && state !== 'ended'
      return isOurs && isInFiles(of) && before !== undefined && before !== periodicity
    })
    if (changing.length === 0) return
    const changes = changing.map(([serviceSouscritId, { periodicity: before }]) => ({
      serviceSouscritId,
      ajouterOptionsPublication: publishing(periodicity),
      supprimerOptionsPublication: publishing(before ?? ''),
    }))
    const words = { ...habits.onPoint(run, usagePoint), servicesSouscrits: { serviceSouscrit: changes } }
    await habits.call(run, 'commanderModificationOptionsServicesAccesDonnees', words)
    for (const [, service] of changing) service.periodicity = periodicity
    run.save()
  },
}

const isInFiles = (of: string) => of === 'CDC' || of === 'IDX'

/** How what is measured is to be sent. */
export function publishing(periodiciteTransmission: unknown): Words {
  return { optionPublication: [{ mesuresCorrigees: false, periodiciteTransmission }] }
}
