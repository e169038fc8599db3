/** Something told in words by their names, in XML or JSON. */
export type Tree = Readonly<Record<string, unknown>>

/** Everything that stands under a name, however deep. */
export function everyIn(told: unknown, name: string): unknown[] {
  if (Array.isArray(told)) return told.flatMap((one) => everyIn(one, name))
  if (typeof told !== 'object' || told === null) return []
  return Object.entries(told).flatMap(([key, value]) => (key === name ? [value].flat() : everyIn(value, name)))
}

/** What stands under a name next below, one by one. */
export function listIn(told: unknown, name: string): unknown[] {
  const found = treeOf(told)[name]
  return found === undefined || found === null || found === '' ? [] : [found].flat()
}

/** The first text of a name, however deep. */
export function textIn(told: unknown, name: string): string | undefined {
  return everyIn(told, name)
    .map(textOf)
    .find((text) => text !== undefined)
}

/** A text or a number, as text; also one that has attributes beside it. */
export function textOf(told: unknown): string | undefined {
  if (typeof told === 'string') return told
  if (typeof told === 'number' || typeof told === 'boolean') return String(told)
  const own = treeOf(told)['#text']
  return own === undefined ? undefined : textOf(own)
}

export function numberOf(told: unknown): number | null {
  const text = textOf(told)?.trim()
  return text === undefined || text === '' || Number.isNaN(Number(text)) ? null : Number(text)
}

export function treeOf(told: unknown): Tree {
  return typeof told === 'object' && told !== null && !Array.isArray(told) ? (told as Tree) : {}
}
