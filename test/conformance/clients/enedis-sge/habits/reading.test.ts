import { describe, expect, test } from 'vitest'
import { measures } from '../../../../../conformance/clients/enedis-sge/wire/measures.ts'
import { Refused } from '../../../../../conformance/clients/enedis-sge/trouble.ts'
import { habits, rememberingRun, usagePoint, type Called } from './run.ts'

/** A run for a customer who agreed some days ago. */
function runFor(
  { since = '2026-10-05', segment = 'C5', direction = 'consumption' },
  answer?: (called: Called) => object,
) {
  const run = rememberingRun({ ...(answer && { answer }) })
  const told = { client: { nom: 'Moreau' }, segment, direction }
  run.memory.agreements[usagePoint] = habits.agreementIn(told, since)
  return run
}

const curve = { usagePoint, kind: 'COURBE' } as const

describe('what is asked for', () => {
  test('is what a customer agreed to, from the day they did, to yesterday', async () => {
    const run = runFor({})

    await habits.readMeasures(run)

    expect(
      run.called.map(({ words }) => [words['mesuresTypeCode'], words['dateDebut'], words['dateFin'], words['sens']]),
    ).toEqual([
      ['COURBE', '2026-10-05', '2026-10-06', 'SOUTIRAGE'],
      ['ENERGIE', '2026-10-04', '2026-10-06', 'SOUTIRAGE'],
      ['PMAX', '2026-10-04', '2026-10-06', 'SOUTIRAGE'],
    ])
  })

  test('of a curve is seven days at once at most', () => {
    const run = runFor({ since: '2026-09-20' })

    expect(habits.windows(run, curve)).toEqual([
      { from: '2026-09-20', until: '2026-09-27' },
      { from: '2026-09-27', until: '2026-10-04' },
      { from: '2026-10-04', until: '2026-10-06' },
    ])
  })

  test('begins again with the first day that is not whole, for three weeks', () => {
    const run = runFor({ since: '2026-10-03' })
    const stamps = Array.from({ length: 48 }, (_, at) => Date.parse('2026-10-02T22:00:00Z') + at * 1_800_000)
    const points = stamps.map((at) => ({ stamp: new Date(at).toISOString(), minutes: 30, value: 100 }))
    const told = { usagePoint, direction: 'consumption', quantity: 'active', unit: 'W', stamped: 'start' } as const

    habits.keep(run, measures({ curves: [{ ...told, points: points.slice(1) }] }), 'curve')
    expect(habits.firstDay(run, curve)).toBe('2026-10-03')
    habits.keep(run, measures({ curves: [{ ...told, points }] }), 'curve')
    expect(habits.firstDay(run, curve)).toBe('2026-10-04')

    run.setting.now = '2026-12-01T08:00:00.000Z'
    expect(habits.firstDay(run, curve)).toBe('2026-11-11')
  })

  test('of bigger sites is reactive power as well, of producers what they feed in', async () => {
    const [site, producer] = [runFor({ segment: 'C3' }), runFor({ segment: 'P4', direction: 'production' })]

    await habits.readKind(site, curve)
    await habits.readKind(producer, curve)

    expect(site.called[0]?.words).toMatchObject({ grandeurPhysique: 'TOUT', sens: 'SOUTIRAGE' })
    expect(producer.called[0]?.words).toMatchObject({ grandeurPhysique: 'PA', sens: 'INJECTION' })
    expect(habits.kindsOf(producer, usagePoint)).toEqual(['COURBE', 'ENERGIE'])
  })
})

test.each(['SGT4G3', 'SGT4L9'])('%s says that there is nothing to read, and is no trouble', async (code) => {
  const run = runFor({}, () => {
    throw new Refused('x', { code, text: '' })
  })

  await habits.readMeasures(run)

  expect([run.called.length, run.memory.decisions]).toEqual([3, []])
})
