import { branch, branchWith, documentOf, each, leaf, nothing } from '../../../src/toolbox/xml/index.ts'
import type { Markup } from '../../../src/toolbox/xml/index.ts'
import type { Read } from '../../../src/toolbox/xml/shape/index.ts'
import type { PmSettings } from '../dialect.ts'
import { refuse } from '../errors/index.ts'
import type { Link, MeterData, NewConsumption, NewDelivery } from '../views.ts'
import { auditBlock } from './audit.ts'
import { decodeBody, decodeEither } from './body.ts'
import { linkList } from './envelope.ts'
import { meterConsumption, meterData, meterDelivery } from './schema/consumption.ts'
import { encodeWasteData } from './waste-data.ts'

/** Entries of one kind, as a client writes them. */
export type NewEntries =
  { kind: 'consumption'; entries: NewConsumption[] } | { kind: 'delivery'; entries: NewDelivery[] }
export type NewEntry = { kind: 'consumption'; with: NewConsumption } | { kind: 'delivery'; with: NewDelivery }

/** Reads 1 to 120 entries of one kind. */
export function decodeMeterData(text: string): NewEntries {
  const body = decodeBody(text, 'meterData', meterData)
  const consumption = body.meterConsumption.map(newConsumption)
  const deliveries = body.meterDelivery.map(newDelivery)
  if (consumption.length > 0 && deliveries.length === 0) return { kind: 'consumption', entries: consumption }
  if (deliveries.length > 0 && consumption.length === 0) return { kind: 'delivery', entries: deliveries }
  const expected = 'Expected is 1 to 120 meterConsumption, or 1 to 120 meterDelivery'
  throw refuse.notSchemaValid({ details: [`Element 'meterData': missing child element(s). ${expected}.`] })
}

/** Reads one entry that takes the place of another. */
export function decodeMeterEntry(text: string): NewEntry {
  const [root, body] = decodeEither(text, { meterConsumption, meterDelivery })
  if (root === 'meterConsumption') return { kind: 'consumption', with: newConsumption(body) }
  return { kind: 'delivery', with: newDelivery(body) }
}

type ConsumptionBody = Read<typeof meterConsumption>
type DeliveryBody = Read<typeof meterDelivery>

/** An empty cost is no cost, and takes away the one that was there. */
function newConsumption({
  id: _,
  audit: __,
  cost,
  demandTracking,
  estimatedValue = false,
  ...given
}: ConsumptionBody): NewConsumption {
  return {
    ...given,
    ...filled({ cost }),
    ...(demandTracking ? { demandTracking: filled(demandTracking) } : {}),
    estimatedValue,
  }
}

function newDelivery({ id: _, audit: __, cost, estimatedValue = false, ...given }: DeliveryBody): NewDelivery {
  return { ...given, ...filled({ cost }), estimatedValue }
}

/** Without the fields that hold nothing. */
function filled<Fields extends Record<string, string | undefined>>(
  fields: Fields,
): { [Name in keyof Fields]?: string } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value)) as { [Name in keyof Fields]?: string }
}

/** A page of entries of any kind, or those just written. `links` stands there even when empty: clients fail without it. */
export function encodeMeterData(
  data: MeterData,
  { links, settings }: { links: readonly Link[]; settings: PmSettings },
): string {
  if (data.kind === 'waste') return encodeWasteData(data.entries, { links, settings })
  const entries =
    data.kind === 'consumption'
      ? each(data.entries.items, (entry) => consumptionBlock(entry, settings))
      : each(data.entries.items, (entry) => deliveryBlock(entry, settings))
  return documentOf(branch('meterData', entries, linkList(links)))
}

type Entry<Kind extends MeterData['kind']> = Extract<MeterData, { kind: Kind }>['entries']['items'][number]

function consumptionBlock(entry: Entry<'consumption'>, settings: PmSettings): Markup {
  return branchWith(
    'meterConsumption',
    { estimatedValue: entry.estimatedValue },
    leaf('id', entry.id),
    leaf('startDate', entry.startDate),
    leaf('endDate', entry.endDate),
    leaf('usage', entry.usage),
    leaf('cost', entry.cost),
    leaf('energyExportedOffSite', entry.energyExportedOffSite),
    leaf('percentRenewableNaturalGas', entry.percentRenewableNaturalGas),
    demandBlock(entry.demandTracking),
    auditBlock('audit', entry.audit, settings),
  )
}

function demandBlock(demand: Entry<'consumption'>['demandTracking']): Markup {
  if (!demand) return nothing
  return branch('demandTracking', leaf('demand', demand.demand), leaf('demandCost', demand.demandCost))
}

function deliveryBlock(entry: Entry<'delivery'>, settings: PmSettings): Markup {
  return branchWith(
    'meterDelivery',
    { estimatedValue: entry.estimatedValue },
    leaf('id', entry.id),
    leaf('deliveryDate', entry.deliveryDate),
    leaf('quantity', entry.quantity),
    leaf('cost', entry.cost),
    auditBlock('audit', entry.audit, settings),
  )
}
