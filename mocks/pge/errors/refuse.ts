import { defineRefusals, type Refusal, type RefusalEntry } from '../../../src/contract/refusal.ts'
import { authorize } from './authorize.ts'
import { resource } from './resource.ts'
import type { Shape } from './shapes.ts'
import { token } from './token.ts'

const table = { ...authorize, ...token, ...resource } as const satisfies Readonly<
  Record<string, RefusalEntry<never> & { shape: Shape }>
>

/** Every refusal of the gateway, the OAuth endpoints and the resources. */
export const refuse = defineRefusals(table)

/** In which of PG&E's voices a refusal is spelled. */
export function shapeOf({ refusal }: Refusal): Shape {
  return (table as Readonly<Record<string, { shape: Shape }>>)[refusal]?.shape ?? 'text'
}

/** A refusal by its name, for faults that a scenario arms: those that need no details of a case. */
export function refusalNamed(name: string): Refusal | undefined {
  const entry = (refuse.catalogue as Readonly<Record<string, { says: unknown }>>)[name]
  if (typeof entry?.says !== 'string') return undefined
  return (refuse as unknown as Readonly<Record<string, () => Refusal>>)[name]?.()
}
