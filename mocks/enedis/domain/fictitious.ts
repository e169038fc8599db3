import type { CustomerId, UsagePointId } from '../model/index.ts'
import type { Seen } from '../views/index.ts'

/** The fictitious clients of the sandbox, by the last digit of `state`. Source: GUIDE, clients of the old sandbox. */
export const fictitious = [
  { usagePoints: ['22516914714270'], is: 'consumption, curve on, no holes, an old meter' },
  { usagePoints: ['11453290002823'], is: 'the same, in service since 27 August 2019' },
  { usagePoints: ['32320647321714'], is: 'consumption, curve not activated' },
  { usagePoints: ['12345678901234', '10284856584123'], is: 'one point of consumption and one of production' },
  { usagePoints: ['42900589957123'], is: 'consumption with holes on Tuesdays and Wednesdays' },
  { usagePoints: ['24880057139941'], is: 'production only' },
  { usagePoints: ['12655648759651'], is: 'self-consumption, both curves, net values' },
  { usagePoints: ['64975835695673', '63695879465986', '22315546958763'], is: 'three points of consumption' },
  { usagePoints: ['26584978546985'], is: 'consents, then revokes at once' },
  { usagePoints: [], is: 'always refuses' },
] as const satisfies readonly { usagePoints: readonly string[]; is: string }[]

/** The id of a fictitious client, ten digits like every customer's. */
export function fictitiousId(digit: number): CustomerId {
  return `900000000${digit}` as CustomerId
}

/** Who answers in the sandbox. Without a digit at the end of `state` it is client 0; that is inferred. */
export function fictitiousClient(
  state: Seen,
  clientState: string | undefined,
): { digit: number; customer: CustomerId; usagePoints: UsagePointId[] } {
  const digit = Number(/\d$/.exec(clientState ?? '')?.[0] ?? 0)
  const held = (fictitious[digit]?.usagePoints ?? []) as readonly string[] as readonly UsagePointId[]
  return { digit, customer: fictitiousId(digit), usagePoints: held.filter((id) => state.usagePoints[id] !== undefined) }
}
