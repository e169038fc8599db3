import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'

const root = new URL('../..', import.meta.url).pathname
const folder = join(resolve(root, process.env['WATTPROOF_CONTRACTS'] ?? '../shared/contracts'), 'samples/enedis')
const names = [
  'mesures-v2-consommation-quotidienne',
  'mesures-v2-courbe-de-charge-consommation',
  'situation-contrat-auto',
]
export type Sample = (typeof names)[number]

/** Whether captured replies of 2026 are on this machine. They are not ours to ship. */
export const hasSamples = names.every((name) => existsSync(join(folder, `${name}.json`)))
export const samplesMissing = `No samples in ${folder}: bodies of 2026 were NOT compared. Set WATTPROOF_CONTRACTS.`

/** A captured reply, as its client read it. */
export function sampleOf(name: string): unknown {
  return JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8'))
}

/**
 * What a body lacks of a captured one: names in the order in which they were captured, and the kind of each value. A
 * body may have more. Lists are compared by their first member.
 */
export function lackingOf(captured: unknown, own: unknown, at = 'body'): string[] {
  if (Array.isArray(captured)) {
    if (!Array.isArray(own)) return [`${at} is no list`]
    return captured.length === 0 ? [] : lackingOf(captured[0], own[0], `${at}[0]`)
  }
  if (typeof captured !== 'object' || captured === null)
    return typeof own === typeof captured ? [] : [`${at} is no ${typeof captured}`]
  if (typeof own !== 'object' || own === null) return [`${at} is missing`]
  const wanted = Object.keys(captured)
  const there = Object.keys(own).filter((name) => wanted.includes(name))
  const order = there.join() === wanted.join() ? [] : [`${at} has ${there.join()}, not ${wanted.join()}`]
  const members = there.flatMap((name) => lackingOf((captured as Fields)[name], (own as Fields)[name], `${at}.${name}`))
  return [...order, ...members]
}

type Fields = Readonly<Record<string, unknown>>
