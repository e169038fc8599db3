import type { CustomerId, Day } from '../model/ids.ts'
import type { Direction, Terms } from '../model/contract.ts'
import type { SeenContract, SeenUsagePoint } from '../views/index.ts'

type Held = Pick<SeenUsagePoint, 'contracts' | 'holders' | 'commissionedOn'>

/** The contract of a direction that holds on a day. */
export function contractOn<C extends SeenContract>(
  { contracts }: { readonly contracts: readonly C[] },
  direction: Direction,
  day: Day,
): C | undefined {
  return contracts.findLast((one) => one.direction === direction && holdsOn(one, day))
}

/** All contracts that hold on a day: two where a customer consumes and produces. Source: CAPTURE, situation_contrat_auto. */
export function contractsOn({ contracts }: Pick<Held, 'contracts'>, day: Day): SeenContract[] {
  return contracts.filter((one) => holdsOn(one, day))
}

function holdsOn({ startsOn, endsOn }: SeenContract, day: Day): boolean {
  return startsOn <= day && (endsOn === null || day < endsOn)
}

/** What a contract says on a day. */
export function termsOn<T extends { readonly since: Day }>({ terms }: { readonly terms: readonly T[] }, day: Day): T {
  return terms.findLast(({ since }) => since <= day) ?? (terms[0] as T)
}

/** Since when the contracts of a direction have said about one thing what they say on a day, whoever held them. */
export function unchangedSince(
  { contracts }: Pick<Held, 'contracts'>,
  { direction, what, day }: { direction: Direction; what: Exclude<keyof Terms, 'since'>; day: Day },
): Day | undefined {
  const said = contracts
    .filter((one) => one.direction === direction)
    .flatMap(({ terms }) => terms)
    .filter(({ since }) => since <= day)
  const now = JSON.stringify(said.at(-1)?.[what])
  const before = said.findLastIndex((one) => JSON.stringify(one[what]) !== now)
  return said[before + 1]?.since
}

/** Who lives or works at a point on a day. */
export function holderOn({ holders }: Pick<Held, 'holders'>, day: Day): CustomerId | undefined {
  return holders.findLast(({ movedIn, movedOut }) => movedIn <= day && (movedOut === null || day < movedOut))?.customer
}

/** Since when a customer holds a point, as of a day; nothing if they hold it no more, or not yet. */
export function heldSince({ holders }: Pick<Held, 'holders'>, customer: CustomerId, day: Day): Day | undefined {
  const holding = holders.findLast(({ movedIn, movedOut }) => movedIn <= day && (movedOut === null || day < movedOut))
  return holding?.customer === customer ? holding.movedIn : undefined
}

/**
 * The day before which nothing may be asked of a direction: the point's commissioning, the holder's move-in, and for
 * production the day from which it could be fed in. Source: FAQ, history; ISSUES, commissioned or moved in lately.
 */
export function activatedOn(point: Held, direction: Direction, day: Day): Day {
  const holding = point.holders.findLast(({ movedIn }) => movedIn <= day)
  const producing = direction === 'production' ? firstContract(point, direction) : undefined
  const days = [point.commissionedOn, holding?.movedIn, producing?.startsOn].filter((one) => one !== undefined)
  return days.reduce((latest, one) => (one > latest ? one : latest))
}

function firstContract({ contracts }: Held, direction: Direction): SeenContract | undefined {
  return contracts.find((one) => one.direction === direction)
}
