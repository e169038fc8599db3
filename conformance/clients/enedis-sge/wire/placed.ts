import type { Words } from '../setting.ts'

/** What a message holds by its description: names in order, each with what it holds, or with its type. */
type Described = { readonly [name: string]: Described | string }

/**
 * A message as the description of its service has it, from words by their names: each is put where its name stands, in
 * the order in which the service wants them, and what nothing was said of is left out.
 */
export function placed(description: object, operation: string, words: Words): object {
  return filled(inputOf(description as Described, operation), words) ?? {}
}

/** Descriptions tell of a service, its port, its operation and what that takes. */
function inputOf(description: Described, operation: string): Described {
  for (const service of Object.values(description)) {
    for (const port of Object.values(service)) {
      const found = typeof port === 'object' ? port[operation] : undefined
      if (typeof found === 'object' && typeof found['input'] === 'object') return found['input']
    }
  }
  throw new Error(`The description of ${operation} does not describe it.`)
}

function filled(described: Described, words: Words): object | undefined {
  const message: Record<string, unknown> = {}
  for (const [name, holds] of Object.entries(described)) {
    const own = name.replace('[]', '')
    const said = words[own]
    // The library tells namespaces beside names.
    if (own.startsWith('target')) continue
    if (said !== undefined) message[own] = inOrder(holds, said)
    else if (typeof holds === 'object') {
      const inner = filled(holds, words)
      if (inner !== undefined) message[own] = inner
    }
  }
  return Object.keys(message).length > 0 ? message : undefined
}

/** What was said as a whole stands in the order of the description too. */
function inOrder(holds: Described | string, said: unknown): unknown {
  if (Array.isArray(said)) return said.map((one) => inOrder(holds, one))
  if (typeof holds === 'string' || typeof said !== 'object' || said === null) return said
  return filled(holds, said as Words) ?? {}
}
