import { describe, expect, test } from 'vitest'
import type { UsagePoint, UsagePointId } from '../../../mocks/enedis/model/index.ts'
import { openDoors, street } from '../../support/enedis-doors.ts'

const flat = { usagePoint: 'claire.flat' }

/** A street, and Claire's flat as it is remembered. */
async function openStreet() {
  const doors = await openDoors(street)
  const point = () =>
    doors.state(({ usagePoints, names }) => {
      const id = names.usagePoint['claire.flat']
      return structuredClone(usagePoints[id as UsagePointId]) as UsagePoint
    })
  return { doors, point }
}

describe('the customer', () => {
  test('has their curve collected from today on, and no longer', async () => {
    const { doors, point } = await openStreet()
    await doors.customer('stopCurve', flat)
    const stopped = point().flows.consumption?.curve.at(-1)
    await doors.world.advance('P10D')

    await doors.customer('activateCurve', flat)

    expect(stopped).toMatchObject({ until: '2026-10-06' })
    expect(point().flows.consumption?.curve.at(-1)).toEqual({ from: '2026-10-16', until: null, step: 30 })
  })

  test('opposes its recording, and no longer minds', async () => {
    const { doors, point } = await openStreet()

    await doors.customer('opposeCurve', flat)
    const opposed = point().opposesCurve
    await doors.customer('opposeCurve', { ...flat, opposes: false })

    expect([opposed, point().opposesCurve]).toEqual([true, false])
  })

  test('who was never led to the page has nothing to take back', async () => {
    const { doors } = await openStreet()

    expect(await doors.refusedTo('customer', 'revoke', { as: 'claire' })).toMatch(
      /the client was never given a consent/,
    )
  })

  test('without an account consents to nothing online', async () => {
    const doors = await openDoors({ customers: { paul: { online: false } } })

    expect(await doors.refusedTo('customer', 'accept', { as: 'paul' })).toMatch(/has no account/)
  })
})

describe('the back office', () => {
  test('lets one customer move in where another lived', async () => {
    const { doors, point } = await openStreet()

    await doors.utility('moveIn', { ...flat, customer: 'paul', on: '2026-09-01' })

    const [before, now] = point().holders
    expect(before).toMatchObject({ movedOut: '2026-09-01' })
    expect(now).toMatchObject({ movedIn: '2026-09-01', movedOut: null })
    expect(point().contracts.at(-1)).toMatchObject({ startsOn: '2026-09-01', holder: now?.customer })
  })

  test('commissions a usage point, which its customer may share from then on', async () => {
    const { doors } = await openStreet()

    await doors.utility('commission', { called: 'shop', customer: 'paul', details: { segment: 'C5' } })
    await doors.customer('accept', { as: 'paul', usagePoints: ['shop'] })

    const shop = doors.state(({ usagePoints, names }) => usagePoints[names.usagePoint['shop'] as UsagePointId])
    expect(shop).toMatchObject({ commissionedOn: '2026-10-06', state: 'SERVC' })
  })

  test('changes what a contract says from a day on', async () => {
    const { doors, point } = await openStreet()

    const terms = { powerKva: 12, calendar: 'HPHC', offPeak: 'HC (22H50-6H50)' }
    await doors.utility('changeTerms', { ...flat, on: '2026-10-01', ...terms })

    expect(point().contracts[0]?.terms.at(-1)).toMatchObject({
      since: '2026-10-01',
      subscribedPowerKva: 12,
      offPeak: [{ from: '22:50', to: '06:50' }],
    })
  })

  test('cannot set off-peak hours that Enedis would not', async () => {
    const { doors } = await openStreet()

    expect(await doors.refusedTo('utility', 'changeTerms', { ...flat, offPeak: 'HC (8H00-16H00)' })).toMatch(
      /always peak/,
    )
  })

  test.each([
    ['changeSupplier', { contractor: 'AUTRE FOURNISSEUR' }, { contracts: 2 }],
    ['replaceMeter', {}, { meters: 2 }],
    ['startProduction', { annualKwh: 2500 }, { contracts: 2 }],
    ['collectCurve', { step: 10, on: '2026-10-10' }, { curves: 2 }],
    ['moveOut', {}, { state: 'RESIL' }],
  ])('%s changes the usage point', async (action, args, looks) => {
    const { doors, point } = await openStreet()

    await doors.utility(action, { ...flat, ...args })

    const { contracts, meters, flows, state } = point()
    const now = { contracts: contracts.length, meters: meters.length, curves: flows.consumption?.curve.length, state }
    expect(now).toMatchObject(looks)
  })

  test('closes a meter to services only when nothing is collected there', async () => {
    const { doors, point } = await openStreet()
    const level = { ...flat, level: '0' }

    const refused = await doors.refusedTo('utility', 'setServicesLevel', level)
    await doors.utility('stopCurve', { ...flat, on: '2000-01-01' })
    await doors.utility('setServicesLevel', level)

    expect(refused).toMatch(/level 2/)
    expect(point().servicesLevel).toBe('0')
  })

  test('loses readings of a day or of hours, and gets them in days later', async () => {
    const { doors } = await openStreet()
    const changes = () => doors.state(({ readingChanges }) => Object.values(structuredClone(readingChanges)))

    await doors.utility('loseReadings', { ...flat, when: '2026-10-05', of: 'everything', filledAfter: 'P2D' })
    const hours = { from: '2026-10-04T08:00:00+02:00', to: '2026-10-04T10:00:00+02:00' }
    await doors.utility('loseReadings', { ...flat, when: hours })
    const before = changes()
    await doors.utility('fillReadings', flat)

    expect(before).toMatchObject([
      { kind: 'gap', of: 'everything', from: '2026-10-04T22:00:00.000Z', filledAt: '2026-10-08T10:00:00.000Z' },
      { kind: 'gap', of: 'curve', from: '2026-10-04T06:00:00.000Z', to: '2026-10-04T08:00:00.000Z', filledAt: null },
    ])
    expect(changes().map((one) => ('filledAt' in one ? one.filledAt : ''))).toEqual([
      '2026-10-06T10:00:00.000Z',
      '2026-10-06T10:00:00.000Z',
    ])
  })

  test('corrects readings by a factor or to a total', async () => {
    const { doors } = await openStreet()

    await doors.utility('correctReadings', { ...flat, when: '2026-10-05', to: { times: 2 }, reaches: 'BEST' })
    await doors.utility('correctReadings', { ...flat, when: '2026-10-04', to: { kwh: 12.5 } })

    expect(doors.state(({ readingChanges }) => Object.values(structuredClone(readingChanges)))).toMatchObject([
      { kind: 'correction', reaches: 'BEST', energy: { times: 2 } },
      { kind: 'correction', reaches: 'bothStages', energy: { totalWh: 12_500 } },
    ])
  })

  test('publishes the readings of some meters later', async () => {
    const { doors, point } = await openStreet()

    await doors.utility('publishLater', { ...flat, days: 2 })

    expect(point().publishedAfterDays).toBe(2)
  })

  test('changes how long things take', async () => {
    const { doors } = await openStreet()

    await doors.utility('setTimings', { revocationDelay: 'PT6H', publishAt: '09:30' })

    expect(doors.state(({ settings }) => ({ ...settings }))).toEqual({
      ...{ revocationDelay: 'PT6H', publishAt: '09:30' },
      ...{ consentDelay: 'PT0S', servicesDelay: 'PT0S' },
    })
  })

  test('finds no consent where the client was given none', async () => {
    const { doors } = await openStreet()

    expect(await doors.refusedTo('utility', 'endConsent', flat)).toMatch(/the client was given none/)
  })
})
