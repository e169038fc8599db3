import type { Contract } from '../memory.ts'
import { isRecord, jsonIn } from './refusals.ts'

/** The contracts of a usage point, two where it also produces. What has no value is left out of an answer. */
export function situationIn(body: string): Contract[] {
  const told = jsonIn(body)
  return (Array.isArray(told) ? told : []).filter(isRecord).map(({ segment, subscribed_power: power }) => ({
    segment: textOf(segment),
    powerKva: isRecord(power) ? numberIn(power['value']) : null,
  }))
}

/** The contract as v5 tells it, in which a power is `9 kVA`. */
export function contractsIn(body: string): Contract[] {
  const told = jsonIn(body)
  const customer = isRecord(told) && isRecord(told['customer']) ? told['customer'] : {}
  const points = Array.isArray(customer['usage_points']) ? (customer['usage_points'] as unknown[]) : []
  return points
    .filter(isRecord)
    .flatMap(({ contracts }) =>
      isRecord(contracts)
        ? [{ segment: textOf(contracts['segment']), powerKva: numberIn(contracts['subscribed_power']) }]
        : [],
    )
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null
}

function numberIn(value: unknown): number | null {
  const number = Number.parseFloat(String(value))
  return Number.isFinite(number) ? number : null
}
