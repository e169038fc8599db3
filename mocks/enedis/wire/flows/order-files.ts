import { filled, listUnder, mapped, rowsUnder, type Filled } from './filled.ts'
import type { Format } from './names.ts'

/** What the head of a file of M023 says of the order. */
export type OrderHead = {
  /** The system that asked: the contract's. */
  system: string
  recipientType: string
  recipient: string
  order: string
  channel: string
  format: Format
  /** P where it is published once, else how often. */
  mode?: 'P' | 'Q' | 'H' | 'M'
}

/** How the things of a flow are told: one by one in JSON, in rows under labels in CSV. */
export type Telling<Thing> = {
  flow: string
  tell: (one: Thing) => object
  labels: string
  rows: (one: Thing) => string
}

/** The files of an order, as few as the limit of an archive lets: each whole by itself, in JSON with the head of the order. */
export function filesOf<Thing>(
  head: OrderHead,
  things: Iterable<Thing>,
  { flow, tell, labels, rows }: Telling<Thing>,
  limit?: { most: number },
): Generator<Filled> {
  if (head.format === 'CSV') return filled(mapped(things, rows), rowsUnder(labels), limit)
  const told = mapped(things, (one) => JSON.stringify(tell(one)))
  return filled(told, listUnder(headTold(flow, head)), limit)
}

/** What stands above the list of a file in JSON. */
export function headTold(
  flow: string,
  { system, recipientType, recipient, order, channel, format, mode = 'P' }: OrderHead,
): object {
  return {
    siDemandeur: system,
    typeDestinataire: recipientType,
    idDestinataire: recipient,
    codeFlux: flow,
    idDemande: order,
    modePublication: mode,
    idCanalContact: channel,
    format,
    publicationCrp: false,
  }
}
