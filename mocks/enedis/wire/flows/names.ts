import type { Direction, Instant, UsagePointId } from '../../model/index.ts'
import type { PublishedFlow } from '../../views/index.ts'
import { inName } from './stamps.ts'

/** Names of an archive and of a file in it. */
export type Names = { archive: string; inner: string }

const side = { consumption: 'C', production: 'P' } as const satisfies Record<Direction, string>
const five = (number: number) => String(number).padStart(5, '0')
const both = (stem: string, extension: string): Names => ({ archive: `${stem}.zip`, inner: `${stem}.${extension}` })

/** What the name of R4Q, R4H or R4M says; an archive holds a file for each point and direction. */
export type R4Named = {
  recipient: string
  frequency: 'Q' | 'H' | 'M'
  direction: Direction
  usagePoint: UsagePointId
  /** Of the order that began it. */
  reference: string
  at: Instant
}

/** Source: FLOWGUIDE, R4x, names of files. */
export function namesOfR4({ recipient, frequency, direction, usagePoint, reference, at }: R4Named): Names {
  const stem = `ENEDIS_${recipient}_R4${frequency}_CDC`
  const inner = `${stem}_${frequency}_${side[direction]}_${usagePoint}_${reference}_${inName(at)}.xml`
  return { archive: `${stem}_${inName(at)}.zip`, inner }
}

/** What the names of R50 and R151 say: the sequence counts the files of a subscription, the parts those of one day. */
export type SubscriptionNamed = {
  recipient: string
  contract: string
  subscription: string
  sequence: number
  frequency: 'Q' | 'H' | 'M'
  part: number
  parts: number
  at: Instant
}

/** Source: FLOWGUIDE, R50 and R151, names of files. */
export function namesOfSubscription(flow: 'R50' | 'R151', named: SubscriptionNamed): Names {
  const { recipient, contract, subscription, sequence, frequency, part, parts, at } = named
  const who = [recipient, contract, subscription].join('_')
  return both(['ERDF', flow, who, five(sequence), frequency, five(part), five(parts), inName(at)].join('_'), 'xml')
}

/** Source: FLOWGUIDE, R171, names of files. */
export function namesOfR171(named: {
  direction: Direction
  id: string
  contractType: string
  recipient: string
  at: Instant
}): Names {
  const { direction, id, contractType, recipient, at } = named
  return both(['ENEDIS_R171', side[direction], id, contractType, recipient, inName(at)].join('_'), 'xml')
}

/** The pattern is ours; sources tell that it is a CSV file. Source: INF. */
export function namesOfHistory(named: { order: string; usagePoint: UsagePointId; at: Instant }): Names {
  return both(['ENEDIS_HDM', named.order, named.usagePoint, inName(named.at)].join('_'), 'csv')
}

/** What is in the names of files that M023 orders, by the flow; of C68, INF. */
const kinds = { R63: 'CdC', R64: 'INDEX', R65: 'Energie', R66: 'Pmax', R67: 'Mfact', C68: 'ITC' } as const
export type OrderedFlow = keyof typeof kinds
export const formats = ['JSON', 'CSV'] as const
export type Format = (typeof formats)[number]

export type OrderNamed = { order: string; sequence: number; format: Format; at: Instant }

/** Source: FLOWGUIDE, M023, names of files; P for what is published once. */
export function namesOfOrdered(flow: OrderedFlow, { order, sequence, format, at }: OrderNamed): Names {
  return both(['ENEDIS', flow, 'P', kinds[flow], order, five(sequence), inName(at)].join('_'), format.toLowerCase())
}

/**
 * What services of access publish: with the contract and how often where an order of M023 has its own number and P.
 * Source: FLOWGUIDE, M023, names of files; INF, their order.
 */
export function namesOfPublished(flow: PublishedFlow, named: Omit<SubscriptionNamed, 'recipient'>): Names {
  const { contract, sequence, frequency, at } = named
  const kind = kinds[flow.slice(0, 3) as 'R63' | 'R64' | 'R66']
  return both(['ENEDIS', flow, frequency, kind, contract, five(sequence), inName(at)].join('_'), 'json')
}

/** The pattern is ours: which flow tells of stops is not public. Source: INF. */
export function namesOfStop({ contract, service, at }: { contract: string; service: string; at: Instant }): Names {
  return both(['ENEDIS_ARRET', contract, service, inName(at)].join('_'), 'json')
}

/** An archive of C68 within the archive of C68: the pattern is its own, with a number more. Source: INF. */
export function namesOfSecondary({ order, sequence, format, at, part }: OrderNamed & { part: number }): Names {
  const stem = ['ENEDIS_C68_P', kinds.C68, order, five(sequence), inName(at), five(part)].join('_')
  return both(stem, format.toLowerCase())
}

/** The pattern is that of what it reports on. Source: INF. */
export function namesOfReport({ order, sequence, at }: Omit<OrderNamed, 'format'>): Names {
  return both(['ENEDIS_CR.M023_P', order, five(sequence), inName(at)].join('_'), 'json')
}
