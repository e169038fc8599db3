import { branch, branchWith, documentOf, each, leaf, nothing } from '../../../src/toolbox/xml/index.ts'
import type { Markup } from '../../../src/toolbox/xml/index.ts'
import type { Read } from '../../../src/toolbox/xml/shape/index.ts'
import type { PmSettings } from '../dialect.ts'
import { refuse } from '../errors/index.ts'
import type { Link, MeterData, NewWasteData } from '../views.ts'
import { auditBlock } from './audit.ts'
import { decodeBody } from './body.ts'
import { linkList } from './envelope.ts'
import { wasteData, wasteDataList } from './schema/waste-data.ts'

/** Reads 1 to 120 entries of a waste meter. */
export function decodeWasteDataList(text: string): { kind: 'waste'; entries: NewWasteData[] } {
  const entries = decodeBody(text, 'wasteDataList', wasteDataList).wasteData.map(newWasteData)
  if (entries.length > 0) return { kind: 'waste', entries }
  throw refuse.notSchemaValid({
    details: ["Element 'wasteDataList': missing child element(s). Expected is 1 to 120 wasteData."],
  })
}

/** Reads one entry that takes the place of another. */
export function decodeWasteEntry(text: string): { kind: 'waste'; with: NewWasteData } {
  return { kind: 'waste', with: newWasteData(decodeBody(text, 'wasteData', wasteData)) }
}

/** An empty cost is no cost, and takes away the one that was there. */
function newWasteData({
  id: _,
  audit: __,
  cost,
  estimatedValue = false,
  ...given
}: Read<typeof wasteData>): NewWasteData {
  return { ...given, ...(cost && { cost }), estimatedValue }
}

type Entries = Extract<MeterData, { kind: 'waste' }>['entries']
type Entry = Entries['items'][number]

/** Source: XSD26, wasteMeterDataType. `links` stands there even when empty, as with consumption data. */
export function encodeWasteData(
  { items }: Entries,
  { links, settings }: { links: readonly Link[]; settings: PmSettings },
): string {
  return documentOf(
    branch(
      'wasteDataList',
      each(items, (entry) => wasteBlock(entry, settings)),
      linkList(links),
    ),
  )
}

function wasteBlock(entry: Entry, settings: PmSettings): Markup {
  return branchWith(
    'wasteData',
    { estimatedValue: entry.estimatedValue },
    leaf('id', entry.id),
    leaf('startDate', entry.startDate),
    leaf('endDate', entry.endDate),
    leaf('quantity', entry.quantity),
    leaf('timesEmptied', entry.timesEmptied),
    leaf('averagePercentFull', entry.averagePercentFull),
    leaf('cost', entry.cost),
    destinationBlock(entry.disposalDestination),
    auditBlock('audit', entry.audit, settings),
  )
}

function destinationBlock(destination: Entry['disposalDestination']): Markup {
  if (!destination) return nothing
  return branch(
    'disposalDestination',
    leaf('landfillPercentage', destination.landfillPercentage),
    leaf('incinerationPercentage', destination.incinerationPercentage),
    leaf('wasteToEnergyPercentage', destination.wasteToEnergyPercentage),
    leaf('unknownDestPercentage', destination.unknownDestPercentage),
  )
}
