/** What a client made of a call: the reply with the text of its acknowledgement, or the fault. */
export type Heard =
  | { reply: unknown; acknowledged: readonly [string, string] | null }
  | { fault: { by: string; code: string | null; says: string } }
  | { failed: string }

/**
 * What clients read, without what they spell differently: numbers, truth, days and instants, texts with attributes, absence,
 * and lists of one, which some take for that one.
 */
export function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.length === 1 ? plain(value[0]) : value.map(plain)
  if (value instanceof Date) return value.toISOString()
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  if (typeof value === 'string' && /^\d{4}-\d\d-\d\d(T|$)/.test(value)) return new Date(value).toISOString()
  // What a test expects may hold matchers.
  if (typeof value !== 'object' || value === null || 'asymmetricMatch' in value) return value
  const { attributes, $value, _value_1, ...others } = value as Record<string, unknown>
  const all: Record<string, unknown> = { ...(attributes as object), value: $value ?? _value_1, ...others }
  const fields = Object.entries(all)
  const there = fields.filter(([name, field]) => field !== null && field !== undefined && !/^xmlns|^xsi/.test(name))
  return Object.fromEntries(there.map(([name, field]) => [name, plain(field)]))
}

/** The return code of an acknowledgement and its text, from whatever header block it stands in; null without any. */
export function acknowledgedIn(header: unknown): readonly [string, string] | null {
  const [block] = Object.values((plain(header ?? {}) ?? {}) as Record<string, { resultat?: Record<string, string> }>)
  const { code, value = '' } = block?.resultat ?? {}
  return code === undefined ? null : [code, value]
}
