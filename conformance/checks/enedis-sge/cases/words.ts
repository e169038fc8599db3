import type { Case } from '../../../homologation/enedis-sge/case.ts'
import type { ServiceCall } from './calls.ts'

/** A return code as reports show it; where a service tells none, how its HTTP ended. */
export function codeShown({ code, status }: ServiceCall): string {
  return code ?? (status === undefined ? 'no answer' : `HTTP ${status}`)
}

/** What a case expects, in few words. */
export function expectation({ codes, text, reply }: Case): string {
  const told = codes.length === 0 ? 'HTTP 200' : codes.join(' or ')
  const held = [text && `“${text}”`, reply && `with ${reply.says}`].filter(Boolean)
  return [told, ...held].join(' ')
}

/** Things told one after the other, as a sentence. */
export function sentence(parts: readonly string[]): string {
  const whole = parts.join('; ')
  return `${whole.charAt(0).toUpperCase()}${whole.slice(1)}.`
}
