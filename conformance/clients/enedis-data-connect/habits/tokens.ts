import { grantByCredentials } from '../oauth.ts'
import type { Run } from '../run.ts'

/** How the token is had, kept and renewed: one for all customers. */
export const tokens = {
  async token(run: Run): Promise<string> {
    const { memory, habits } = run
    habits.takeOverToken(run)
    return memory.token !== null && habits.isFresh(run) ? memory.token.value : habits.newToken(run)
  },

  async newToken(run: Run): Promise<string> {
    const { memory, setting, service, habits } = run
    const { value, expiresIn } = await grantByCredentials({ setting, service, endpoint: habits.tokenAddress(run) })
    memory.token = { value, expiresAt: habits.expiry(run, expiresIn) }
    run.save()
    return value
  },

  /** One that was had before is good until it is refused: nobody has told how old it is. */
  takeOverToken({ memory, setting }: Run): void {
    const { keptToken } = setting
    if (keptToken === undefined || memory.takenOver.includes('token')) return
    memory.takenOver.push('token')
    memory.token ??= { value: keptToken, expiresAt: null }
  },

  tokenAddress({ setting }: Run): string {
    return `${setting.url}/oauth2/v3/token`
  },

  expiry({ setting }: Run, seconds: number): string {
    return new Date(Date.parse(setting.now) + seconds * 1000).toISOString()
  },

  isFresh({ memory, setting }: Run): boolean {
    const expiresAt = memory.token?.expiresAt ?? null
    return expiresAt === null || setting.now < expiresAt
  },
}
