import type { Result } from '../run.ts'
import type { Verdict } from '../verdict.ts'

/** JUnit XML, which every CI system shows: a suite for each story, a case for each check. */
export function junitReport({ profile, stories, verdicts }: Result): string {
  const suites = stories.map(({ scenario: { id } }) =>
    suite(
      id,
      verdicts.filter(({ scenario }) => scenario === id),
    ),
  )
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="wattproof ${escaped(profile)}">\n${suites.join('')}</testsuites>\n`
}

function suite(name: string, verdicts: readonly Verdict[]): string {
  const count = (outcome: Verdict['outcome']) => verdicts.filter((verdict) => verdict.outcome === outcome).length
  const counts = `tests="${verdicts.length}" failures="${count('fail')}" errors="${count('error')}" skipped="${count('skip')}"`
  return `  <testsuite name="${escaped(name)}" ${counts}>\n${verdicts.map(testCase).join('')}  </testsuite>\n`
}

function testCase(verdict: Verdict): string {
  const open = `    <testcase classname="${escaped(verdict.check)}" name="${escaped(verdict.title)}"`
  const body = outcomeOf(verdict)
  return body === '' ? `${open}/>\n` : `${open}>${body}</testcase>\n`
}

function outcomeOf(verdict: Verdict): string {
  const { outcome, says } = verdict
  if (outcome === 'pass') return ''
  if (outcome === 'skip') return `<skipped message="${escaped(says)}"/>`
  if (outcome === 'warn') return `<system-out>${escaped(`warning: ${says} ${verdict.remedy}`)}</system-out>`
  const element = outcome === 'fail' ? 'failure' : 'error'
  const details = `${verdict.requirement}: ${verdict.requires}\nSource: ${verdict.source} (${verdict.basis})\nTo do: ${verdict.remedy}\nJournal: ${verdict.rests.join(', ')}`
  return `<${element} message="${escaped(says)}">${escaped(details)}</${element}>`
}

function escaped(text: string): string {
  const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
  // Control characters have no spelling in XML 1.0.
  return text
    .replace(/[&<>"]/g, (sign) => entities[sign] as string)
    .replace(/[^\t\n\r\u0020-\ufffd\u{10000}-\u{10ffff}]/gu, '�')
}
