import type { EnedisHouse } from '../dialect/index.ts'
import { Impossible } from '../errors/index.ts'
import type { ClockRange, Contract, CustomerId, Day, DistributionTariff, SupplierCalendar } from '../model/index.ts'
import type { Maker } from './customer-record.ts'
import { faultsOfOffPeak, offPeakMadeUp, readOffPeak } from './off-peak.ts'
import { usual, type ConsumptionSegment } from './usual.ts'

/** What a story says of the contracts of a usage point; what it leaves out is as usual for the segment. */
export type ContractTold = {
  segment?: ConsumptionSegment | undefined
  movedIn?: Day | undefined
  powerKva?: number | undefined
  calendar?: SupplierCalendar | undefined
  tariff?: DistributionTariff | undefined
  /** As Enedis writes it: `HC (22H50-6H50)`. */
  offPeak?: string | undefined
  contractor?: string | undefined
  /** Since when what is produced may be fed in; since the move-in when left out. */
  producesSince?: Day | undefined
}

type Told = {
  name: string
  holder: CustomerId
  told: ContractTold
  directions: { consumption: boolean; production: boolean }
  since: Day
}

/** The contracts of a point: one for each direction. Source: CAPTURE, self-consumption has two, C5 and P4. */
export function contractsTold({ name, holder, told, directions, since }: Told, house: Maker): Contract[] {
  const segment = told.segment ?? 'C5'
  const { contract, production } = usual[segment]
  const contractor = told.contractor ?? 'UN FOURNISSEUR'
  const shared = { holder, contractor, balanceResponsibleParty: contractor, endsOn: null }
  const consuming: Contract = {
    ...shared,
    direction: 'consumption',
    type: contract,
    segment,
    startsOn: since,
    terms: [{ since, ...consumptionTerms(name, told, house) }],
  }
  const begins = told.producesSince ?? since
  const producing: Contract = {
    ...shared,
    direction: 'production',
    type: production.contract,
    segment: production.segment,
    startsOn: begins,
    terms: [productionTerms(begins)],
  }
  return [...(directions.consumption ? [consuming] : []), ...(directions.production ? [producing] : [])]
}

/** Production has no tariff of the grid and no subscribed power. Source: CAPTURE, P4 without power. */
export function productionTerms(since: Day): Contract['terms'][number] {
  return { since, distributionTariff: null, subscribedPowerKva: null, offPeak: null, supplierCalendar: 'BASE' }
}

function consumptionTerms(name: string, told: ContractTold, { ids }: Maker): Omit<Contract['terms'][number], 'since'> {
  const { powerKva, tariff } = usual[told.segment ?? 'C5']
  const supplierCalendar = told.calendar ?? 'HPHC'
  const between = (from: number, to: number, about: string) => ids.between(from, to, 'off-peak', name, about)
  const offPeak = told.offPeak === undefined ? offPeakMadeUp(between) : offPeakTold(told.offPeak)
  return {
    distributionTariff: told.tariff ?? tariff[supplierCalendar],
    subscribedPowerKva: told.powerKva ?? powerKva,
    offPeak: supplierCalendar === 'HPHC' ? offPeak : null,
    supplierCalendar,
  }
}

/** Off-peak hours as a story writes them, which must be such as Enedis sets. */
export function offPeakTold(text: string): ClockRange[] {
  const ranges = readOffPeak(text)
  if (ranges === undefined) throw new Impossible(`"${text}" are no off-peak hours: write HC (22H50-6H50).`)
  const impossible = faultsOfOffPeak(ranges).find(({ level }) => level === 'impossible')
  if (impossible) throw new Impossible(`"${text}" cannot be: ${impossible.says}`)
  return ranges
}

/** What is unusual of off-peak hours that may be. Source: FAQ, eight hours; CAPTURE, eight and a half. */
export function unusualHours(text: string | undefined): string[] {
  if (text === undefined) return []
  const faults = faultsOfOffPeak(readOffPeak(text) ?? [])
  return faults.flatMap(({ level, says }) => (level === 'unusual' ? `${text}: ${says}` : []))
}

/** Tells the journal of those. */
export function noteUnusualHours(text: string | undefined, { note }: Pick<EnedisHouse, 'note'>): void {
  for (const says of unusualHours(text))
    note({ finding: 'off-peak-unusual', level: 'warning', says, source: 'FAQ, off-peak hours' })
}
