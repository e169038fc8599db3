import type { Evidence } from '../../../evidence.ts'
import { callsOf, type Call } from './calls.ts'

/** A token as Enedis made it, known by its fingerprint. */
export type Token = { print: string; clientId: string; class: string; issuedAt: string; expiresAt: string }

/** A request for a token: what it showed, and what it brought. */
export type Grant = {
  call: Call
  type: string | undefined
  /** Where the client's secret stood. */
  places: readonly ('header' | 'query' | 'body')[]
  /** What Enedis made; the client has it only if it heard the answer. */
  issued: Token | undefined
}

type Kept = Omit<Token, 'print'>
type State = { tokens: Record<string, Kept> }

/** The token behind a fingerprint, whatever became of it; nothing for one that Enedis never made. */
export function tokenOf({ present }: Evidence, print: string | undefined): Token | undefined {
  const { tokens } = present as State
  const kept = print !== undefined && Object.hasOwn(tokens, print) ? tokens[print] : undefined
  return kept && print !== undefined ? { ...kept, print } : undefined
}

const lists = new WeakMap<Evidence, readonly Grant[]>()

/** Every request for a token, in order. */
export function grantsOf(evidence: Evidence): readonly Grant[] {
  const known =
    lists.get(evidence) ??
    callsOf(evidence)
      .filter(({ kind, path }) => kind === 'token' && !/\/revoke\/?$/.test(path))
      .map((call) => grantOf(evidence, call))
  lists.set(evidence, known)
  return known
}

function grantOf(evidence: Evidence, call: Call): Grant {
  const { request } = call.entry
  const form = new URLSearchParams(request.body?.text ?? '')
  const isBasic = request.headers.some(([name, value]) => /^authorization$/i.test(name) && /^Basic /i.test(value))
  const prints = call.entry.change.flatMap(({ path: [, , table, print, ...rest] }) =>
    table === 'tokens' && rest.length === 0 ? [String(print)] : [],
  )
  return {
    call,
    type: form.get('grant_type') ?? call.query.get('grant_type') ?? undefined,
    places: [
      ...(isBasic ? (['header'] as const) : []),
      ...(call.query.has('client_secret') ? (['query'] as const) : []),
      ...(form.has('client_secret') ? (['body'] as const) : []),
    ],
    issued: tokenOf(evidence, prints[0]),
  }
}
