import { describe, expect, test } from 'vitest'
import { judgeAuthorisation } from '../../../../../../mocks/enedis/domain/sge/authorisations/authorisation.ts'
import type { UsagePointId } from '../../../../../../mocks/enedis/model/index.ts'
import { openVillage, prmOf } from '../../../../../support/enedis-sge-orders.ts'
import type { Told } from '../../../../../support/enedis-sge.ts'

const now = '2026-10-06T08:00:00.000Z'

/** What a single request for Claire's energies lacks. */
async function lacking(sge: Told['sge']) {
  const world = await openVillage(sge)
  const usagePoint = prmOf(world, 'claire.home') as UsagePointId
  return world.state((state) => {
    const use = { party: state.sge.you, usagePoint, data: ['dailyEnergy'], until: null, oneOff: true } as const
    return judgeAuthorisation(state, { ...use, party: state.sge.you }, now).map(({ finding }) => finding)
  })
}

const signed = (issuedOn: string, more: object = {}) => ({
  authorisations: { signed: { customer: 'claire', issuedOn, ...more } },
})

describe('a single request', () => {
  test('falls inside a validity', async () => {
    expect(await lacking(signed('2026-01-01', { validUntil: '2026-10-06' }))).toEqual([])
  })

  test('falls outside it', async () => {
    expect(await lacking(signed('2026-01-01', { validUntil: '2026-10-05' }))).toEqual(['authorisation-expired'])
  })

  test('is of the day it was signed for, where no validity is written', async () => {
    expect(await lacking(signed('2026-10-06'))).toEqual([])
    expect(await lacking(signed('2026-10-05'))).toEqual(['authorisation-for-another-day'])
  })

  test('is of any day while a service lives that it was signed for', async () => {
    const services = { curve: { usagePoint: 'claire.home' } }

    expect(await lacking({ ...signed('2026-01-01'), services })).toEqual([])
  })
})
