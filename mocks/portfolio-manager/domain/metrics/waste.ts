import { poundsInTon, poundsInTonne } from '../../vocabulary/conversions.ts'
import { poundsIn } from '../conversion.ts'
import { scaled, usageOf } from './energy.ts'
import type { MeterYear } from './meter-year.ts'
import { monthly, nil, number, type Asking, type Metrics } from './metric.ts'
import { annualSum, monthlySum, perArea, yearOf, type Sum } from './sums.ts'
import type { SeenEntry } from '../../views.ts'

const weight = ['Tons', 'Tonnes métriques'] as const
const annual = (id: string, types: RegExp, called: string) =>
  number(id, weight, (asking) => annualSum(asking, thrown(asking, types, called)))
const byMonth = (id: string, types: RegExp, called: string) =>
  monthly(id, weight, (asking) => monthlySum(asking, thrown(asking, types, called)))

const any = /^/
const disposed = /^Disposed /
const recycled = /^Recycled /
const donated = /^Donated\/Reused /
const composted = /^Composted /
const diverted = /^(?!Disposed )/

/** Waste by where it went. Source: DOC, inventory of metrics, for names, numbers and units. */
export const wasteMetrics: Metrics = {
  totalWasteDisposedandDiverted: annual('1703', any, 'waste'),
  totalWasteDisposedandDivertedIntensity: number('1704', ['lbs/ft²', 'kg/m²'], (asking) => {
    const times = asking.system === 'EPA' ? poundsInTon : 1000
    return perArea(asking, thrown(asking, any, 'waste'), { digits: 2, times })
  }),
  diversionRate: number('1705', undefined, diversionRate),
  divertedMaterials: annual('1706', diverted, 'waste'),
  disposedWaste: annual('1708', disposed, 'disposed waste'),
  recycledMaterials: annual('1709', recycled, 'recycled waste'),
  donatedReusedMaterials: annual('1710', donated, 'donated or reused waste'),
  compostedMaterials: annual('1711', composted, 'composted waste'),
  disposedWasteMonthly: byMonth('2296', disposed, 'disposed waste'),
  recycledMaterialsMonthly: byMonth('2297', recycled, 'recycled waste'),
  donatedReusedMaterialsMonthly: byMonth('2298', donated, 'donated or reused waste'),
  compostedMaterialsMonthly: byMonth('2299', composted, 'composted waste'),
}

function thrown({ system }: Asking, types: RegExp, called: string): Sum {
  const pounds = system === 'EPA' ? poundsInTon : poundsInTonne
  return {
    category: 'waste',
    of: ({ meter }) => types.test(meter.details.type),
    called,
    amount: (entry, year) => scaled(quantityOf(entry, year), poundsIn(year.meter), 1 / pounds),
    lacks: 'records volumes, whose weight is not simulated, or an entry without a quantity',
    digits: 2,
  }
}

/** A quantity, or that of a container: its size, how often it was emptied, and how full it was. */
function quantityOf(entry: SeenEntry, { meter: { details } }: MeterYear): number | undefined {
  if (!('timesEmptied' in entry)) return usageOf(entry)
  const { timesEmptied, averagePercentFull = 100 } = entry
  const size = details.kind === 'wasteMeter' ? details.containerSize : undefined
  if (size === undefined) return undefined
  return Number(size) * Number(timesEmptied) * (averagePercentFull / 100)
}

/** The part of all waste that was not thrown away, in percent. */
function diversionRate(asking: Asking) {
  const all = yearOf(asking, thrown(asking, any, 'waste'))
  if (typeof all === 'object') return all
  const parts = yearOf(asking, thrown(asking, diverted, 'waste'))
  if (all === 0) return nil('There was no waste.')
  return (((typeof parts === 'object' ? 0 : parts) / all) * 100).toFixed(1)
}
