import { XMLParser, XMLValidator } from 'fast-xml-parser'
import { describe, expect, test } from 'vitest'
import { htmlReport } from '../../conformance/report/html.ts'
import { jsonReport } from '../../conformance/report/json.ts'
import { junitReport } from '../../conformance/report/junit.ts'
import { exitCodeOf } from '../../conformance/report/summary.ts'
import { terminalReport } from '../../conformance/report/terminal.ts'
import type { Readiness } from '../../conformance/readiness.ts'
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

/** A list of two packages, one of whose cases came to nothing good. */
const listed = { about: 'a search', service: 'search', expects: 'SGT200', source: 'DOC', check: 'toy/counts' }
const counted = verdict({ title: 'makes T-R1' })
const missed = { ...broken, check: 'toy/case/T-NR1', says: 'Expected SGT4F8, got SGT200.' }
const readiness: Readiness = {
  list: '1.0',
  title: 'homologation of a toy, catalogue 1.0',
  scenario: 'toy/story',
  zone: 'Europe/Paris',
  packages: [
    {
      name: 'Search',
      isReady: false,
      cases: [
        {
          ...{ ...listed, id: 'T-R1', verdict: counted },
          called: { at: '2026-03-02T14:00:05.000Z', ms: 12.4, code: 'SGT200' },
        },
        { ...listed, id: 'T-NR1', check: missed.check, verdict: missed, called: undefined },
      ],
    },
    { name: 'Order', isReady: true, cases: [] },
  ],
  notSimulated: ['The tunnel: not simulated.'],
  help: ['Trouble: the mailbox.'],
}

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

describe('the terminal report of a rehearsal', () => {
  const lines = terminalReport({ ...result(counted, missed), readiness: [readiness] }, { colours: false }).split('\n')

  test('tells each case with its time in the zone of the list and its code, and what went wrong below it', () => {
    const at = lines.indexOf('package Search')

    expect(lines.slice(at, at + 6)).toEqual([
      'package Search',
      '✓ T-R1   15:00:05    12 ms  SGT200     a search',
      '✗ T-NR1                                a search',
      '    Expected SGT4F8, got SGT200.',
      '    Evidence: #3 GET /count?a=1&b=2 200 (count.read)',
      '    Source: DOC',
    ])
    expect(lines.filter((line) => line.includes('toy/counts'))).toEqual([])
  })

  test('ends with what is ready, what is not and why, what is not simulated, and where to turn', () => {
    expect(lines.slice(lines.indexOf('2 checks over 1 scenario: 1 pass, 1 fail'))).toEqual([
      '2 checks over 1 scenario: 1 pass, 1 fail',
      '',
      'Readiness for the homologation of a toy, catalogue 1.0, by this run alone:',
      '  package Search: not ready: T-NR1 (expected SGT4F8, got SGT200)',
      '  package Order: ready',
      '  The tunnel: not simulated.',
      'Where to turn with the real one:',
      '  Trouble: the mailbox.',
      '',
    ])
  })
})

describe('the JUnit report', () => {
  const parser = new XMLParser({ ignoreAttributes: false, isArray: (name) => /^test(suite|case)$/.test(name) })
  type Case = { '@_classname': string; failure?: { '@_message': string; '#text': string }; 'system-out'?: string }
  type Suite = Record<`@_${'name' | 'tests' | 'failures' | 'errors' | 'skipped'}`, string> & {
    testcase: Case[]
    'system-out'?: string
  }
  const suitesIn = (text: string) => (parser.parse(text) as { testsuites: { testsuite: Suite[] } }).testsuites.testsuite

  test('is XML whatever the client said, with a suite for each story and a case for each check', () => {
    const text = junitReport(result(verdict({}), broken))

    expect(XMLValidator.validate(text)).toBe(true)
    const [suite] = suitesIn(text)
    expect(suite).toMatchObject({ '@_name': 'toy/story', '@_tests': '2', '@_failures': '1', '@_skipped': '0' })
    expect(suite?.testcase[1]?.failure?.['@_message']).toContain('It said "never"')
    expect(suite?.testcase[1]?.failure?.['#text']).toContain('To do: Count.')
  })

  test('has a suite for each package of a rehearsal, in place of its story', () => {
    const text = junitReport({ ...result(counted, missed), readiness: [readiness] })

    expect(XMLValidator.validate(text)).toBe(true)
    const suites = suitesIn(text)
    expect(suites.map((suite) => suite['@_name'])).toEqual(['1.0 package Search', '1.0 package Order'])
    expect(suites[0]).toMatchObject({ '@_tests': '2', '@_failures': '1', '@_time': '0.012' })
    expect(suites[0]).toHaveProperty(['properties', 'property', '@_value'], 'false')
    expect(suites[0]?.testcase[0]).toMatchObject({ '@_name': 'T-R1: SGT200 a search', '@_time': '0.012' })
    expect(suites[0]?.['system-out']).toContain('package Search: not ready: T-NR1')
    expect(suites[1]?.['system-out']).toContain('package Order: ready')
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

test('the HTML report of a rehearsal tells packages first, and breaks pages between them on paper', () => {
  const page = htmlReport({ ...result(counted, missed), readiness: [readiness] })

  expect(page.indexOf('package Search: not ready')).toBeLessThan(page.indexOf('<strong>T-R1</strong>'))
  expect(page.match(/<section class="package">/g)).toHaveLength(2)
  expect(page).toMatch(/@media print \{[^]*section\.package \{ break-before: page/)
  expect(page).toContain('<td class="n">15:00:05<small>12 ms</small></td>')
  expect(page).toContain('<small>Expected SGT4F8, got SGT200.</small>')
  expect(page).not.toContain('<code>toy/counts</code>')
})

test('the JSON report of a rehearsal has what came of each case', () => {
  const data = JSON.parse(jsonReport({ ...result(counted, missed), readiness: [readiness] })) as object

  expect(data).toMatchObject({
    readiness: [
      {
        list: '1.0',
        packages: [
          {
            name: 'Search',
            isReady: false,
            cases: [
              { id: 'T-R1', outcome: 'pass', at: '2026-03-02T14:00:05.000Z', ms: 12.4, code: 'SGT200' },
              { id: 'T-NR1', outcome: 'fail', says: 'Expected SGT4F8, got SGT200.' },
            ],
          },
          { name: 'Order', isReady: true },
        ],
      },
    ],
  })
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
