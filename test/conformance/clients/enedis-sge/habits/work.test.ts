import { describe, expect, test } from 'vitest'
import type { Run } from '../../../../../conformance/clients/enedis-sge/run.ts'
import { NoAnswer, OutOfService, Refused } from '../../../../../conformance/clients/enedis-sge/trouble.ts'
import { habits, rememberingRun, type Called } from './run.ts'

const points = ['25884515170669', '25478147557460', '25946599093143']
const refusal = (code: string) => new Refused('x', { code, text: '' })

/** A run for customers who agreed yesterday and of whom nothing runs yet. */
function runFor(usagePoints: readonly string[], answer: (called: Called) => object) {
  const run = rememberingRun({ answer })
  for (const usagePoint of usagePoints) {
    const told = { client: { nom: 'Moreau' }, of: ['CDC'], segment: 'C5' }
    run.memory.agreements[usagePoint] = habits.agreementIn(told, '2026-10-05')
  }
  return run
}

const sync = (run: Run) => habits.attempt(run, habits.sync)
const decisionsOf = ({ memory }: Run) => memory.decisions.map(({ decision }) => decision)
const ordersIn = ({ called }: { called: Called[] }) =>
  called.filter(({ operation }) => operation === 'commanderCollectePublicationMesures')

describe('what one point is refused', () => {
  test('keeps nobody from the others', async () => {
    const run = runFor(points, ({ operation, words }) => {
      if (operation === 'consulterMesuresDetailleesV3' && words['pointId'] === points[0]) throw refusal('SGT4N1')
      return { body: { serviceSouscritId: `4${String(words['pointId']).slice(-7)}` } }
    })

    await sync(run)

    const read = run.called.filter(({ operation }) => operation === 'consulterMesuresDetailleesV3')
    expect(read.map(({ words }) => words['pointId'])).toEqual(points)
    expect(run.memory.decisions).toMatchObject([{ decision: 'refused: SGT4N1', usagePoint: points[0] }])
  })

  test('is not ordered again each day, but for a meter that was out of reach', async () => {
    const codes: Record<string, string> = { [points[0] as string]: 'SGT4H7', [points[1] as string]: 'SGT589' }
    const run = runFor(points.slice(0, 2), ({ operation, words }) => {
      const code = codes[String(words['pointId'])] ?? ''
      if (operation === 'commanderCollectePublicationMesures') throw refusal(code)
      return {}
    })

    await sync(run)
    expect(decisionsOf(run)).toEqual(['not collected: SGT4H7', 'not collected: SGT589'])
    run.setting.now = '2026-10-07T08:00:00.000Z'
    await sync(run)

    expect(ordersIn(run).map(({ words }) => words['pointId'])).toEqual([points[0], points[1], points[1]])
  })
})

describe('trouble', () => {
  test('that is technical is left alone once it has kept two things from us', async () => {
    const run = runFor(points, () => {
      throw new NoAnswer('failed with SGT500', 'SGT500')
    })

    await sync(run)

    expect(new Set(run.called.map(({ words }) => words['pointId']))).toEqual(new Set(points.slice(0, 2)))
    expect(decisionsOf(run)).toContain('technical trouble: we try again later')
  })

  test('where nothing answers ends the session, and what was wanted is wanted still', async () => {
    const run = runFor(points, () => {
      throw new OutOfService('reset')
    })
    run.setting.told = { usagePoint: points[0], from: '2026-07-01', until: '2026-10-01' }

    await habits.attempt(run, habits.history)
    await sync(run)

    expect(run.called).toHaveLength(2)
    expect(run.memory.wishes).toHaveLength(1)
  })

  test('with ourselves is told once: another point changes nothing', async () => {
    const run = runFor(points, () => {
      throw refusal('SGT504')
    })

    await sync(run)

    expect(run.called).toHaveLength(1)
    expect(decisionsOf(run)).toEqual(['refused: SGT504'])
  })

  test('with a package that is not ours keeps us from that package alone', async () => {
    const run = runFor(points.slice(0, 1), ({ operation }) => {
      if (operation !== 'consulterMesuresDetailleesV3') throw refusal('SGT483')
      return {}
    })

    await sync(run)

    expect(run.called.map(({ operation }) => operation)).toContain('consulterMesuresDetailleesV3')
    expect(decisionsOf(run)).toEqual(['not entitled: ask for the package'])
  })
})

test('an order whose answer was lost is looked for before it is sent again', async () => {
  let isLost = true
  const run = runFor(points.slice(0, 1), ({ operation }) => {
    if (operation !== 'commanderCollectePublicationMesures') return {}
    if (isLost) throw new OutOfService('reset')
    return { body: { serviceSouscritId: '40000001' } }
  })
  await habits.attempt(run, (one) => habits.begin(one, points[0] as string))

  isLost = false
  run.setting.now = '2026-10-06T09:00:00.000Z'
  run.called.length = 0
  await sync(run)

  expect(run.called.slice(0, 2).map(({ operation }) => operation)).toEqual([
    'rechercherServicesSouscritsMesures',
    'commanderCollectePublicationMesures',
  ])
})

test('a history that is refused is not wanted any more', async () => {
  const run = runFor(points.slice(0, 1), ({ operation }) => {
    if (operation === 'commanderTransmissionHistoriqueMesures') throw refusal('SGT4L8')
    return { body: { serviceSouscritId: '40000001' } }
  })
  run.setting.told = { usagePoint: points[0], from: '2016-07-01', until: '2026-10-01' }

  await habits.attempt(run, habits.history)

  expect(run.memory.wishes).toEqual([])
  expect(decisionsOf(run)).toEqual(['refused: SGT4L8'])
})
