import type { CaseResult, PackageReadiness, Readiness } from '../readiness.ts'
import type { Result } from '../run.ts'
import { escaped as spelled } from './escaped.ts'
import { besideRehearsals, caseDetails, packageSentence, summedOf } from './readiness.ts'
import { byStory, notes, tally, type Summed } from './summary.ts'
import { details } from './words.ts'

/**
 * JUnit XML, which every CI system shows: a suite for each story with a case for each check, and for each package of
 * a rehearsal with its own cases.
 */
export function junitReport(result: Result): string {
  const stories = [...byStory(besideRehearsals(result))].map(([story, verdicts]) => suite(story, verdicts, result))
  const packages = (result.readiness ?? []).flatMap((one) => one.packages.map((each) => packageSuite(one, each)))
  const suites = [...stories, ...packages]
  const name = escaped(`wattproof ${result.profile}`)
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="${name}">\n${suites.join('')}</testsuites>\n`
}

function suite(story: string, verdicts: readonly Summed[], { stories }: Result): string {
  const counts = countsOf(verdicts)
  const beside = notes({ stories: stories.filter(({ scenario }) => scenario.id === story) })
  const said = beside.length === 0 ? '' : `    <system-out>${escaped(beside.join('\n'))}</system-out>\n`
  return `  <testsuite name="${escaped(story)}" ${counts}>\n${verdicts.map((one) => testCase(one)).join('')}${said}  </testsuite>\n`
}

function packageSuite({ list, notSimulated, help }: Readiness, one: PackageReadiness): string {
  const name = escaped(`${list} package ${one.name}`)
  const seconds = one.cases.reduce((sum, { called }) => sum + (called?.ms ?? 0), 0) / 1000
  const said = escaped([packageSentence(one), ...notSimulated, ...help].join('\n'))
  return [
    `  <testsuite name="${name}" ${countsOf(one.cases.map(summedOf))} time="${seconds.toFixed(3)}">\n`,
    `    <properties><property name="ready" value="${one.isReady}"/></properties>\n`,
    ...one.cases.map(caseOf),
    `    <system-out>${said}</system-out>\n  </testsuite>\n`,
  ].join('')
}

function caseOf(result: CaseResult): string {
  const { id, about, called } = result
  const code = called === undefined ? '' : ` ${called.code}`
  const time = called === undefined ? '' : ` time="${(called.ms / 1000).toFixed(3)}"`
  const name = `${id}:${code} ${about}`
  return testCase(summedOf(result), { name, time, told: caseDetails(result) })
}

function countsOf(verdicts: readonly Summed[]): string {
  const { fail, error, skip } = tally(verdicts)
  return `tests="${verdicts.length}" failures="${fail}" errors="${error}" skipped="${skip}"`
}

type TestCase = { name?: string; time?: string; told?: readonly string[] }

function testCase(
  verdict: Summed,
  { name = verdict.title, time = '', told = details(verdict) }: TestCase = {},
): string {
  const open = `    <testcase classname="${escaped(verdict.check)}" name="${escaped(name)}"${time}`
  const body = outcomeOf(verdict, escaped(told.join('\n')))
  return body === '' ? `${open}/>\n` : `${open}>${body}</testcase>\n`
}

function outcomeOf({ outcome, says }: Summed, told: string): string {
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
  // Control characters have no spelling in XML 1.0.
  return spelled(text).replace(/[^\t\n\r\u0020-\ufffd\u{10000}-\u{10ffff}]/gu, '\ufffd')
}
