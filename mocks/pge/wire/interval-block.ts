import type { Markup } from '../../../src/toolbox/xml/index.ts'
import type { PgeSettings } from '../dialect/index.ts'
import type { DayBlock, MeterReadingView, UsagePointView } from '../views.ts'
import { entry, espiNamespace, type Sheet } from './envelope.ts'

/** What stands before the start of a reading, and after its value; most readings of a day have both alike. */
function around(quality: number, lasts: number, tou: number | undefined): { before: string; after: string } {
  return {
    before:
      `<ns0:IntervalReading><ns0:ReadingQuality><ns0:quality>${quality}</ns0:quality></ns0:ReadingQuality>` +
      `<ns0:timePeriod><ns0:duration>${lasts}</ns0:duration><ns0:start>`,
    after: `</ns0:value>${tou === undefined ? '' : `<ns0:tou>${tou}</ns0:tou>`}</ns0:IntervalReading>`,
  }
}
const beforeValue = '</ns0:start></ns0:timePeriod><ns0:value>'

/** Whose readings they are. */
type Of = { point: Pick<UsagePointView, 'subscription' | 'id'>; reading: Pick<MeterReadingView, 'id'> }

/** The readings of a day. Half a million of them make a feed, so nothing is built that is not sent. Source: WIRE. */
export function intervalBlock(block: DayBlock, { point, reading }: Of, sheet: Sheet, { alone = false } = {}): string {
  const meterReading = `${sheet.at.usagePoint(point.subscription, point.id)}/MeterReading/${reading.id}`
  const up = `${meterReading}/IntervalBlock`
  const { start } = block
  const title = `IntervalBlock_${start}`
  return entry({ up, self: `${up}/${start}`, title, content: payload(block) }, sheet, { alone })
}

/** The days of one kind of readings; until August 2015, by mistake, an entry for each reading (A14). */
export function* intervalBlocks(
  point: Of['point'],
  reading: MeterReadingView,
  sheet: Sheet,
  { blockPerReading }: Pick<PgeSettings, 'blockPerReading'>,
): Generator<string> {
  for (const block of reading.blocks) {
    if (blockPerReading === 'off') yield intervalBlock(block, { point, reading }, sheet)
    else for (const one of readingsOf(block)) yield intervalBlock(one, { point, reading }, sheet)
  }
}

function* readingsOf(block: DayBlock): Iterable<DayBlock> {
  for (let at = 0; at < block.values.length; at++) if (!Number.isNaN(block.values[at])) yield oneOf(block, at)
}

function oneOf({ start, seconds, values, qualities, tou }: DayBlock, at: number): DayBlock {
  return {
    start: start + at * seconds,
    duration: seconds,
    seconds,
    values: values.slice(at, at + 1),
    qualities: qualities.slice(at, at + 1),
    tou: tou && tou.slice(at, at + 1),
  }
}

function payload({ start, duration, seconds, values, qualities, tou }: DayBlock): Markup {
  let text =
    `<ns0:IntervalBlock xmlns:ns0="${espiNamespace}"><ns0:interval><ns0:duration>${duration}</ns0:duration>` +
    `<ns0:start>${start}</ns0:start></ns0:interval>`
  const lasts = values.length === 1 ? duration : seconds
  let [before, after, between] = ['', '', '']
  let kind = -1
  for (let at = 0; at < values.length; at++) {
    const value = values[at] as number
    if (Number.isNaN(value)) continue
    const own = (qualities[at] as number) * 256 + (tou?.[at] ?? 0)
    if (own === kind) text += between
    else {
      text += after
      ;({ before, after } = around(qualities[at] as number, lasts, tou?.[at]))
      text += before
      // One string instead of two, so that a reading like the one before it costs little.
      between = [after, before].join('')
      kind = own
    }
    text += start + at * seconds + beforeValue + value
  }
  return (text + after + '</ns0:IntervalBlock>') as Markup
}
