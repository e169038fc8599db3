import type { Grant } from '../memory.ts'
import { grantByCode, grantByRefresh, GrantRefused, type Granted } from '../oauth.ts'
import type { Run } from '../run.ts'
import { Refused } from '../trouble.ts'

/** The tokens of v4: those of each consent, which begin with a code and go on from one refresh token to the next. */
export const grants = {
  /** At once: a code lives three minutes. */
  async welcomeCode(run: Run, params: URLSearchParams): Promise<void> {
    const { habits } = run
    const granted = await grantByCode(habits.grantAsking(run), { params, redirectUri: habits.redirectUri(run) })
    const grant = habits.keepGrant(run, granted, habits.severalIn(params.get('usage_point_id') ?? ''))
    for (const usagePoint of grant.usagePoints) habits.open(run, { usagePoint, autorisation: null })
  },

  async grantToken(run: Run, usagePoint: string): Promise<string> {
    const { habits } = run
    const grant = habits.grantOf(run, usagePoint)
    return grant && habits.isFresh(run, grant.token) ? grant.token.value : habits.refresh(run, usagePoint)
  },

  /** A refresh token works once. What came in its place is kept before anything else is done. */
  async refresh(run: Run, usagePoint: string): Promise<string> {
    const { habits } = run
    const grant = habits.grantOf(run, usagePoint)
    const refreshToken = grant?.refreshToken ?? null
    if (grant === undefined || refreshToken === null) throw habits.noTokens(usagePoint)
    try {
      const granted = await grantByRefresh(habits.grantAsking(run), refreshToken)
      return habits.keepGrant(run, granted, grant.usagePoints).token.value
    } catch (error) {
      if (!(error instanceof GrantRefused)) throw error
      grant.refreshToken = null
      run.save()
      throw habits.noTokens(usagePoint)
    }
  },

  /** Only the customer can help. */
  noTokens(usagePoint: string): Refused {
    const answer = { status: 400, body: 'no refresh token of it works, the customer must consent anew' }
    return new Refused(`Usage point ${usagePoint}`, { means: 'consent needed', answer })
  },

  grantOf({ memory }: Run, usagePoint: string): Grant | undefined {
    return memory.grants.find(({ usagePoints }) => usagePoints.includes(usagePoint))
  },

  /** What a consent opens is told with its tokens. */
  keepGrant(run: Run, { value, expiresIn, refreshToken, usagePoints }: Granted, known: string[]): Grant {
    const { memory, habits } = run
    const told = habits.severalIn(usagePoints)
    const opened = told.length > 0 ? told : known
    const grant = { usagePoints: opened, token: { value, expiresAt: habits.expiry(run, expiresIn) }, refreshToken }
    const isOther = (one: Grant) => !one.usagePoints.some((usagePoint) => opened.includes(usagePoint))
    memory.grants = [...memory.grants.filter(isOther), grant]
    run.save()
    return grant
  },

  /** Takes over refresh tokens that were kept elsewhere: each tells what it opens by its first use. */
  async takeOverGrants(run: Run): Promise<void> {
    const { setting, memory, habits } = run
    if (habits.generation(run) !== 'v4') return
    for (const [name, refreshToken] of setting.keptRefreshTokens) {
      const known = `refresh token ${name}`
      if (memory.takenOver.includes(known)) continue
      await habits.takeOverGrant(run, refreshToken)
      memory.takenOver.push(known)
      run.save()
    }
  },

  async takeOverGrant(run: Run, refreshToken: string): Promise<void> {
    const { memory, habits } = run
    try {
      const { usagePoints } = habits.keepGrant(run, await grantByRefresh(habits.grantAsking(run), refreshToken), [])
      for (const usagePoint of usagePoints)
        if (memory.consents[usagePoint] === undefined)
          habits.open(run, { usagePoint, autorisation: null }).sharedAt = null
    } catch (error) {
      if (!(error instanceof GrantRefused)) throw error
      habits.decide(run, { decision: 'consent needed', because: `A refresh token is refused: ${error.message}` })
    }
  },

  grantAsking(run: Run) {
    const { setting, service, habits } = run
    return { setting, service, endpoint: habits.codeTokenAddress(run) }
  },

  redirectUri({ setting }: Run): string {
    if (setting.ownUrl === undefined)
      throw new Error('WATTPROOF_CLIENT_URL is missing: browsers must return somewhere.')
    return new URL('/callback', setting.ownUrl).href
  },
}
