import type { Markup } from '../../../src/toolbox/xml/index.ts'
import type { DayBlock } from '../views.ts'
import { entry, espiNamespace, type Sheet } from './envelope.ts'

const beforeQuality = '<ns0:IntervalReading><ns0:ReadingQuality><ns0:quality>'
const beforeDuration = '</ns0:quality></ns0:ReadingQuality><ns0:timePeriod><ns0:duration>'
const beforeStart = '</ns0:duration><ns0:start>'
const beforeValue = '</ns0:start></ns0:timePeriod><ns0:value>'
const beforeTou = '</ns0:value><ns0:tou>'
const afterTou = '</ns0:tou></ns0:IntervalReading>'
const afterValue = '</ns0:value></ns0:IntervalReading>'

/** The readings of a day. Half a million of them make a feed, so nothing is built that is not sent. Source: WIRE. */
export function intervalBlock(block: DayBlock, meterReading: string, sheet: Sheet): string {
  const up = `${meterReading}/IntervalBlock`
  const { start } = block
  return entry({ up, self: `${up}/${start}`, title: `IntervalBlock_${start}`, content: payload(block) }, sheet)
}

/** The same, an entry for each reading, as it was by mistake until August 2015 (A14). */
export function* blockPerReading(block: DayBlock, meterReading: string, sheet: Sheet): Iterable<string> {
  for (let at = 0; at < block.values.length; at++) {
    if (!Number.isNaN(block.values[at])) yield intervalBlock(oneOf(block, at), meterReading, sheet)
  }
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
  let begins = start
  for (let at = 0; at < values.length; at++, begins += seconds) {
    const value = values[at] as number
    if (value !== value) continue
    text += beforeQuality + qualities[at] + beforeDuration + lasts + beforeStart + begins + beforeValue + value
    text += tou === null ? afterValue : beforeTou + tou[at] + afterTou
  }
  return (text + '</ns0:IntervalBlock>') as Markup
}
