import { refuse } from '../../errors/index.ts'
import type { Look } from '../../dialect.ts'
import type { AccountId, Category, PropertyId } from '../../model/index.ts'
import type { MetricView, Reason, Seen } from '../../views.ts'
import { readableProperty } from '../access-rules.ts'
import { accountOf } from '../account.ts'
import { associatedMeters } from '../association.ts'
import { propertyShareOf } from '../share-book.ts'
import { propertyMetrics } from './about-property.ts'
import { costMetrics } from './cost.ts'
import { energyMetrics } from './energy.ts'
import { meterYear, type MeterYear } from './meter-year.ts'
import type { Asking, MeasurementSystem, Metric, Metrics, Value } from './metric.ts'
import { notComputed } from './not-computed.ts'
import { periodEnding, type Period } from './period.ts'
import { qualityMetrics } from './quality.ts'
import { noScoreReasons, noWaterScoreReasons } from './reasons.ts'
import { sharingMetrics } from './sharing.ts'
import { wasteMetrics } from './waste.ts'
import { waterMetrics } from './water.ts'

/** Everything a client may ask for by name. */
const metrics: Metrics = {
  ...sharingMetrics,
  ...propertyMetrics,
  ...energyMetrics,
  ...waterMetrics,
  ...costMetrics,
  ...wasteMetrics,
  ...qualityMetrics,
  ...notComputed,
}

/** Names in the guides for what the inventory calls otherwise. Source: NRCAN and GUIDE, share forward; X8. */
const aliases: Readonly<Record<string, string>> = { propertySharedBy: 'sharedByContact' }

type Asked = { caller: AccountId; property: PropertyId; year: number; month: number; system?: MeasurementSystem }

/** Values of the metrics a caller names, for the twelve months that end with the one named. Source: DOC, Property Metrics. */
export function readMetrics(
  state: Seen,
  { names, ...asked }: Asked & { names: readonly string[] },
  look: Look,
): MetricView[] {
  const asking = askingOf(state, asked, look)
  return named(names, 'annual', look).map(({ metric, ...view }) => ({
    ...view,
    ...told('annual' in metric ? metric.annual(asking) : ''),
    ...unitIn(metric, asking.system),
  }))
}

/** The same month by month. Source: DOC, Property Metrics Monthly. */
export function readMonthlyMetrics(
  state: Seen,
  { names, ...asked }: Asked & { names: readonly string[] },
  look: Look,
): MetricView[] {
  const asking = askingOf(state, asked, look)
  return named(names, 'monthly', look).map(({ metric, ...view }) => {
    const values = 'monthly' in metric ? metric.monthly(asking) : []
    const months = asking.period.months.map(({ year, month }, at) => ({ year, month, ...told(values[at] ?? '') }))
    return { ...view, months, ...unitIn(metric, asking.system) }
  })
}

/** Why a property has no score, of either kind; nothing where it has one. Source: DOC, reasons for no score. */
export function readReasons(state: Seen, { of, ...asked }: Asked & { of: 'energy' | 'water' }, look: Look): Reason[] {
  const asking = askingOf(state, asked, look)
  return of === 'energy' ? noScoreReasons(asking) : noWaterScoreReasons(asking)
}

function askingOf(state: Seen, { caller, property, year, month, system = 'EPA' }: Asked, look: Look): Asking {
  const view = readableProperty(state, { caller, property }, look)
  const share = propertyShareOf(state, { provider: caller, property })
  const period = periodEnding({ year, month })
  const owner = accountOf(state, view.property.owner)
  const sharer = share && accountOf(state, share.sharer)
  return {
    ...view,
    state,
    caller,
    owner,
    sharer,
    period,
    system,
    look,
    years: yearsOf(state, property, { period, look }),
  }
}

function yearsOf(state: Seen, property: PropertyId, about: { period: Period; look: Look }): Asking['years'] {
  const of = (category: Category): MeterYear[] =>
    associatedMeters(state, property, category).map((meter) => meterYear(state, meter, about))
  return { energy: of('energy'), water: of('water'), waste: of('waste') }
}

/** The metrics a service knows by these names; X20 says what becomes of others, X8 under which name an alias answers. */
function named(names: readonly string[], wanted: 'annual' | 'monthly', { dialect }: Look) {
  return names.flatMap((name) => {
    const proper = Object.hasOwn(aliases, name) ? (aliases[name] as string) : name
    const metric = Object.hasOwn(metrics, proper) ? metrics[proper] : undefined
    if (metric && wanted in metric) {
      const { id, dataType } = metric
      return [{ metric, name: dialect.metricAliases === 'alias' ? name : proper, id, dataType }]
    }
    if (dialect.unknownMetric === 'ignored') return []
    throw refuse.unknownMetric({ name })
  })
}

function unitIn({ uom }: Metric, system: MeasurementSystem): { uom?: string } {
  return uom ? { uom: uom[system === 'EPA' ? 0 : 1] } : {}
}

function told(value: Value): { value: string | null; because?: string } {
  return typeof value === 'string' ? { value } : { value: null, because: value.because }
}
