import type { Tokens } from '../memory.ts'
import { grantByCredentials, grantByRefresh, GrantRefused, type Asking, type Granted } from '../oauth.ts'
import type { Run } from '../run.ts'
import { Refused } from '../trouble.ts'
import { idIn } from '../wire/feed.ts'

const yearMs = 365 * 86_400_000

/** How tokens are had, kept and renewed. */
export const tokens = {
  asking(run: Run, { test }: { test: boolean }): Asking {
    const { setting, service, habits } = run
    return { setting, service, endpoint: habits.tokenAddress(run, { test }) }
  },

  async clientToken(run: Run): Promise<string> {
    const { memory, habits } = run
    const kept = memory.clientToken
    const isGood = kept !== null && habits.isFresh(run, kept.expiresAt) && kept.test === habits.isInTests(run)
    return isGood ? kept.token : habits.newClientToken(run)
  },

  /** From production, or, while that is not open to us, from the tests. */
  async newClientToken(run: Run): Promise<string> {
    const { habits } = run
    if (habits.isInTests(run)) return habits.clientTokenFrom(run, { test: true })
    try {
      return await habits.clientTokenFrom(run, { test: false })
    } catch (error) {
      const isTooEarly = error instanceof GrantRefused && error.code === 'unauthorized_client'
      if (!isTooEarly || run.memory.registration !== null) throw error
      return habits.clientTokenFrom(run, { test: true })
    }
  },

  async clientTokenFrom(run: Run, { test }: { test: boolean }): Promise<string> {
    const { token, expiresIn } = await grantByCredentials(run.habits.asking(run, { test }))
    run.memory.clientToken = { token, expiresAt: run.habits.expiry(run, expiresIn), test }
    run.save()
    return token
  },

  async accessToken(run: Run, authorization: string): Promise<string> {
    const { memory, habits } = run
    const kept = memory.tokens[authorization]
    const { accessToken = null, expiresAt = '' } = kept ?? {}
    return accessToken !== null && habits.isFresh(run, expiresAt) ? accessToken : habits.refresh(run, authorization)
  },

  /** A refresh token works once. What came in its place is kept before anything else is done. */
  async refresh(run: Run, authorization: string): Promise<string> {
    const { memory, habits } = run
    const refreshToken = memory.tokens[authorization]?.refreshToken ?? null
    if (refreshToken === null) throw habits.noTokens(authorization)
    try {
      const granted = await grantByRefresh(habits.asking(run, { test: false }), refreshToken, habits.refreshScope(run))
      habits.keepTokens(run, authorization, granted)
      return granted.accessToken
    } catch (error) {
      if (!(error instanceof GrantRefused)) throw error
      habits.loseTokens(run, authorization)
      throw habits.noTokens(authorization)
    }
  },

  /** A refresh keeps what was granted: naming a scope could only make it fail. */
  refreshScope(_run: Run): string | undefined {
    return undefined
  },

  noTokens(authorization: string): Refused {
    return new Refused(`Authorization ${authorization}`, { status: 401, body: 'no refresh token of it works' })
  },

  keepTokens(run: Run, authorization: string, { accessToken, refreshToken, expiresIn }: Granted): void {
    const { memory, habits, setting } = run
    const before = memory.tokens[authorization]
    const kept: Tokens = {
      accessToken,
      expiresAt: habits.expiry(run, expiresIn),
      refreshToken: habits.refreshTokenToKeep(refreshToken, before),
      refreshedAt: setting.now,
    }
    memory.tokens[authorization] = kept
    run.save()
  },

  refreshTokenToKeep(given: string | undefined, before: Tokens | undefined): string | null {
    return given ?? before?.refreshToken ?? null
  },

  /** Only the customer can help. Whether there is still something to help with is asked before anybody is bothered. */
  loseTokens({ memory, save }: Run, authorization: string): void {
    delete memory.tokens[authorization]
    memory.doubted.push(authorization)
    save()
  },

  expiry({ setting }: Run, seconds: number): string {
    return new Date(Date.parse(setting.now) + seconds * 1000).toISOString()
  },

  isFresh({ setting }: Run, expiresAt: string): boolean {
    return setting.now < expiresAt
  },

  /** A refresh token lives a year from the day it was given. */
  isRefreshable({ setting, memory }: Run, authorization: string): boolean {
    const kept = memory.tokens[authorization]
    return !!kept?.refreshToken && Date.parse(setting.now) - Date.parse(kept.refreshedAt) < yearMs
  },

  /** Takes over refresh tokens that were kept elsewhere: each tells which authorization it is for by its first use. */
  async takeOver(run: Run): Promise<void> {
    const { setting, memory, habits } = run
    for (const [name, refreshToken] of Object.entries(setting.keptTokens)) {
      if (memory.takenOver.includes(name)) continue
      const granted = await grantByRefresh(habits.asking(run, { test: false }), refreshToken).catch(
        (error: unknown) => {
          if (!(error instanceof GrantRefused)) throw error
        },
      )
      memory.takenOver.push(name)
      if (granted) habits.welcome(run, granted)
      run.save()
    }
  },

  /** An authorization that we are given tokens for: it is read before it is used. */
  welcome(run: Run, granted: Granted): string {
    const { memory, habits } = run
    const id = habits.authorizationOf(granted)
    if (memory.authorizations[id] === undefined) {
      const unread = { status: 'active', endsAt: null, syncedAt: null, customerReadOn: null } as const
      memory.authorizations[id] = { ...unread, scope: granted.scope }
      memory.doubted.push(id)
    }
    habits.keepTokens(run, id, granted)
    return id
  },

  authorizationOf({ addresses }: Granted): string {
    const ids = addresses.map((one) => idIn(one, 'Authorization') ?? idIn(one, 'Subscription'))
    return ids.find((id) => id !== undefined) ?? ''
  },
}
