import { idIn, ofKind, type Entry } from './feed.ts'
import { all, number, text, type Node } from './xml.ts'

/** How the readings of a type are meant. */
export type ReadingType = { uom: string; powerOfTen: number; flow: string; intervalLength: number | undefined }
/** A reading as it was spelled. `lasts` is in seconds, where the reading itself says so. */
export type ReadingTold = { start: number; lasts: number | undefined; value: number; quality: string }
/** Readings of one meter, with the usage point they belong to. */
export type SeriesTold = { usagePoint: string; id: string; type: ReadingType; readings: ReadingTold[] }
export type LineTold = { note: string; amount: number; measured: Measured | undefined }
export type Measured = { value: number; powerOfTen: number; uom: string }
/** A bill as it was spelled: money in hundred-thousandths of a dollar, times in epoch seconds. */
export type BillTold = {
  usagePoint: string
  start: number
  duration: number
  amount: number | undefined
  overall: Measured | undefined
  lines: LineTold[]
}
export type PointTold = { usagePoint: string; subscription: string; kind: string }
export type UsageTold = { points: PointTold[]; series: SeriesTold[]; bills: BillTold[] }

/** Everything that a usage feed says, for any number of usage points. */
export function usageIn(entries: readonly Entry[]): UsageTold {
  const types = new Map(ofKind(entries, 'ReadingType').map((entry) => [idIn(entry.self, 'ReadingType'), typeIn(entry)]))
  const typeOf = new Map(
    ofKind(entries, 'MeterReading').map(({ self, related }) => {
      const type = related.map((href) => idIn(href, 'ReadingType')).find((id) => id !== undefined)
      return [self, types.get(type)]
    }),
  )
  const series = new Map<string, SeriesTold>()
  for (const block of ofKind(entries, 'IntervalBlock')) {
    const meterReading = block.self.replace(/\/IntervalBlock\/.*$/, '')
    const type = typeOf.get(meterReading)
    if (type === undefined) continue
    const found = series.get(meterReading) ?? { ...placeOf(block.self), type, readings: [] }
    found.readings.push(...all(block.content, 'IntervalReading').map(readingIn))
    series.set(meterReading, found)
  }
  return {
    points: ofKind(entries, 'UsagePoint').map(pointIn),
    series: [...series.values()],
    bills: ofKind(entries, 'UsageSummary').map(billIn),
  }
}

function placeOf(address: string): { usagePoint: string; id: string } {
  return { usagePoint: idIn(address, 'UsagePoint') ?? '', id: idIn(address, 'MeterReading') ?? '' }
}

function pointIn({ self, content }: Entry): PointTold {
  return {
    usagePoint: idIn(self, 'UsagePoint') ?? '',
    subscription: idIn(self, 'Subscription') ?? '',
    kind: text(content, 'ServiceCategory', 'kind') ?? '0',
  }
}

function typeIn({ content }: Entry): ReadingType {
  return {
    uom: text(content, 'uom') ?? '',
    powerOfTen: number(content, 'powerOfTenMultiplier') ?? 0,
    flow: text(content, 'flowDirection') ?? '1',
    intervalLength: number(content, 'intervalLength'),
  }
}

function readingIn(reading: Node): ReadingTold {
  return {
    start: number(reading, 'timePeriod', 'start') ?? 0,
    lasts: number(reading, 'timePeriod', 'duration'),
    value: number(reading, 'value') ?? 0,
    quality: text(reading, 'ReadingQuality', 'quality') ?? '',
  }
}

function billIn({ self, content }: Entry): BillTold {
  return {
    usagePoint: idIn(self, 'UsagePoint') ?? '',
    start: number(content, 'billingPeriod', 'start') ?? 0,
    duration: number(content, 'billingPeriod', 'duration') ?? 0,
    amount: number(content, 'billLastPeriod'),
    overall: measuredIn(all(content, 'overallConsumptionLastPeriod')[0]),
    lines: all(content, 'costAdditionalDetailLastPeriod').map((line) => ({
      note: text(line, 'note') ?? '',
      amount: number(line, 'amount') ?? 0,
      measured: measuredIn(all(line, 'measurement')[0]),
    })),
  }
}

function measuredIn(node: Node | undefined): Measured | undefined {
  const [value, uom] = [number(node, 'value'), text(node, 'uom')]
  return value === undefined || uom === undefined
    ? undefined
    : { value, uom, powerOfTen: number(node, 'powerOfTenMultiplier') ?? 0 }
}
