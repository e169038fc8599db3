/** The known word closest to a misspelt one, or nothing when none is close enough to be meant. */
export function nearest(word: string, known: Iterable<string>): string | undefined {
  let best: string | undefined
  let bestDistance = Math.max(2, Math.ceil(word.length * 0.4)) + 1
  for (const candidate of known) {
    const distance = editDistance(word.toLowerCase(), candidate.toLowerCase())
    if (distance < bestDistance) [best, bestDistance] = [candidate, distance]
  }
  return best
}

/** How a message ends when a word was not known: the nearest right one, or the list. */
export function didYouMean(word: string, known: Iterable<string>): string {
  const words = [...known]
  const meant = nearest(word, words)
  if (meant !== undefined) return `Did you mean "${meant}"?`
  return words.length === 0 ? 'There are none.' : `Known: ${words.join(', ')}.`
}

/** A word nobody knows, told with the nearest right one: so commands and the control API can say "not found". */
export class UnknownWord extends RangeError {
  readonly nearest: string | undefined

  constructor(says: string, word: string, known: Iterable<string>) {
    const words = [...known]
    super(`${says} ${didYouMean(word, words)}`)
    this.name = 'UnknownWord'
    this.nearest = nearest(word, words)
  }
}

function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, at) => at)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      const swap = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)
      next.push(Math.min(swap, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1))
    }
    row = next
  }
  return row[b.length] ?? 0
}
