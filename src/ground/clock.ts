import { randomBytes } from 'node:crypto'

/**
 * The machine's own time and chance. Nothing else in the project asks for them: worlds ask their clock and ids,
 * measurements ask here.
 */
export const machine = {
  now: (): number => Date.now(),
  monotonic: (): number => performance.now(),
  sleep: (ms: number): Promise<void> => new Promise((wake) => setTimeout(wake, ms)),
  /** For tokens, which nobody may foretell. */
  secret: (): string => randomBytes(24).toString('base64url'),
}

/** How a world's time passes: not at all, as the machine's does, or some times as fast. */
export type ClockMode = 'frozen' | 'flowing' | { scaled: number }

/** A world's time, in milliseconds since 1970 and as ISO 8601 in UTC with milliseconds. */
export class Clock {
  #virtual: number
  #real: number
  #mode: ClockMode

  constructor({ start, mode = 'frozen' }: { start: string; mode?: ClockMode }) {
    this.#virtual = instantMs(start)
    this.#real = machine.monotonic()
    this.#mode = mode
  }

  get mode(): ClockMode {
    return this.#mode
  }

  /** Virtual milliseconds for each real one: 0 when frozen. */
  get pace(): number {
    if (this.#mode === 'frozen') return 0
    return this.#mode === 'flowing' ? 1 : this.#mode.scaled
  }

  get ms(): number {
    if (this.#mode === 'frozen') return this.#virtual
    return this.#virtual + Math.floor((machine.monotonic() - this.#real) * this.pace)
  }

  now(): string {
    return isoInstant(this.ms)
  }

  /** Sets the time. Only `advance`, `restore` and `reset` of a world call this. */
  moveTo(instant: string | number): void {
    this.#virtual = typeof instant === 'number' ? instant : instantMs(instant)
    this.#real = machine.monotonic()
  }

  setMode(mode: ClockMode): void {
    this.moveTo(this.ms)
    this.#mode = mode
  }
}

/** The one spelling of an instant inside a world, so that comparing strings compares times. */
export function isoInstant(ms: number): string {
  return new Date(ms).toISOString()
}

/** Reads an instant with an offset or Z; a time without one would mean something else on every machine. */
export function instantMs(iso: string): number {
  const ms = /T.*(Z|[+-]\d\d:?\d\d)$/.test(iso) ? Date.parse(iso) : Number.NaN
  if (Number.isNaN(ms)) throw new RangeError(`"${iso}" is not an instant: write 2026-03-02T09:00:00-05:00 or …Z.`)
  return ms
}
