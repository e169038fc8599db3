import { describe, expect, test } from 'vitest'
import { dayNumber } from '../../../../src/toolbox/calendar.ts'
import { blockOn } from '../../../../mocks/pge/domain/readings.ts'
import { siteOf } from '../../../../mocks/pge/domain/site.ts'
import { refusedBy, shareMyData, type Smd, type Told } from '../../../support/pge.ts'

const day = '2026-02-20'
const homeWith = (power: object): Told => ({
  customers: { alice: { agreements: { power: { billDay: 18, ...power } } } },
})
const block = (smd: Smd, of = day, channel = 0) =>
  smd.read((state, { now }) => {
    const site = siteOf(state, smd.agreement('alice.power'), { now, seed: 'test' })
    return blockOn(site, site.channels[channel] as never, dayNumber(of))
  })
const valuesOf = (smd: Smd, of = day, channel = 0) => [...(block(smd, of, channel)?.values ?? [])]
const qualitiesOf = (smd: Smd, of = day) => [...new Set(block(smd, of)?.qualities)]
const billsOf = (smd: Smd) =>
  smd.read((state, { now }) => [
    ...siteOf(state, smd.agreement('alice.power'), { now, seed: 'test' }).calendar.issued(dayNumber('2025-06-01')),
  ])

describe('readings that PG&E changes', () => {
  test('take another amount in one interval', () => {
    const smd = shareMyData(homeWith({}))
    const before = valuesOf(smd)

    smd.operate('correctReading', { agreement: 'power', at: '2026-02-20T14:30:00-08:00', to: { amount: 1.25 } })

    expect(valuesOf(smd)).toEqual(before.map((value, at) => (at === 14 ? 1_250_000 : value)))
    expect(block(smd)?.qualities[14]).toBe(7)
  })

  test('are of no quality that PG&E does not know', () => {
    const smd = shareMyData(homeWith({}))
    const correct = (quality: number) => () =>
      smd.operate('correctReading', { agreement: 'power', at: day, to: { times: 1 }, quality })

    expect(correct(3)).toThrow('from 7 to 19')
    expect(correct(0)).not.toThrow()
  })

  test('take a share of what was measured over a day', () => {
    const smd = shareMyData(homeWith({ metering: 'quarter-hourly' }))
    const before = valuesOf(smd)

    expect(smd.operate('correctReading', { agreement: 'power', at: day, to: { times: 0.5 }, quality: 18 })).toEqual({
      corrected: 96,
    })

    expect(valuesOf(smd)).toEqual(before.map((value) => Math.round(value * 0.5)))
    expect(qualitiesOf(smd)).toEqual([18])
  })

  test('count gas in therms', () => {
    const smd = shareMyData(homeWith({ commodity: 'gas' }))

    smd.operate('correctReading', { agreement: 'power', at: day, to: { amount: 1.5 } })

    expect(valuesOf(smd)).toEqual([150_000_000])
  })

  test('are those received where a meter counts both ways', () => {
    const smd = shareMyData(homeWith({ generation: 'separate' }))
    const delivered = valuesOf(smd)

    smd.operate('correctReading', { agreement: 'power', flow: 'received', at: day, to: { amount: 2 } })

    expect(valuesOf(smd)).toEqual(delivered)
    expect(new Set(valuesOf(smd, day, 1))).toEqual(new Set([2_000_000]))
    expect(refusedBy(() => smd.operate('loseReadings', { agreement: 'power', flow: 'net', at: day }))).toContain(
      'no such readings',
    )
  })
})

describe('readings that PG&E estimates', () => {
  test('are those of the week before', () => {
    const smd = shareMyData(homeWith({}))
    const reference = valuesOf(smd, '2026-02-13')

    smd.operate('estimate', { agreement: 'power', day })

    expect([valuesOf(smd), qualitiesOf(smd)]).toEqual([reference, [8]])
  })

  test('lie on a straight line', () => {
    const smd = shareMyData(homeWith({}))

    smd.operate('estimate', { agreement: 'power', day, by: 'straight line' })

    const values = valuesOf(smd)
    const steps = values.slice(1).map((value, at) => value - (values[at] as number))
    expect(Math.max(...steps) - Math.min(...steps)).toBeLessThanOrEqual(1)
    expect(qualitiesOf(smd)).toEqual([9])
  })
})

describe('readings that PG&E loses', () => {
  test('are a gap until the next bill', () => {
    const smd = shareMyData(homeWith({}))
    const before = valuesOf(smd)

    smd.operate('loseReadings', { agreement: 'power', at: '2026-02-20T03:00:00-08:00' })
    expect(valuesOf(smd).map(Number.isNaN).indexOf(true)).toBe(3)
    smd.pass('P1M')

    expect(valuesOf(smd)).toEqual(before)
  })
})

describe('readings that come late', () => {
  test('are not there the next day', () => {
    const smd = shareMyData(homeWith({}))

    smd.operate('deliverLate', { agreement: 'power', afterDays: 5 })
    smd.pass('P1D')

    expect(valuesOf(smd, '2026-03-01')).toEqual([])
    smd.pass('P4D')
    expect(valuesOf(smd, '2026-03-01')).toHaveLength(24)
  })

  test('leave what is out as it is: readings, their quality, and bills', () => {
    const smd = shareMyData(homeWith({}))
    const before = [valuesOf(smd, '2026-02-28'), qualitiesOf(smd, '2026-02-28'), billsOf(smd)]

    smd.operate('deliverLate', { agreement: 'power', afterDays: 9 })

    expect([valuesOf(smd, '2026-02-28'), qualitiesOf(smd, '2026-02-28'), billsOf(smd)]).toEqual(before)
    smd.pass('P10D')
    expect([...new Set(qualitiesOf(smd, '2026-03-01'))]).toEqual([14])
    smd.operate('deliverLate', { agreement: 'power', afterDays: 1 })
    smd.pass('P1D')
    expect(valuesOf(smd, '2026-03-11')).toHaveLength(24)
  })

  test('were never taken before the meter was there', () => {
    const smd = shareMyData(homeWith({ since: '2026-01-10' }))

    expect(refusedBy(() => smd.operate('estimate', { agreement: 'power', day: '2025-12-31' }))).toContain(
      'not in service',
    )
  })
})
