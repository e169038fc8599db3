import type { Evidence } from '../../../evidence.ts'
import { bodyOf, listIn, textOf, within } from './bodies.ts'
import { callsOf, sentIn, type Call } from './calls.ts'

/** What the list of subscribed services told of a consent, and in which of its forms it was empty. */
export type Told = {
  call: Call
  /** What was asked for. */
  autorisation: string | undefined
  usagePoints: readonly string[]
  /** By usage point, whether services of that direction stand there. */
  directions: Readonly<Record<string, { consumption: boolean; production: boolean }>>
  empty: undefined | 'list' | 'null' | 'missing'
}

const lists = new WeakMap<Evidence, readonly Told[]>()

/** Every request for subscribed services that was answered well, in order. */
export function servicesTold(evidence: Evidence): readonly Told[] {
  const known =
    lists.get(evidence) ??
    callsOf(evidence)
      .filter(({ kind, heard }) => kind === 'services' && heard)
      .map(toldBy)
  lists.set(evidence, known)
  return known
}

/** The number of the consent that a request for services is about. */
export function autorisationIn(call: Call): string | undefined {
  return textOf(sentIn(call)['autorisationId'])
}

function toldBy(call: Call): Told {
  const told = within({ told: bodyOf(call.entry.response?.body ?? null) }, 'told')
  const services = listIn(told, 'serviceSouscrit')
  const directions: Record<string, { consumption: boolean; production: boolean }> = {}
  for (const service of services) {
    const point = textOf(service['pointId'])
    if (point === undefined) continue
    const known = directions[point] ?? { consumption: false, production: false }
    directions[point] = {
      consumption: known.consumption || service['soutirage'] === true,
      production: known.production || service['injection'] === true,
    }
  }
  const autorisation = autorisationIn(call)
  return { call, autorisation, usagePoints: Object.keys(directions), directions, empty: emptiness(told, services) }
}

function emptiness(told: Readonly<Record<string, unknown>>, services: readonly unknown[]): Told['empty'] {
  if (services.length > 0) return undefined
  if (Array.isArray(told['serviceSouscrit'])) return 'list'
  return told['serviceSouscrit'] === null ? 'null' : 'missing'
}
