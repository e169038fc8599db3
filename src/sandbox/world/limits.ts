import type { Limit, LimitSetting, LimitUse } from '../../contract/limit.ts'
import type { Refusal } from '../../contract/refusal.ts'
import { instantMs, isoInstant, machine } from '../../ground/clock.ts'
import { dayNamed, dayNumber, durationMs, instantAt, inZone } from '../../toolbox/calendar.ts'
import type { ExchangeInProgress, OpenRoom } from '../exchange.ts'

/** What was used of one allowance: when each call came, and when the oldest are forgotten. */
type Window = { endsAt: number; spent: number; calls: number[] }
type Times = { virtualMs: () => number; pace: () => number }
type Settings = (provider: string) => Readonly<Record<string, LimitSetting>>
type Whose = { callerName: string | null; callerGroup: string | null }

/** Windows shorter than this count paced time, so that clients which pause for seconds are judged on their pauses. */
const pacedBelowMs = 60_000

/** What each caller has used of each allowance. In memory: a reset of the world starts the counting anew. */
export class LimitMeter {
  readonly #times: Times
  readonly #settings: Settings
  readonly #windows = new Map<string, Window>()

  constructor(times: Times, settings: Settings) {
    this.#times = times
    this.#settings = settings
  }

  clear(): void {
    this.#windows.clear()
  }

  /** Takes one call from every allowance; answers the refusal of the first one that is spent and enforced. */
  spend(exchange: ExchangeInProgress): Refusal | undefined {
    for (const [name, limit] of this.#limits(exchange.open)) {
      if (limit.mode === 'off' || !isMeant(name, exchange)) continue
      const window = this.#windowOf(exchange.open, name, limit, exchange)
      window.spent++
      if (limit.slides) window.calls.push(this.#now(limit))
      const left = limit.allowance - window.spent
      if (left >= 0) continue
      if (limit.mode === 'enforce') {
        // What was refused does not push the window on: otherwise whoever asks too often is never heard again.
        window.calls.pop()
        return this.#refuse(exchange, limit, window)
      }
      if (left === -1) exchange.findings.push(passed(name, limit))
    }
    return undefined
  }

  /** What a caller has used by now. */
  usage(open: OpenRoom, whose: Whose): LimitUse[] {
    return this.#limits(open).map(([name, limit]) => {
      const { spent } = this.#windowOf(open, name, limit, whose)
      return { limit: name, allowance: limit.allowance, window: limit.window, spent }
    })
  }

  #limits({ provider, room }: OpenRoom): [string, Limit][] {
    const settings = this.#settings(provider)
    return Object.entries(room.access.limits).map(([name, declared]) => [name, { ...declared, ...settings[name] }])
  }

  /** The window that is open now; what is over is forgotten. */
  #windowOf({ provider }: OpenRoom, name: string, limit: Limit, { callerName, callerGroup }: Whose): Window {
    const whose = limit.per === 'group' ? (callerGroup ?? callerName) : callerName
    const key = `${provider}/${name}/${whose ?? ''}`
    const now = this.#now(limit)
    const known = this.#windows.get(key)
    if (known && limit.slides) return slid(known, now, durationMs(limit.window))
    if (known && now < known.endsAt) return known
    const opened = { endsAt: endOf(limit, now), spent: 0, calls: [] }
    this.#windows.set(key, opened)
    return opened
  }

  #refuse({ open }: ExchangeInProgress, limit: Limit, window: Window): Refusal {
    const waitMs = freeAgainAt(limit, window) - this.#now(limit)
    const freeAt = isoInstant(this.#times.virtualMs() + Math.max(0, Math.ceil(waitMs)))
    const refusal = open.room.refusalNamed(limit.refusal, { freeAgainAt: freeAt })
    if (refusal === undefined) throw new Error(`The limit names a refusal the room does not have: ${limit.refusal}.`)
    if (!limit.retryAfter) return refusal
    return refusal.with({ 'retry-after': String(Math.max(1, Math.ceil(waitMs / 1000))) })
  }

  #now({ window }: Limit): number {
    const isPaced = durationMs(window) < pacedBelowMs
    return isPaced ? machine.monotonic() * this.#times.pace() : this.#times.virtualMs()
  }
}

/** Several allowances may stand side by side, each for calls of its own kind. */
function isMeant(name: string, { open, caller }: ExchangeInProgress): boolean {
  return open.room.access.counts?.(name, caller) ?? true
}

/** Calls older than the window no longer count. */
function slid(window: Window, now: number, lengthMs: number): Window {
  const { calls } = window
  const firstThatCounts = calls.findIndex((at) => at > now - lengthMs)
  calls.splice(0, firstThatCounts === -1 ? calls.length : firstThatCounts)
  window.spent = calls.length
  return window
}

/** When enough calls have slid out of the window for one more. */
function freeAgainAt({ slides, window, allowance }: Limit, { calls, endsAt }: Window): number {
  if (!slides) return endsAt
  return (calls[calls.length - Math.max(1, allowance)] ?? 0) + durationMs(window)
}

function endOf({ window, resets }: Limit, now: number): number {
  if (resets === undefined) return now + durationMs(window)
  const today = inZone(isoInstant(now), resets.zone).slice(0, 10)
  const [first = 0, next = 0] = [today, dayNamed(dayNumber(today) + 1)].map((day) =>
    instantMs(instantAt(day, resets.at, resets.zone)),
  )
  return now < first ? first : next
}

function passed(name: string, { allowance, window, source }: Limit) {
  const says = `The client asked more than ${allowance} times in ${window} (limit ${name}, observed and not enforced).`
  return { finding: 'limit-passed', level: 'warning' as const, says, source }
}
