import { describe, expect, test } from 'vitest'
import { onlyList, toldOfList } from '../../conformance/only-list.ts'
import { packageSentence } from '../../conformance/report/readiness.ts'
import { readinessOf, type Rehearsal } from '../../conformance/readiness.ts'
import type { Profile } from '../../conformance/run.ts'
import type { Verdict, VerdictOutcome } from '../../conformance/verdict.ts'
import { evidence } from '../support/evidence.ts'

const caseOf = (id: string) => ({
  ...{ id, about: 'a search', service: 'search', expects: 'SGT200', source: 'DOC' },
  check: `toy/case/${id}`,
})
const rehearsal = (list: string, ...packages: [name: string, ...cases: string[]][]): Rehearsal => ({
  list,
  title: `toy, catalogue ${list}`,
  scenario: `toy/list-${list}`,
  zone: 'Europe/Paris',
  packages: packages.map(([name, ...cases]) => ({ name, cases: cases.map(caseOf) })),
  notSimulated: [],
  help: [],
  called: () => undefined,
})
const verdict = (check: string, outcome: VerdictOutcome, scenario = 'toy/list-1') =>
  ({ check, outcome, scenario, says: `It came to ${outcome}.` }) as Verdict
const first = rehearsal('1', ['Search', 'S-1', 'S-2'], ['Order', 'O-1'])
const played = evidence({ scenario: { id: first.scenario, title: 'A list' } })

describe('readiness', () => {
  const after = (...verdicts: Verdict[]) => readinessOf([first], { stories: [played], verdicts })[0]?.packages

  test('is of a package whose cases have all passed, and of no other', () => {
    const packages = after(
      verdict('toy/case/S-1', 'pass'),
      verdict('toy/case/S-2', 'fail'),
      verdict('toy/case/O-1', 'pass'),
    )

    expect(packages?.map(packageSentence)).toEqual([
      'package Search: not ready: S-2 (it came to fail)',
      'package Order: ready',
    ])
  })

  test('is not of a package with a case that was not made', () => {
    const [search] = after(verdict('toy/case/S-1', 'pass'), verdict('toy/case/S-2', 'skip')) ?? []

    expect(search && packageSentence(search)).toBe('package Search: not ready: S-2 (not made)')
  })

  test('names three cases, and counts the others', () => {
    const many = rehearsal('1', ['Search', 'S-1', 'S-2', 'S-3', 'S-4', 'S-5'])
    const verdicts = many.packages[0]!.cases.map(({ check }) => verdict(check, 'skip'))

    const [one] = readinessOf([many], { stories: [played], verdicts })

    expect(one && packageSentence(one.packages[0]!)).toBe(
      'package Search: not ready: S-1 (not made), S-2 (not made), S-3 (not made), 2 more',
    )
  })

  test('comes of the story of the list alone, and not where that was not played', () => {
    const elsewhere = [verdict('toy/case/O-1', 'pass', 'toy/list-2')]

    expect(after(...elsewhere)?.map(({ isReady }) => isReady)).toEqual([false, false])
    expect(readinessOf([first], { stories: [], verdicts: elsewhere })).toEqual([])
  })
})

test('a profile with one list has its story and its cases, and everything else that it judges', () => {
  const second = rehearsal('2', ['Search', 'S-1', 'S-9'])
  const checks = ['toy/case/S-1', 'toy/case/S-2', 'toy/case/O-1', 'toy/case/S-9', 'toy/pauses'].map((id) => ({ id }))
  const profile = { scenarios: ['toy/other'], checks, rehearsals: [first, second] } as unknown as Profile

  const only = onlyList(profile, second)

  expect(only).toMatchObject({ scenarios: ['toy/list-2'], rehearsals: [{ list: '2' }] })
  expect(only.checks.map(({ id }) => id)).toEqual(['toy/case/S-1', 'toy/case/S-9', 'toy/pauses'])
})

test('of one list it is told what showed, and each of its cases', () => {
  const verdicts = [verdict('toy/case/S-1', 'skip'), verdict('toy/pauses', 'pass'), verdict('toy/files', 'skip')]

  const told = toldOfList({ profile: 'toy', client: './toy.sh', stories: [], verdicts }, first)

  expect(told.verdicts.map(({ check }) => check)).toEqual(['toy/case/S-1', 'toy/pauses'])
})
