import { unknownName } from '../errors/index.ts'
import type { ClientId, CustomerId, PartyId, State, UsagePointId } from '../model/index.ts'
import type { Seen } from '../views/index.ts'

/** What the integrator's own application in production and their own market party are called in every story. */
export const you = 'you'

export function applicationNamed(state: Seen, name: string): ClientId {
  return named('application', name, state.names.application)
}

export function customerNamed(state: Seen, name: string): CustomerId {
  return named('customer', name, state.names.customer)
}

/** A usage point by its name, with its customer's before it where several have one of that name: `alice.home`. */
export function usagePointNamed(state: Seen, name: string): UsagePointId {
  return named('usage point', name, state.names.usagePoint)
}

/** A market party of SGE. */
export function partyNamed(state: Seen, name: string): PartyId {
  return named('party', name, state.names.party)
}

type Noun = keyof State['names']

/** Gives a name to something new. */
export function giveName(state: State, noun: Noun, { name, id }: { name: string; id: string }): void {
  const names: Record<string, string> = state.names[noun]
  names[name] = id
}

/** The name something goes by in the story. */
export function nameOf(state: Seen, noun: Noun, id: string): string {
  const names: Readonly<Record<string, string>> = state.names[noun]
  return Object.keys(names).find((name) => names[name] === id) ?? id
}

function named<Id extends string>(noun: string, wanted: string, names: Readonly<Record<string, Id>>): Id {
  const exact = Object.hasOwn(names, wanted) ? names[wanted] : undefined
  if (exact !== undefined) return exact
  const ends = Object.keys(names).filter((name) => name.endsWith(`.${wanted}`))
  const [only] = ends
  if (only !== undefined && ends.length === 1) return names[only] as Id
  throw unknownName(noun, wanted, ends.length > 1 ? ends : Object.keys(names).flatMap(shortAndLong))
}

/** `alice.home` may be called `home`. */
function shortAndLong(name: string): string[] {
  return [...new Set([name, name.slice(name.lastIndexOf('.') + 1)])]
}
