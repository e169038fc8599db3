import type { House } from '../../../src/contract/effect.ts'
import { Impossible, UnknownName } from '../../../src/contract/refusal.ts'
import { didYouMean } from '../../../src/ground/nearest.ts'
import { alert, refuse } from './errors.ts'
import type { Person, Settings, State } from './model.ts'

/** Grants the integrator access for a day and announces the first count for an hour later. */
export function share(state: State, { as }: { as: string }, house: House<Settings>): void {
  const person = personNamed(state, as)
  if (isShared(person, house.now)) throw alert.alreadyShared()
  person.sharing = { status: 'granted', expiresAt: new Date(Date.parse(house.now) + 86_400_000).toISOString() }
  house.later('PT1H', 'utility.publish', { of: as })
}

/** Counts on, and tells the client's portal. */
export function publish(state: State, { of }: { of: string }, house: House<Settings>): { count: number } {
  const person = personNamed(state, of)
  person.count += house.ids.between(1, 9, 'count', of, house.now)
  house.notify('counted', state.portal, { of, count: person.count })
  return { count: person.count }
}

export function stopSharing(state: State, { as }: { as: string }, house: House<Settings>): void {
  const person = personNamed(state, as)
  if (!isShared(person, house.now)) throw new Impossible(`${as} shares nothing.`)
  person.sharing = { status: 'none' }
}

export function setCount(state: State, { caller, count }: { caller: string; count: number }): void {
  personNamed(state, caller).count = count
}

export function countOf(person: Person, now: string): number {
  if (!isShared(person, now)) throw refuse.notShared()
  return person.count
}

function isShared({ sharing }: Person, now: string): boolean {
  return sharing.status === 'granted' && now < sharing.expiresAt
}

function personNamed({ people }: State, name: string): Person {
  const person = people[name]
  if (person === undefined)
    throw new UnknownName(`There is no one named "${name}". ${didYouMean(name, Object.keys(people))}`)
  return person
}
