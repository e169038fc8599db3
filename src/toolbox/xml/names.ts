import type { XmlElement } from './tree.ts'

/** Which prefix stands for which namespace; the empty prefix is that of names without one. */
export type Scope = Readonly<Record<string, string>>
/** A name as it is meant, whatever its prefix: the namespace is empty where there is none. */
export type QualifiedName = { namespace: string; local: string }

/** The namespace of `xsi:type` and `xsi:nil`. */
export const instanceNamespace = 'http://www.w3.org/2001/XMLSchema-instance'
/** What stands for what before a document declares anything. */
export const topScope: Scope = { xml: 'http://www.w3.org/XML/1998/namespace' }

/** What stands for what within an element: what stood outside, and what the element declares. */
export function scopeOf(element: XmlElement, outer: Scope): Scope {
  let scope = outer
  for (const [name, value] of Object.entries(element.attributes)) {
    const [, prefix] = /^xmlns(?::(.+))?$/.exec(name) ?? [undefined, undefined]
    if (name === 'xmlns' || prefix !== undefined) scope = { ...scope, [prefix ?? '']: value }
  }
  return scope
}

/** What an element's name means; undefined where its prefix stands for nothing. */
export function nameOf(element: XmlElement, scope: Scope): QualifiedName | undefined {
  const colon = element.name.indexOf(':')
  const prefix = colon < 0 ? '' : element.name.slice(0, colon)
  const namespace = Object.hasOwn(scope, prefix) ? scope[prefix] : undefined
  if (prefix && !namespace) return undefined
  return { namespace: namespace ?? '', local: element.name.slice(colon + 1) }
}
