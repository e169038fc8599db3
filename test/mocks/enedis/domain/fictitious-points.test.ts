import { describe, expect, test } from 'vitest'
import { activatedOn } from '../../../../mocks/enedis/domain/contracts.ts'
import { fictitious, fictitiousId } from '../../../../mocks/enedis/domain/fictitious.ts'
import { openFictitiousClients } from '../../../../mocks/enedis/domain/fictitious-points.ts'
import { dailyEnergy, loadCurve } from '../../../../mocks/enedis/domain/measures.ts'
import type { Direction, UsagePointId } from '../../../../mocks/enedis/model/index.ts'
import { emptyMetering, look, maker, measuresOf, question } from './meter-state.ts'

function sandbox() {
  const state = emptyMetering()
  openFictitiousClients(state, maker())
  const at = (id: string) => {
    const point = state.usagePoints[id as UsagePointId]
    if (point === undefined) throw new Error(`no usage point ${id}`)
    return point
  }
  const week = (id: string, direction: Direction = 'consumption') =>
    question(at(id), '2026-11-02', '2026-11-09', { direction })
  const days = (id: string, direction?: Direction) => dailyEnergy(state, week(id, direction), look())
  const curve = (id: string, direction?: Direction) => loadCurve(state, week(id, direction), look())
  return { state, at, days, curve }
}

describe('the fictitious clients of the sandbox', () => {
  test('hold the usage points that consent opens of them, and no others', () => {
    const { state } = sandbox()

    const held = fictitious.map((_, digit) => Object.keys(state.index.usagePointsOf[fictitiousId(digit)] ?? {}).sort())

    expect(held).toEqual(fictitious.map(({ usagePoints }) => [...usagePoints].sort()))
    expect(Object.keys(state.usagePoints)).toHaveLength(fictitious.flatMap(({ usagePoints }) => usagePoints).length)
  })

  test.each(['22516914714270', '11453290002823', '12345678901234', '64975835695673', '26584978546985'])(
    'include %s, which consumes, with its curve and without holes',
    (id) => {
      const { days, curve } = sandbox()

      expect(measuresOf(days(id))).toHaveLength(7)
      expect(measuresOf(curve(id))).toHaveLength(7 * 48)
      expect(days(id, 'production')).toEqual({ found: 'refused', because: 'wrongDirection' })
    },
  )

  test('include a meter older than any history and one in service since 27 August 2019', () => {
    const { at } = sandbox()
    const since = (id: string) => activatedOn(at(id), 'consumption', '2026-11-16')

    expect(since('22516914714270') < '2016-01-01').toBe(true)
    expect(since('11453290002823')).toBe('2019-08-27')
  })

  test('include one whose curve was never activated', () => {
    const { days, curve } = sandbox()

    expect(measuresOf(days('32320647321714'))).toHaveLength(7)
    expect(curve('32320647321714')).toEqual({ found: 'nothing', because: 'curveNotActivated' })
  })

  test('include one with holes on Tuesdays and Wednesdays', () => {
    const { days, curve } = sandbox()
    const told = measuresOf(days('42900589957123')).map(({ day }) => day)

    expect(told).toEqual(['2026-11-02', '2026-11-05', '2026-11-06', '2026-11-07', '2026-11-08'])
    expect(measuresOf(curve('42900589957123'))).toHaveLength(5 * 48)
  })

  test.each(['10284856584123', '24880057139941'])('include %s, which only produces', (id) => {
    const { days, curve } = sandbox()

    expect(measuresOf(days(id, 'production'))).toHaveLength(7)
    expect(measuresOf(curve(id, 'production'))).toHaveLength(7 * 48)
    expect(days(id)).toEqual({ found: 'refused', because: 'wrongDirection' })
  })

  test('include one that consumes what it produces, and has both curves, net', () => {
    const { curve } = sandbox()
    const [drawn, fed] = [measuresOf(curve('12655648759651')), measuresOf(curve('12655648759651', 'production'))]

    expect([drawn.length, fed.length]).toEqual([7 * 48, 7 * 48])
    expect(fed.some(({ watts }) => watts > 0)).toBe(true)
    expect(drawn.filter(({ watts }, at) => watts > 1000 && (fed[at]?.watts ?? 0) > 1000)).toEqual([])
  })
})
