import type { Card, Room } from './provider.ts'

/** Where a generated part of a page begins and ends. */
const marks = {
  begin: '<!-- coverage: written from the room by .config/coverage.mjs -->',
  end: '<!-- end of coverage -->',
} as const

/** What a room answers, refuses and leaves open, each with its basis and source: the generated part of its page. */
export function coverageOf({ endpoints, refusals, dialect, unmatched }: Room): string {
  return [
    `### Endpoints (${endpoints.length})`,
    table(
      ['Endpoint', 'Method and path', 'Basis', 'Source'],
      endpoints.map(({ name, method, path, basis, source }) => [name, `\`${method} ${path}\``, basis, source]),
    ),
    `### Refusals (${Object.keys(refusals).length})`,
    refusalTable(refusals),
    `### Switches (${Object.keys(dialect.switches).length})`,
    switchTable(dialect),
    ...notSimulated(unmatched),
  ].join('\n\n')
}

function refusalTable(refusals: Room['refusals']): string {
  const rows = Object.entries(refusals).map(([name, { status, code = '', basis, source }]) => {
    return [name, String(status), code, basis, source]
  })
  return table(['Refusal', 'Status', 'Code', 'Basis', 'Source'], rows)
}

function switchTable({ switches }: Room['dialect']): string {
  const rows = Object.entries(switches).map(([name, { id, question, values, default: byDefault, basis, source }]) => {
    const answers = [byDefault, ...values.filter((value) => value !== byDefault)]
    return [name, id, question, answers.map((answer) => `\`${answer}\``).join(', '), basis, source]
  })
  return table(['Switch', 'Id', 'Question', 'Answers, the default first', 'Basis', 'Source'], rows)
}

function notSimulated({ notSimulated: paths }: Room['unmatched']): string[] {
  if (paths.length === 0) return []
  return [
    `### Not simulated (${paths.length})`,
    'These paths of the provider are answered as if they did not exist, and leave a finding that says so.',
    paths.map(({ path }) => `- \`${path}\``).join('\n'),
  ]
}

/** The providers at a glance: the table of the front page. */
export function glanceAt(providers: readonly { card: Card; room: Room }[]): string {
  return table(
    ['Provider', 'Endpoints', 'Refusals', 'Last verified', ''],
    providers.map(({ card, room }) => [
      card.title,
      String(room.endpoints.length),
      String(Object.keys(room.refusals).length),
      card.verified,
      `[covered, not covered, sources](mocks/${card.id}/README.md)`,
    ]),
  )
}

/** A page with its generated part written anew; one that has no place for it says so. */
export function withCoverage(page: string, coverage: string): string {
  const [before, rest] = page.split(`${marks.begin}\n`)
  const after = rest?.split(marks.end)[1]
  if (before === undefined || after === undefined)
    throw new Error(`The page has no place for its coverage: write "${marks.begin}" and "${marks.end}", a line each.`)
  return `${before}${marks.begin}\n\n${coverage}\n\n${marks.end}${after}`
}

/** The front page with its table of providers written anew: the one table whose first column is theirs. */
export function withGlance(page: string, glance: string): string {
  const table = /^\| Provider +\|.*\n(?:\|.*\n)*/m
  if (!table.test(page))
    throw new Error('The front page has no table of providers: write one that begins "| Provider |".')
  return page.replace(table, () => `${glance}\n`)
}

/** A table as the formatter would leave it: columns as wide as their widest cell. */
function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const cells = [head, ...rows].map((row) => row.map((cell) => cell.replaceAll('|', '\\|')))
  const widths = head.map((_, at) => Math.max(3, ...cells.map((row) => row[at]?.length ?? 0)))
  const line = (row: readonly string[]) => `| ${row.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join(' | ')} |`
  const [first = [], ...others] = cells
  return [line(first), line(widths.map((width) => '-'.repeat(width))), ...others.map(line)].join('\n')
}
