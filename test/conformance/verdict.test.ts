import { describe, expect, test } from 'vitest'
import { check, type Check, type Observation } from '../../conformance/check.ts'
import type { Requirement } from '../../conformance/requirements.ts'
import { EvidenceLost, judge, worst, type Verdict } from '../../conformance/verdict.ts'
import { SentChronicle, type Exchange } from '../../src/index.ts'
import { entries, evidence } from '../support/evidence.ts'

const requirement: Requirement = {
  id: 'TOY-1',
  says: 'The client counts.',
  source: 'DOC, counting',
  basis: 'inferred',
  level: 'must',
}

const counting = (observed: Observation[], more: Partial<Check> = {}): Check => ({
  ...check({
    id: 'toy/counts',
    title: 'counts',
    requirement: 'TOY-1',
    level: 'must',
    remedy: 'Count.',
    when: () => observed,
    then: (_, one) => [one],
  }),
  ...more,
})

const call = (more: Partial<Exchange> = {}): Exchange => ({
  kind: 'exchange',
  provider: 'toyGrid',
  endpoint: 'count.read',
  cited: null,
  caller: 'ann',
  request: { method: 'GET', url: 'http://localhost/count', headers: [], body: null },
  response: { status: 200, headers: [], body: null },
  change: [],
  ...more,
})

describe('a verdict', () => {
  test('passes when every observation holds, and rests on all their entries', () => {
    const observed = [
      { holds: true, says: 'It counted to 1.', rests: [{ id: 3 }] },
      { holds: true, says: 'It counted to 2.', rests: [{ id: 3 }, { id: 5 }] },
    ]

    const verdict = judge(counting(observed), requirement, evidence())

    expect(verdict).toMatchObject({ outcome: 'pass', says: 'It counted to 1. (and 1 more)', rests: [3, 5] })
  })

  test('fails by what is broken, and says what to do and where that stands', () => {
    const observed = [
      { holds: true, says: 'It counted to 1.' },
      { holds: false, says: 'It never came to 2.', rests: [{ id: 7 }] },
    ]

    const verdict = judge(counting(observed), requirement, evidence())

    expect(verdict).toMatchObject({
      outcome: 'fail',
      says: 'It never came to 2.',
      rests: [7],
      requires: 'The client counts.',
      source: 'DOC, counting',
      basis: 'inferred',
      remedy: 'Count.',
    })
  })

  test('only warns of what should be', () => {
    const verdict = judge(counting([{ holds: false, says: 'No.' }], { level: 'should' }), requirement, evidence())

    expect(verdict.outcome).toBe('warn')
  })

  test('skips, and says why, when its moment never came', () => {
    expect(judge(counting([]), requirement, evidence())).toMatchObject({
      outcome: 'skip',
      says: 'The moment it judges never came in this story.',
    })
    expect(judge(counting([]), requirement, evidence({ endedEarly: 'Step 3 became impossible.' })).says).toBe(
      'Step 3 became impossible.',
    )
  })

  test('skips what rests on the words of a client that says none', () => {
    const broken = counting([{ holds: false, says: 'No.' }], { needs: 'words' })

    expect(judge(broken, requirement, evidence()).outcome).toBe('skip')
    expect(judge(broken, requirement, evidence({ speaks: true })).outcome).toBe('fail')
  })

  test('only warns of what the client could not know while its clock was its own', () => {
    const broken = counting([{ holds: false, says: 'No.' }], { needs: 'own clock' })

    expect(judge(broken, requirement, evidence({ clock: 'unknown' })).outcome).toBe('warn')
    expect(judge(broken, requirement, evidence({ clock: 'shifted' })).outcome).toBe('fail')
  })

  test('leaves out checks that are for other clients', () => {
    const held = [{ holds: true, says: 'Yes.' }]
    const only = counting(held, { only: { when: 'careful' } })
    const unless = counting(held, { only: { unless: 'careful' } })

    expect(judge(only, requirement, evidence()).outcome).toBe('skip')
    expect(judge(only, requirement, evidence({ traits: ['careful'] })).outcome).toBe('pass')
    expect(judge(unless, requirement, evidence({ traits: ['careful'] })).outcome).toBe('skip')
  })

  test.each([
    ['entries were dropped', new SentChronicle([], { evicted: 2 })],
    ['we met a defect', new SentChronicle(entries(call({ defect: 'TypeError: oops' })))],
  ])('is our error when %s', (_, journal) => {
    const verdict = judge(counting([{ holds: true, says: 'Yes.' }]), requirement, evidence({ journal }))

    expect(verdict.outcome).toBe('error')
  })

  test('is our error when what it rests on was cut', () => {
    const cut = counting([], {
      judge: () => {
        throw new EvidenceLost('The body was cut.')
      },
    })

    expect(judge(cut, requirement, evidence())).toMatchObject({ outcome: 'error', says: 'The body was cut.' })
  })
})

test('the worst of several stories counts', () => {
  const verdicts = (['pass', 'skip', 'fail', 'warn'] as const).map((outcome) => ({ outcome }) as Verdict)

  expect(worst(verdicts)?.outcome).toBe('fail')
  expect(worst([])).toBeUndefined()
})
