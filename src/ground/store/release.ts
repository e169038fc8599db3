/** Puts a copy in the place of every draft that a result or an error carries out of a change, however deep. */
export function release<T>(value: T, copyOf: (draft: object) => unknown): T {
  const seen = new Set<object>()
  const visit = (inner: unknown): unknown => {
    if (typeof inner !== 'object' || inner === null || seen.has(inner)) return inner
    const copy = copyOf(inner)
    if (copy !== undefined) return copy
    seen.add(inner)
    if (isWalkable(inner)) visitAll(inner, visit)
    return inner
  }
  return visit(value) as T
}

function visitAll(holder: object, visit: (inner: unknown) => unknown): void {
  for (const key of Object.getOwnPropertyNames(holder)) {
    const inner: unknown = Object.getOwnPropertyDescriptor(holder, key)?.value
    const released = visit(inner)
    if (released !== inner) Reflect.set(holder, key, released)
  }
}

/** Instances of other classes (a Response, a Map) are not ours to open. */
function isWalkable(value: object): boolean {
  if (Array.isArray(value) || value instanceof Error) return true
  const parent: unknown = Object.getPrototypeOf(value)
  return parent === Object.prototype || parent === null
}
