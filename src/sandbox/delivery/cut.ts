import type { Delivery } from '../../contract/notice.ts'

/** A delivery of which only the beginning is left, less than all of it, and how much that is. */
export type Cut = { delivery: Delivery; says: string }

/** Cuts a file, or the body of a request; `at` below 1 is a share of it, otherwise bytes. */
export function cutOff(whole: Delivery, at = 0.5): Cut {
  const bytes = 'file' in whole ? whole.bytes : Buffer.from(whole.body)
  const asked = at < 1 ? bytes.length * at : at
  const part = bytes.subarray(0, Math.max(0, Math.min(Math.floor(asked), bytes.length - 1)))
  const says = `Delivered ${part.length} of ${bytes.length} bytes.`
  return { delivery: 'file' in whole ? { ...whole, bytes: part } : { ...whole, ...shorter(whole, part) }, says }
}

/** What is left of a body is a whole request: the receiver learns only from the text that something is missing. */
function shorter({ headers }: { headers: readonly (readonly [string, string])[] }, part: Uint8Array) {
  // A character that was cut in two is left out.
  const body = new TextDecoder().decode(part, { stream: true })
  return { body, headers: headers.filter(([name]) => name.toLowerCase() !== 'content-length') }
}
