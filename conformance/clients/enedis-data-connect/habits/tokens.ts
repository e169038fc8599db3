import { grantByCredentials } from '../oauth.ts'
import type { Token } from '../memory.ts'
import type { Run } from '../run.ts'
import type { Asked } from './calls.ts'

/** How the token is had, kept and renewed: one for all customers, but for those of v4. */
export const tokens = {
  async token(run: Run, { grantOf }: Asked): Promise<string> {
    const { memory, habits } = run
    if (grantOf !== undefined) return habits.grantToken(run, grantOf)
    habits.takeOverToken(run)
    return memory.token !== null && habits.isFresh(run, memory.token) ? memory.token.value : habits.newOwnToken(run)
  },

  /** In place of one that was refused. */
  newToken(run: Run, { grantOf }: Asked): Promise<string> {
    return grantOf === undefined ? run.habits.newOwnToken(run) : run.habits.refresh(run, grantOf)
  },

  async newOwnToken(run: Run): Promise<string> {
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

  expiry({ setting }: Run, seconds: number): string {
    return new Date(Date.parse(setting.now) + seconds * 1000).toISOString()
  },

  isFresh({ setting }: Run, { expiresAt }: Token): boolean {
    return expiresAt === null || setting.now < expiresAt
  },
}
