import { metersHeldOn } from '../memory.ts'
import { lastMonth } from '../months.ts'
import type { Run } from '../run.ts'
import { answers, readAs } from '../wire.ts'

/** What the client asks the provider to compute. */
export const reports = {
  /** Asks for metrics of the last full month, ten at a time. */
  async metrics(run: Run, property: string, names: readonly string[]): Promise<Record<string, string | null>> {
    const { year, month } = lastMonth(run.setting.now)
    const found: Record<string, string | null> = {}
    for (const some of run.habits.metricBatches(names)) {
      const answer: unknown = await run.service.propertyMetricsGet(Number(property), year, month, [...some])
      for (const { '@_name': name, value } of readAs(answers.metrics, answer).propertyMetrics.metric)
        found[name] = value
    }
    return found
  },

  metricBatches(names: readonly string[]): string[][] {
    const most = 10
    return Array.from({ length: Math.ceil(names.length / most) }, (_, at) => names.slice(at * most, (at + 1) * most))
  },

  /** What cannot be computed is nil: nothing, and not zero. */
  metricValue(value: string | null): string | null {
    return value
  },

  async reportOn(run: Run, property: string): Promise<void> {
    const energy = ['score', 'siteTotal', 'siteIntensity', 'sourceTotal', 'sourceIntensity', 'energyCost']
    const water = ['waterUseTotal', 'waterIntensityTotal']
    const people = ['propertyDataAdministrator', 'numberOfPeopleWithAccess', 'myPermissions']
    const found = await run.habits.metrics(run, property, [...energy, ...water, ...people])
    for (const name of [...energy, ...water])
      run.findings.metrics.push({ property, name, value: run.habits.metricValue(found[name] ?? null) })
    if (energy.some((name) => found[name] === null)) await run.habits.askWhy(run, property)
  },

  /** Only associated meters count towards metrics: one of ours that does not is the first reason to look for. */
  async askWhy(run: Run, property: string): Promise<void> {
    const { service, memory } = run
    const answer: unknown = await service.meterPropertyAssociationGet(Number(property))
    const { energyMeterAssociation: energy, waterMeterAssociation: water } = readAs(
      answers.associations,
      answer,
    ).meterPropertyAssociationList
    const associated = [energy, water].flatMap(({ meters }) => meters.meterId)
    const because = 'It is not associated with its property, so it counts towards no metric.'
    for (const [meter] of metersHeldOn(memory, property))
      if (!associated.includes(meter))
        memory.decisions.push({ decision: 'association needed', property, meter, because })
  },
}
