/** A line as search compares it: capitals without accents, and single spaces where anything else stood. */
export function plain(text: string): string {
  return text
    .normalize('NFD')
    .replaceAll(/\p{Mark}/gu, '')
    .toUpperCase()
    .replaceAll(/[^A-Z0-9]+/g, ' ')
    .trim()
}

/** Whether whole words stand in a line one after the other: `RUE DE LA MER` in `1 RUE DE LA MER`. */
export function hasWords(line: string | null, words: string): boolean {
  return ` ${plain(line ?? '')} `.includes(` ${plain(words)} `)
}
