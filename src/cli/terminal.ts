/** Colours only for a person at a terminal: not under CI, not into a file, not where NO_COLOR forbids them. */
export function isColourful(): boolean {
  if (!process.stdout.isTTY) return false
  const { NO_COLOR, CI, TERM } = process.env
  return !NO_COLOR && !CI && TERM !== 'dumb'
}

const colour = (code: number) => (text: string) => (isColourful() ? `\u001b[${code}m${text}\u001b[0m` : text)

/** What a word is shown in, for emphasis: plain where colours are not wanted. */
export const paint = { bold: colour(1), dim: colour(2), red: colour(31), green: colour(32), yellow: colour(33) }

/** Prints a line of a command's result. */
export function say(...lines: string[]): void {
  if (lines.length > 0) process.stdout.write(`${lines.join('\n')}\n`)
}

/** Prints what comes one by one, but all of one turn of the event loop in one piece: a call per line would hold up answers. */
export function sayInTurns<Item>(spell: (item: Item) => string): (item: Item) => void {
  const waiting: Item[] = []
  return (item) => {
    if (waiting.push(item) === 1) setImmediate(() => say(...waiting.splice(0).map(spell)))
  }
}

/** Data as a person reads it and a program too. */
export function sayJson(value: unknown): void {
  say(JSON.stringify(value, null, 2))
}

/** Rows with their columns under each other; the last column runs free. */
export function columns(rows: readonly (readonly string[])[], indent = ''): string[] {
  const widths: number[] = []
  for (const row of rows) for (const [at, cell] of row.entries()) widths[at] = Math.max(widths[at] ?? 0, cell.length)
  return rows.map((row) => {
    const cells = row.map((cell, at) => (at === row.length - 1 ? cell : cell.padEnd(widths[at] ?? 0)))
    return `${indent}${cells.join('  ')}`.trimEnd()
  })
}

/** A number with its noun: `1 call`, `2 calls`. */
export function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`
}
