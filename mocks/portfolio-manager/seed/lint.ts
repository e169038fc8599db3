import type { Known } from '../../../src/contract/provider.ts'
import { you } from '../domain/names.ts'
import { castOf, type Cast, type Given } from './given.ts'

/** The names a scenario gives: people, properties, and meters both alone and with their property. */
export function known(given: Given): Known {
  const { accounts, properties } = castOf(given)
  const meters = Object.entries(properties).flatMap(([property, { meters }]) =>
    Object.keys(meters).flatMap((meter) => [meter, `${property}.${meter}`]),
  )
  return { account: [you, ...Object.keys(accounts)], property: Object.keys(properties), meter: [...new Set(meters)] }
}

/** What is wrong with a step although each of its names is known: a meter of another property, or of several. */
export function checkStep(given: Given, _action: string, args: Record<string, unknown>): string | undefined {
  const { properties } = castOf(given)
  for (const { property, meters } of metersSpokenOf(args))
    for (const meter of meters) {
      const says = property === undefined ? ambiguous(properties, meter) : misplaced(properties, { property, meter })
      if (says !== undefined) return says
    }
  return undefined
}

type Spoken = { property: string | undefined; meters: string[] }

/** Meters by the property they are said to be on: `property` with `meter` or `meters`, or `properties` with theirs. */
function metersSpokenOf({ property, meter, meters, properties }: Record<string, unknown>): Spoken[] {
  const on = typeof property === 'string' ? property : undefined
  const one = typeof meter === 'string' ? [meter] : []
  const several = Object.entries(recordOf(properties)).map(([name, offer]) => ({
    property: name,
    meters: Object.keys(recordOf(recordOf(offer).meters)),
  }))
  return [{ property: on, meters: [...one, ...Object.keys(recordOf(meters))] }, ...several]
}

function misplaced(properties: Cast['properties'], { property, meter }: { property: string; meter: string }) {
  const name = meter.startsWith(`${property}.`) ? meter.slice(property.length + 1) : meter
  const declared = properties[property]?.meters
  if (!declared || name in declared) return undefined
  return `meter \`${meter}\` is not declared on property \`${property}\`.`
}

function ambiguous(properties: Cast['properties'], meter: string) {
  const homes = Object.keys(properties).filter((name) => meter in (properties[name]?.meters ?? {}))
  if (homes.length < 2) return undefined
  return `meter \`${meter}\` is declared on ${homes.length} properties. Write ${homes.map((home) => `${home}.${meter}`).join(' or ')}.`
}

function recordOf(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}
}
