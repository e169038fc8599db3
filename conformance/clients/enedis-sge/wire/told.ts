/** Something that was told in XML: a text, or what stands in it by name. */
export type Told = unknown

/** The only one of a name, or the first. */
export function one(told: Told, name: string): Told | undefined {
  return all(told, name)[0]
}

/** Everything of a name, in order. */
export function all(told: Told, name: string): Told[] {
  if (typeof told !== 'object' || told === null || !Object.hasOwn(told, name)) return []
  const found = (told as Record<string, unknown>)[name]
  if (found === null || found === undefined) return []
  return Array.isArray(found) ? found : [found]
}

/** What follows a way of names, each the first of its kind. */
export function at(told: Told, ...names: string[]): Told | undefined {
  return names.reduce<Told | undefined>((found, name) => one(found, name), told)
}

/** The text of something; days are told as days, whatever a library has made of them. */
export function text(told: Told | undefined): string | undefined {
  if (told === undefined || told === null) return undefined
  if (told instanceof Date) return told.toISOString().slice(0, 10)
  if (typeof told !== 'object') return String(told)
  const own = (told as Record<string, unknown>)['$value'] ?? (told as Record<string, unknown>)['#text']
  return own === undefined ? undefined : text(own)
}

/** The text of an attribute. */
export function attribute(told: Told | undefined, name: string): string | undefined {
  return text(one(one(told, 'attributes'), name))
}

/** A number, where there is one. */
export function number(told: Told | undefined): number | undefined {
  const said = text(told)?.trim()
  if (said === undefined || said === '' || Number.isNaN(Number(said))) return undefined
  return Number(said)
}
