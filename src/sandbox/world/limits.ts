import type { Limit, LimitSetting } from '../../contract/limit.ts'
import type { Refusal } from '../../contract/refusal.ts'
import { machine } from '../../ground/clock.ts'
import { durationMs } from '../../toolbox/calendar.ts'
import type { ExchangeInProgress } from '../exchange.ts'

type Window = { endsAt: number; spent: number }
type Times = { virtualMs: () => number; pace: () => number }

/** Windows shorter than this count paced time, so that clients which pause for seconds are judged on their pauses. */
const pacedBelowMs = 60_000

/** What each caller has used of each allowance. In memory: a reset of the world starts the counting anew. */
export class LimitMeter {
  readonly #times: Times
  readonly #settings: (provider: string) => Readonly<Record<string, LimitSetting>>
  readonly #windows = new Map<string, Window>()

  constructor(times: Times, settings: (provider: string) => Readonly<Record<string, LimitSetting>>) {
    this.#times = times
    this.#settings = settings
  }

  clear(): void {
    this.#windows.clear()
  }

  /** Takes one call from every allowance; answers the refusal of the first one that is spent and enforced. */
  spend(exchange: ExchangeInProgress): Refusal | undefined {
    const { open, callerName } = exchange
    const settings = this.#settings(open.provider)
    for (const [name, declared] of Object.entries(open.room.access.limits)) {
      const limit: Limit = { ...declared, ...settings[name] }
      if (limit.mode === 'off') continue
      const left = this.#take(`${open.provider}/${name}/${callerName ?? ''}`, limit)
      if (left >= 0) continue
      if (limit.mode === 'enforce') return this.#refuse(exchange, limit, `${open.provider}/${name}/${callerName ?? ''}`)
      if (left === -1) exchange.findings.push(passed(name, limit))
    }
    return undefined
  }

  #take(key: string, limit: Limit): number {
    const lengthMs = durationMs(limit.window)
    const now = this.#now(lengthMs)
    let window = this.#windows.get(key)
    if (window === undefined || now >= window.endsAt) {
      window = { endsAt: now + lengthMs, spent: 0 }
      this.#windows.set(key, window)
    }
    window.spent++
    return limit.allowance - window.spent
  }

  #refuse({ open }: ExchangeInProgress, limit: Limit, key: string): Refusal {
    const waitMs = (this.#windows.get(key)?.endsAt ?? 0) - this.#now(durationMs(limit.window))
    const refusal = open.room.refusalNamed(limit.refusal)
    if (refusal === undefined) throw new Error(`The limit names a refusal the room does not have: ${limit.refusal}.`)
    if (!limit.retryAfter) return refusal
    return refusal.with({ 'retry-after': String(Math.max(1, Math.ceil(waitMs / 1000))) })
  }

  #now(windowMs: number): number {
    return windowMs < pacedBelowMs ? machine.monotonic() * this.#times.pace() : this.#times.virtualMs()
  }
}

function passed(name: string, { allowance, window, source }: Limit) {
  const says = `The client asked more than ${allowance} times in ${window} (limit ${name}, observed and not enforced).`
  return { finding: 'limit-passed', level: 'warning' as const, says, source }
}
