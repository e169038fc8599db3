import type { Chronicle, Entry } from '../src/index.ts'

/** How many entries of a verdict are shown. */
const most = 6

/** Journal entries as a reader of a report sees them, a line each. */
export function linesOf(journal: Chronicle, ids: readonly number[]): string[] {
  const wanted = new Set([...ids].sort((a, b) => a - b))
  const entries = journal.entries().filter(({ id }) => wanted.has(id))
  const lines = entries.slice(0, most).map(lineOf)
  return entries.length > most ? [...lines, `and ${entries.length - most} more`] : lines
}

function lineOf(entry: Entry): string {
  return `#${entry.id} ${told(entry)}`
}

function told(entry: Entry): string {
  switch (entry.kind) {
    case 'exchange': {
      const { request, response, endpoint, refusal, fault } = entry
      const { pathname, search } = new URL(request.url)
      const notes = [endpoint ?? 'no endpoint', refusal?.refusal, fault && `fault: ${fault}`].filter(Boolean)
      return `${request.method} ${pathname}${search} ${response?.status ?? 'unanswered'} (${notes.join(', ')})`
    }
    case 'step':
      if (entry.door === 'client') return `the client was asked: ${entry.action}`
      return `${entry.door}: ${entry.action} ${JSON.stringify(entry.args)}${entry.outcome === 'done' ? '' : ` ${entry.outcome}`}`
    default:
      return entry.kind
  }
}
