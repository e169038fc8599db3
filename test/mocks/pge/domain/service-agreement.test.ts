import { describe, expect, test } from 'vitest'
import { authorizedTown, refusedBy, shareMyData, type Smd } from '../../../support/pge.ts'

const power = (smd: Smd) => {
  const found = smd.read((state) => state.agreements[smd.agreement('alice.power')])
  if (!found) throw new Error('Alice has no power.')
  return found
}

describe('a rate option', () => {
  test('is put on, and changed in place', () => {
    const smd = shareMyData()
    const care = { agreement: 'alice.power', riderType: 'CARE' }

    smd.operate('setRateOption', care)
    smd.operate('setRateOption', { ...care, enrollmentStatus: 'unenrolled', effectiveDate: '2026-04-01' })
    smd.operate('setRateOption', { agreement: 'alice.power', riderType: 'Medical Baseline' })

    expect(power(smd).options).toEqual([
      { riderType: 'CARE', enrollmentStatus: 'unenrolled', effectiveDate: '2026-04-01' },
      { riderType: 'Medical Baseline', enrollmentStatus: 'enrolled', effectiveDate: '2026-03-02' },
    ])
  })
})

describe('a program', () => {
  test('is joined with its dates, and left', () => {
    const smd = shareMyData()
    const dates = { earliestExit: '2026-10-31', earliestFreeExit: '2027-04-30' }

    smd.operate('enrolInProgram', { agreement: 'alice.power', name: 'PDP', dates, capacityReservationKw: 50 })
    expect(power(smd).demandResponse).toEqual([
      {
        programName: 'PDP',
        enrollmentStatus: 'enrolled',
        programDescription: null,
        programDates: [
          { kind: 'enrolled', on: '2026-03-02' },
          { kind: 'earliestExit', on: '2026-10-31' },
          { kind: 'earliestFreeExit', on: '2027-04-30' },
        ],
        capacityReservationLevel: { powerOfTenMultiplier: 3, uom: 38, value: 50 },
      },
    ])
    smd.operate('enrolInProgram', {
      agreement: 'alice.power',
      name: 'PDP',
      status: 'unenrolled',
      dates: { unenrolled: '2026-11-01' },
    })

    expect(power(smd).demandResponse).toMatchObject([{ programName: 'PDP', enrollmentStatus: 'unenrolled' }])
  })
})

describe('a meter', () => {
  test('keeps what it is about in the next one, unless it measures otherwise', () => {
    const smd = shareMyData({ customers: { alice: { agreements: { power: { metering: 'bill only' } } } } })
    const [before] = power(smd).meters.map((id) => smd.read((state) => state.meters[id]))

    smd.operate('swapMeter', { agreement: 'alice.power', metering: 'quarter-hourly' })

    const [, after] = power(smd).meters.map((id) => smd.read((state) => state.meters[id]))
    expect(before?.metering).toEqual({ kind: 'billOnly', commodity: 'electric' })
    expect(after?.metering).toEqual({ kind: 'electric', intervalSeconds: 900, flows: 'delivered' })
    expect(after?.annualUse).toBe(before?.annualUse)
    expect(after?.serialNumber).not.toBe(before?.serialNumber)
  })

  test('must be named where an agreement has several', () => {
    const meters = { barn: {}, house: {} }
    const smd = shareMyData({ customers: { alice: { agreements: { power: { meters } } } } })

    expect(refusedBy(() => smd.operate('swapMeter', { agreement: 'power' }))).toContain('Name one of them')
    smd.operate('swapMeter', { agreement: 'power', meter: 'barn' })

    expect(power(smd).meters).toHaveLength(3)
  })
})

describe('an agreement that is announced', () => {
  test('is told to every third party that holds it, by its own authorization', () => {
    const smd = shareMyData({ ...authorizedTown, thirdParties: { rival: { notifyUri: 'http://localhost:9/n' } } })
    smd.act('authorizeOnPaper', { as: 'alice', thirdParty: 'rival' })

    smd.operate('changeRate', { agreement: 'alice.power', rate: { tariff: 'EV2A', timeOfUse: true } })

    expect(
      smd
        .notices()
        .slice(1)
        .map(({ to, why }) => [to, why]),
    ).toEqual([
      ['http://localhost:3000/notify', 'the rate was changed'],
      ['http://localhost:9/n', 'the rate was changed'],
    ])
  })
})

describe('service that starts', () => {
  test('after a move can be authorized, and history begins there', () => {
    const smd = shareMyData(authorizedTown)
    smd.act('move', { as: 'alice' })

    smd.operate('startService', { customer: 'alice', agreement: 'cabin', address: { city: 'Chico', zip: '95926' } })
    smd.authorize('alice')

    const cabin = smd.agreement('cabin')
    expect(smd.authorizations()[1]?.authorization.agreements).toEqual([cabin])
    expect(smd.read((state) => state.agreements[cabin])).toMatchObject({
      serviceStart: '2026-03-02',
      address: { city: 'Chico' },
      status: { kind: 'active' },
    })
  })
})
