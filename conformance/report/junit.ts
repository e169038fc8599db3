import type { Result } from '../run.ts'
import { byStory, notes, tally, type Summed } from './summary.ts'
import { details } from './words.ts'

/** JUnit XML, which every CI system shows: a suite for each story, a case for each check. */
export function junitReport(result: Result): string {
  const suites = [...byStory(result)].map(([story, verdicts]) => suite(story, verdicts, result))
  const name = escaped(`wattproof ${result.profile}`)
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="${name}">\n${suites.join('')}</testsuites>\n`
}

function suite(story: string, verdicts: readonly Summed[], { stories }: Result): string {
  const { fail, error, skip } = tally(verdicts)
  const counts = `tests="${verdicts.length}" failures="${fail}" errors="${error}" skipped="${skip}"`
  const beside = notes({ stories: stories.filter(({ scenario }) => scenario.id === story) })
  const said = beside.length === 0 ? '' : `    <system-out>${escaped(beside.join('\n'))}</system-out>\n`
  return `  <testsuite name="${escaped(story)}" ${counts}>\n${verdicts.map(testCase).join('')}${said}  </testsuite>\n`
}

function testCase(verdict: Summed): string {
  const open = `    <testcase classname="${escaped(verdict.check)}" name="${escaped(verdict.title)}"`
  const body = outcomeOf(verdict)
  return body === '' ? `${open}/>\n` : `${open}>${body}</testcase>\n`
}

function outcomeOf(verdict: Summed): string {
  const { outcome, says } = verdict
  const told = escaped(details(verdict).join('\n'))
  switch (outcome) {
    case 'pass':
      return ''
    case 'skip':
      return `<skipped message="${escaped(says)}"/>`
    case 'warn':
      return `<system-out>warning: ${told}</system-out>`
    case 'fail':
      return `<failure message="${escaped(says)}">${told}</failure>`
    case 'error':
      return `<error message="${escaped(says)}">${told}</error>`
  }
}

function escaped(text: string): string {
  const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
  // Control characters have no spelling in XML 1.0.
  return text
    .replace(/[&<>"]/g, (sign) => entities[sign] as string)
    .replace(/[^\t\n\r\u0020-\ufffd\u{10000}-\u{10ffff}]/gu, '\ufffd')
}
