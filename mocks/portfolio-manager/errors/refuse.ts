import { defineRefusals, type Refusal } from '../../../src/contract/refusal.ts'
import { data } from './data.ts'
import { items } from './items.ts'
import { requests } from './requests.ts'
import { sharing } from './sharing.ts'
import { transport } from './transport.ts'

/**
 * Every refusal of the web services. Texts may change at the provider and clients must not match them; where no real
 * body was seen, the wording is ours.
 */
export const refuse = defineRefusals({ ...requests, ...items, ...data, ...sharing, ...transport })

/** A refusal by its name, for faults that a scenario arms: those that need no details of a case. */
export function refusalNamed(name: string): Refusal | undefined {
  const entry = (refuse.catalogue as Readonly<Record<string, { says: unknown }>>)[name]
  if (typeof entry?.says !== 'string') return undefined
  return (refuse as unknown as Readonly<Record<string, () => Refusal>>)[name]?.()
}
