import { expect } from 'vitest'
import { sgeServices, type SgeServiceName, type State, type UsagePointId } from '../../../mocks/enedis/model/index.ts'
import { serviceNamed } from '../enedis-sge.ts'
import { accessCalls } from './access.ts'
import { consultations } from './consultations.ts'
import { files } from './files.ts'
import { orders } from './orders.ts'

/** A call of a service: one that is answered, one that is not, and what a client must read of both. */
export type Both = {
  asks: object
  /** What the reply holds, texts as texts: a list of one counts as that one. */
  told: object | string
  wrong: object
  /** The return code, which orders of M023 do not tell, and its text. */
  refused: readonly [string | null, string]
}
/** What numbers of affairs look like. */
export const affaireId = expect.stringMatching(/^[0-9A-Z]{8}$/) as string

/** What there is to ask about in the village. */
export type Places = Record<
  'home' | 'sunny' | 'shop' | 'flat' | 'serialNumber' | 'collected' | 'indexes' | 'energies',
  string
>

/** The nineteen services in the order of the contract. */
export const nineteenNames = Object.keys(sgeServices) as SgeServiceName[]

/** What a service acknowledges a good call with, where it has a header for it. */
export const acknowledgedBy = (name: SgeServiceName) =>
  serviceNamed(name).replyHeader === null ? null : (['SGT200', 'Succès'] as const)

/** What there is in the village as it begins. */
export function placesIn({ names, usagePoints, sge }: State): Places {
  const at = (name: string) => names.usagePoint[name] as UsagePointId
  const [collected = '', indexes = '', energies = ''] = Object.keys(sge.subscriptions)
  const flat = at('paul.flat')
  return {
    ...{ home: at('claire.home'), sunny: at('claire.sunny'), shop: at('bakery.shop'), flat },
    ...{ collected, indexes, energies, serialNumber: usagePoints[flat]?.meters.at(-1)?.serialNumber ?? '' },
  }
}

/** A good and a wrong call of each service about these. */
export function nineteenOf(places: Places): Record<SgeServiceName, Both> {
  return { ...consultations(places), ...orders(places), ...accessCalls(places), ...files(places) }
}
