import { defineRefusals, type Refusal } from '../../../src/contract/refusal.ts'
import { authorize } from './authorize.ts'
import { input } from './input.ts'
import { platform } from './platform.ts'
import { rights } from './rights.ts'
import { sgeCodes } from './sge/index.ts'
import type { Entry } from './shapes.ts'
import { token } from './token.ts'

const table = { ...input, ...rights, ...platform, ...authorize, ...token, ...sgeCodes } as const

/** Every refusal of Data Connect, its consent page and its tokens, and of SGE. How each is spelled depends on who is asked. */
export const refuse = defineRefusals(table)

/** What the spelling of a refusal depends on. */
export function entryOf({ refusal }: Pick<Refusal, 'refusal'>): Entry {
  const entries: Readonly<Record<string, Entry>> = table
  return entries[refusal] ?? table.technicalError
}

/** A refusal by its name, for faults that a scenario arms and limits that are spent: those that need no details. */
export function refusalNamed(name: string, spent: { freeAgainAt?: string } = {}): Refusal | undefined {
  if (name === 'throttled') return refuse.throttled(spent)
  const entry = (refuse.catalogue as Readonly<Record<string, { says: unknown }>>)[name]
  if (typeof entry?.says !== 'string') return undefined
  return (refuse as unknown as Readonly<Record<string, () => Refusal>>)[name]?.()
}
