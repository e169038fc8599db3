import { XMLParser, XMLValidator } from 'fast-xml-parser'
import { describe, expect, test } from 'vitest'
import { htmlReport } from '../../conformance/report/html.ts'
import { jsonReport } from '../../conformance/report/json.ts'
import { junitReport } from '../../conformance/report/junit.ts'
import { exitCodeOf } from '../../conformance/report/summary.ts'
import { terminalReport } from '../../conformance/report/terminal.ts'
import type { Result } from '../../conformance/run.ts'
import type { Verdict } from '../../conformance/verdict.ts'
import { SentChronicle } from '../../src/index.ts'
import { entries, evidence } from '../support/evidence.ts'

const verdict = (said: Partial<Verdict>): Verdict => ({
  check: 'toy/counts',
  title: 'counts',
  scenario: 'toy/story',
  outcome: 'pass',
  says: 'It counted.',
  rests: [],
  shows: [],
  requirement: 'TOY-1',
  requires: 'The client counts.',
  source: 'DOC, counting',
  basis: 'inferred',
  remedy: 'Count.',
  ...said,
})
const broken = verdict({
  check: 'toy/ends',
  title: 'ends <soon>',
  outcome: 'fail',
  says: 'It said "never" & went on\u0007.',
  rests: [3],
  shows: ['#3 GET /count?a=1&b=2 200 (count.read)'],
})
const exit = { kind: 'finding', finding: 'client.exit', level: 'warning', says: 'It ended with exit code 3.' } as const
const story = evidence({ journal: new SentChronicle(entries(exit)) })

const result = (...verdicts: Verdict[]): Result => ({ profile: 'toy', client: './toy.sh', verdicts, stories: [story] })

describe('the terminal report', () => {
  test('tells what is broken with evidence, source and remedy, and the rest in a line each', () => {
    const skipped = verdict({ check: 'toy/sings', title: 'sings', outcome: 'skip', says: 'Nobody asked.' })
    const again = { ...broken, scenario: 'toy/other' }

    const told = terminalReport(result(verdict({}), broken, again, skipped), { colours: false })

    expect(told.split('\n')).toEqual([
      'toy: ./toy.sh',
      '',
      '✓ counts  (toy/counts)',
      '✗ ends <soon>  (toy/ends)',
      '    It said "never" & went on\u0007. In toy/story, and in 1 more story.',
      '    Evidence: #3 GET /count?a=1&b=2 200 (count.read)',
      '    Requirement TOY-1: The client counts.',
      '    Source: DOC, counting (our inference: the provider does not say)',
      '    To do: Count.',
      '',
      '- skipped: Nobody asked.',
      '    toy/sings',
      '',
      'Worth knowing:',
      '  In toy/story: It ended with exit code 3.',
      '',
      '3 checks over 2 scenarios: 1 skip, 1 pass, 1 fail',
      '',
    ])
  })

  test('counts one check and one scenario as one', () => {
    expect(terminalReport(result(verdict({})), { colours: false })).toContain('1 check over 1 scenario: 1 pass')
  })

  test('has colours for a person only', () => {
    const told = terminalReport(result(verdict({})), { colours: true })

    expect(told).toContain('\u001b[32m✓\u001b[0m counts')
  })
})

describe('the JUnit report', () => {
  const parser = new XMLParser({ ignoreAttributes: false, isArray: (name) => /^test(suite|case)$/.test(name) })
  type Case = { '@_classname': string; failure?: { '@_message': string; '#text': string }; 'system-out'?: string }
  type Suite = Record<`@_${'name' | 'tests' | 'failures' | 'errors' | 'skipped'}`, string> & { testcase: Case[] }
  const suitesIn = (text: string) => (parser.parse(text) as { testsuites: { testsuite: Suite[] } }).testsuites.testsuite

  test('is XML whatever the client said, with a suite for each story and a case for each check', () => {
    const text = junitReport(result(verdict({}), broken))

    expect(XMLValidator.validate(text)).toBe(true)
    const [suite] = suitesIn(text)
    expect(suite).toMatchObject({ '@_name': 'toy/story', '@_tests': '2', '@_failures': '1', '@_skipped': '0' })
    expect(suite?.testcase[1]?.failure?.['@_message']).toContain('It said "never"')
    expect(suite?.testcase[1]?.failure?.['#text']).toContain('To do: Count.')
  })

  test('tells a story that was played twice once, by the worst of both', () => {
    const [suite, ...others] = suitesIn(junitReport(result(verdict({ outcome: 'skip' }), verdict({}))))

    expect(others).toEqual([])
    expect(suite).toMatchObject({ '@_tests': '1', '@_skipped': '0' })
  })

  test('lets a warning pass, and tells it', () => {
    const [suite] = suitesIn(junitReport(result(verdict({ outcome: 'warn', says: 'It should count.' }))))

    expect(suite).toMatchObject({ '@_failures': '0' })
    expect(suite?.testcase[0]?.['system-out']).toContain('warning: It should count.')
  })
})

test('the HTML report is one page that needs nothing beside it, the worst first', () => {
  const page = htmlReport(result(verdict({}), broken))

  expect(page).toMatch(/^<!doctype html>/)
  expect(page).toContain('<meta name="viewport" content="width=device-width, initial-scale=1">')
  expect(page).toContain('@media print')
  expect(page).not.toMatch(/<(script|link|img)\b|https?:/)
  expect(page.indexOf('toy/ends')).toBeLessThan(page.indexOf('toy/counts'))
  expect(page).toContain('the client ends &lt;soon&gt;')
  expect(page).toContain('It ended with exit code 3.')
})

test('the JSON report is data for other programs', () => {
  const data = JSON.parse(jsonReport(result(verdict({}), broken))) as Record<string, unknown>

  expect(data).toMatchObject({ profile: 'toy', client: './toy.sh', counts: { pass: 1, fail: 1, skip: 0 } })
  expect(data['verdicts']).toHaveLength(2)
  expect(data['stories']).toMatchObject([{ scenario: 'toy/story', turns: [{ ask: 'sync', exit: 0 }] }])
})

test.each([
  ['all is well', ['pass', 'skip', 'warn'], 0],
  ['the client broke something', ['pass', 'fail'], 1],
  ['we did, whatever the client did', ['fail', 'error'], 3],
] as const)('the exit code when %s', (_, outcomes, code) => {
  expect(exitCodeOf({ verdicts: outcomes.map((outcome) => verdict({ outcome })) })).toBe(code)
})
