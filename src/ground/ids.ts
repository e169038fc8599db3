/** Counters that live in a world's state, so that a change undone gives its ids back. */
export type Counters = Record<string, number>

/**
 * Everything in a world that looks assigned or accidental: ids in order, and chance computed from the seed and
 * what it is about, never from when it is asked. Same scenario, same seed: same bytes.
 */
export class Ids {
  readonly seed: string
  readonly #counters: Counters

  constructor(seed: string, counters: Counters) {
    this.seed = seed
    this.#counters = counters
  }

  /** The next number of a kind, counting up from `from`. */
  next(kind: string, from = 1): number {
    const next = (this.#counters[kind] ?? from - 1) + 1
    this.#counters[kind] = next
    return next
  }

  /** A number in [0, 1) that belongs to these words in this seed. */
  chance(...about: (string | number)[]): number {
    return chance(this.seed, ...about)
  }

  /** A whole number in [from, to]. */
  between(from: number, to: number, ...about: (string | number)[]): number {
    return from + Math.floor(this.chance(...about) * (to - from + 1))
  }

  /** One of the choices. */
  pick<T>(choices: readonly [T, ...T[]], ...about: (string | number)[]): T {
    return choices[Math.floor(this.chance(...about) * choices.length)] as T
  }

  /** Lower-case hexadecimal digits that belong to these words. */
  hex(length: number, ...about: (string | number)[]): string {
    let digits = ''
    for (let part = 0; digits.length < length; part++) {
      digits += Math.floor(this.chance(...about, part) * 0x1_0000_0000)
        .toString(16)
        .padStart(8, '0')
    }
    return digits.slice(0, length)
  }
}

/** A number in [0, 1) computed from words alone (53-bit hash after "cyrb53"). */
export function chance(...about: (string | number)[]): number {
  const text = about.join('\u001f')
  let high = 0xdeadbeef
  let low = 0x41c6ce57
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    high = Math.imul(high ^ code, 2654435761)
    low = Math.imul(low ^ code, 1597334677)
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909)
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909)
  return (4294967296 * (2097151 & low) + (high >>> 0)) / 2 ** 53
}
