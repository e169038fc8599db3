import type { Alternative, Complex } from './shape.ts'

/** The values of the children found so far, by their names. */
export type Found = ReadonlyMap<string, readonly unknown[]>

/** The children that may follow those found; `reached` counts the places of a sequence that lie behind. */
export function mayComeNext(shape: Complex, found: Found, reached: number): string[] {
  if (shape.content === 'choice' && found.size > 0) return []
  const possible: string[] = []
  const entries = Object.entries(shape.children)
  for (const [at, [name, { least, most, alternative }]] of entries.entries()) {
    if (shape.content === 'sequence' && at < reached) continue
    const count = found.get(name)?.length ?? 0
    if (count < most && !isDecided(shape, found, alternative)) possible.push(name)
    if (shape.content === 'sequence' && count < least) break
    const isLastOfAlternative = alternative !== undefined && entries[at + 1]?.[1].alternative !== alternative
    if (isLastOfAlternative && alternative.least > 0 && !isDecided(shape, found, alternative)) break
  }
  return possible
}

/** Whether one of an alternative's parts was found. */
function isDecided(shape: Complex, found: Found, alternative: Alternative | undefined): boolean {
  return alternative !== undefined && namesOf(shape, alternative).some((name) => found.has(name))
}

function namesOf(shape: Complex, alternative: Alternative): string[] {
  return Object.keys(shape.children).filter((name) => shape.children[name]?.alternative === alternative)
}

/** The children that ought to be there and are not: those of an alternative that nobody chose from, all of them. */
export function missingOf(shape: Complex, found: Found): string[] {
  const names = Object.keys(shape.children)
  if (shape.content === 'choice') return found.size === 0 ? names : []
  return names.filter((name) => {
    const part = shape.children[name]
    if (part?.alternative) return part.alternative.least > 0 && !isDecided(shape, found, part.alternative)
    return (found.get(name)?.length ?? 0) < (part?.least ?? 0)
  })
}

/** The children found, as fields of one object in the order of the shape. */
export function fieldsOf(shape: Complex, found: Found): Record<string, unknown> {
  const fields: Record<string, unknown> = {}
  for (const [name, { most }] of Object.entries(shape.children)) {
    const values = found.get(name)
    if (most > 1) fields[name] = values ?? []
    else if (values) fields[name] = values[0]
  }
  return fields
}

/** What to say of the names that were expected. */
export function expectation(names: readonly string[]): string {
  if (names.length === 0) return ''
  return names.length === 1 ? `. Expected is ( ${names[0]} )` : `. Expected is one of ( ${names.join(', ')} )`
}
