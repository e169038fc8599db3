import type { PgeSettings } from '../dialect/index.ts'
import type { Flow, ReadingTypeView, SeenAgreement, SeenMeter } from '../views.ts'

type Metering = SeenMeter['metering']

/** Which way the energy of a meter is counted, a reading type for each. Source: PAGE, meters; WIRE, reading types. */
export function flowsOf(metering: Metering): readonly Flow[] {
  if (metering.kind === 'gas') return [1]
  if (metering.kind === 'billOnly') return []
  return flows[metering.flows]
}
const flows = { delivered: [1], deliveredAndReceived: [1, 19], net: [4] } as const

/** How many seconds an interval of a meter lasts. */
export function intervalOf(metering: Exclude<Metering, { kind: 'billOnly' }>): 900 | 3600 | 86_400 {
  return metering.kind === 'gas' ? 86_400 : metering.intervalSeconds
}

/** The reading type of a meter's intervals. Source: WIRE, usage feeds. */
export function intervalType(
  { commodity, voltage }: Pick<SeenAgreement, 'commodity' | 'voltage'>,
  flow: Flow,
  seconds: 900 | 3600 | 86_400,
): ReadingTypeView {
  return {
    id: idOf(commodity, seconds, flow),
    flow,
    seconds,
    commodity: commodityCode({ commodity, voltage }),
    defaultQuality: 17,
    ...units[commodity],
  }
}

/** The reading type that a bill's total refers to: net, without intervals. Source: WIRE, usage summaries. */
export function summaryType({
  commodity,
  voltage,
  billedOnIntervals,
}: Pick<SeenAgreement, 'commodity' | 'voltage' | 'billedOnIntervals'>): ReadingTypeView {
  return {
    id: idOf(commodity, null, 4),
    flow: 4,
    seconds: null,
    commodity: commodityCode({ commodity, voltage }),
    defaultQuality: billedOnIntervals ? 19 : 17,
    ...units[commodity],
  }
}

/** The id of a MeterReading: its reading type, and its number among those of that type; encoded anew in 2024 (C27). */
export function meterReadingId(readingType: string, number: number, { meterReadingId }: PgeSettings): string {
  const id = base64(`${readingType}:${number}`)
  return meterReadingId === 'legacy' ? id : Buffer.from(`v2/${id}`).toString('base64url')
}

/** 1 electricity at secondary voltage, 2 at primary voltage, 7 natural gas. Source: XSD, CommodityKind; PAGE, voltage. */
function commodityCode({ commodity, voltage }: Pick<SeenAgreement, 'commodity' | 'voltage'>): 1 | 2 | 7 {
  if (commodity === 'gas') return 7
  return voltage === 'primary' ? 2 : 1
}

/** Thousandths of a watt-hour, and therms by 10⁻⁸. Source: WIRE. */
const units = {
  electric: { uom: 72, powerOfTenMultiplier: -3 },
  gas: { uom: 169, powerOfTenMultiplier: -8 },
} as const

function idOf(commodity: SeenAgreement['commodity'], seconds: number | null, flow: Flow): string {
  return base64(`${units[commodity].uom}:null:${seconds}:${flow}`)
}

function base64(text: string): string {
  return Buffer.from(text).toString('base64')
}
