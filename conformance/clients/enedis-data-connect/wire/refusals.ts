/** What a refusal says, in whichever of its dialects: a code, and words where there are any. */
export type Told = { code: string; says: string }

/**
 * Reads any of the bodies in which Enedis and the gateways before it say no: `{error, error_description}`,
 * `{code, message}` and a list of these, `{fault: {…}}`, `{error: {…}}`, `{reasons, details}`, and pages.
 */
export function refusalIn(body: string): Told {
  const told = jsonIn(body)
  const one = Array.isArray(told) ? (told[0] as unknown) : told
  if (!isRecord(one)) return { code: '', says: '' }
  const inside = [one['fault'], one['error']].find(isRecord) ?? one
  const code = [inside['error'], inside['code']].find((value) => value !== undefined) ?? ''
  const says = [inside['error_description'], inside['message'], inside['description']].find((value) => value) ?? ''
  return { code: String(code), says: String(says) }
}

/** When calls are taken again, where a 429 tells: `2026-Jul-17 05:00:00+0000 UTC` in a body, and nothing in a header. */
export function freeAgainAt(body: string): string | undefined {
  const [, year, name = '', day, time] = /(\d{4})-([A-Z][a-z]{2})-(\d\d) (\d\d:\d\d:\d\d)\+0000/.exec(body) ?? []
  const month = months.indexOf(name) + 1
  return month === 0 ? undefined : `${year}-${String(month).padStart(2, '0')}-${day}T${time}.000Z`
}

const months = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ')

/** What a body says, or undefined where it is no JSON. */
export function jsonIn(body: string): unknown {
  try {
    return JSON.parse(body) as unknown
  } catch {
    return undefined
  }
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
