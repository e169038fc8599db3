import { fingerprint } from '../../../src/ground/fingerprint.ts'
import { prmNumbered } from '../domain/prm.ts'
import type { AuthorisationId, UsagePointId } from '../model/index.ts'
import { castOf, pointGiven, type Given } from './given.ts'

/**
 * The usage points of a story by their full names, `claire.home`. They are numbered in the order in which they stand, so
 * that a client can be told before anything has been opened.
 */
export function prmsGiven(given: Given): Record<string, UsagePointId> {
  const all = Object.entries(castOf(given).customers).flatMap(([customer, { usagePoints }]) =>
    Object.entries(usagePoints).map(([name, told]) => ({ name: `${customer}.${name}`, prm: pointGiven(told).prm })),
  )
  const taken = new Set(all.map(({ prm }) => prm))
  let number = 0
  const next = (): UsagePointId => {
    const prm = prmNumbered(++number)
    return taken.has(prm) ? next() : prm
  }
  return Object.fromEntries(all.map(({ name, prm }) => [name, (prm as UsagePointId | undefined) ?? next()]))
}

/** The number of an authorisation that stands when a story begins, which the client has known for long. */
export function authorisationGiven(clientId: string, usagePoint: string): AuthorisationId {
  const hash = Buffer.from(fingerprint(`autorisation ${clientId} ${usagePoint}`).slice('sha256:'.length), 'base64url')
  return String(1_000_000 + (hash.readUInt32BE() % 3_000_000)) as AuthorisationId
}
