import { fingerprint } from '../../../src/ground/fingerprint.ts'
import type { PgeHouse } from '../dialect/index.ts'
import type { AuthorizationId, ClientId, Print, State, Token } from '../model/index.ts'
import { addMember, dropMember, idsIn } from './members.ts'
import { secondsLater } from './pacific.ts'
import { newSecret } from './secrets.ts'

/** Source: PAGE, access tokens: 3600 seconds; refresh tokens: one year. */
const accessTokenLasts = 3600
const refreshTokenLasts = 365 * 86_400

/** A token as it leaves here. */
export type Issued = { value: string; lastsSeconds: number }
type Holder = { clientId: ClientId; test: boolean }

/** A client access token; its life is disputed (C1). */
export function issueClientToken(state: State, holder: Holder, house: PgeHouse): Issued {
  return keep(state, { ...holder, class: 'client' }, Number(house.dialect.clientTokenTtl), house)
}

/** An access token for one authorization, or for the tests. The one before it dies. */
export function issueAccessToken(
  state: State,
  holder: Holder & { authorization: AuthorizationId | null },
  house: PgeHouse,
): Issued {
  killTokensOf(state, familyOf(holder), 'access')
  return keep(state, { ...holder, class: 'access' }, accessTokenLasts, house)
}

/** A refresh token; the one before it dies. */
export function issueRefreshToken(
  state: State,
  holder: Holder & { authorization: AuthorizationId | null; opens: 'access' | 'client' },
  house: PgeHouse,
): Issued {
  if (holder.opens === 'access') killTokensOf(state, familyOf(holder), 'refresh')
  return keep(state, { ...holder, class: 'refresh' }, refreshTokenLasts, house)
}

/** Writes down a refresh token that the client has had since before the story began. */
export function keepRefreshToken(
  state: State,
  { value, ...holder }: { clientId: ClientId; authorization: AuthorizationId; value: string },
  house: PgeHouse,
): void {
  const token = { ...holder, class: 'refresh', opens: 'access', test: false } as const
  write(state, fingerprint(value), token, refreshTokenLasts, house)
}

/** The token behind a value, if there ever was one. */
export function tokenKnown<S extends Pick<State, 'tokens'>>(state: S, value: string): Token | undefined {
  const print = fingerprint(value)
  return Object.hasOwn(state.tokens, print) ? state.tokens[print] : undefined
}

type Kept = Holder &
  (
    | { class: 'client' }
    | { class: 'access'; authorization: AuthorizationId | null }
    | { class: 'refresh'; opens: 'access' | 'client'; authorization: AuthorizationId | null }
  )

function keep(state: State, token: Kept, lastsSeconds: number, house: PgeHouse): Issued {
  const { value, print } = newSecret(house)
  write(state, print, token, lastsSeconds, house)
  return { value, lastsSeconds }
}

function write(state: State, print: Print, token: Kept, lastsSeconds: number, { now }: Pick<PgeHouse, 'now'>): void {
  state.tokens[print] = { ...token, issuedAt: now, expiresAt: secondsLater(now, lastsSeconds), dead: false }
  if (token.class !== 'client') addMember(state.index.tokensOf, familyOf(token), print)
}

/** Tokens of which each refresh leaves one pair: those of an authorization, or a client's own. */
function familyOf({ clientId, authorization }: { clientId: ClientId; authorization: AuthorizationId | null }) {
  return authorization ?? clientId
}

function killTokensOf(state: State, family: AuthorizationId | ClientId, kind: 'access' | 'refresh'): void {
  for (const print of idsIn(state.index.tokensOf[family])) {
    const token = state.tokens[print]
    if (token?.class !== kind) continue
    token.dead = true
    dropMember(state.index.tokensOf, family, print)
  }
}
