import { expect, test } from 'vitest'
import type { Run } from '../../../../../conformance/clients/enedis-sge/run.ts'
import { habits, rememberingRun, usagePoint, type Called } from './run.ts'

const told = { usagePoint, client: { nom: 'Moreau' }, segment: 'C5', family: 'acces', of: ['CDC', 'PMAX'] }
const publication = (periodiciteTransmission: string) => ({
  optionPublication: [{ mesuresCorrigees: false, periodiciteTransmission }],
})

/** A run in which a customer has agreed to access until a day. */
async function agreedUntil(until: string): Promise<Run & { called: Called[] }> {
  let next = 1
  const run = rememberingRun({
    setting: { told: { ...told, until } },
    answer: () => ({ body: { affaires: { affaire: { serviceSouscritMesures: { serviceSouscritId: `${next++}` } } } } }),
  })
  await habits.attempt(run, habits.subscribe)
  return run
}

const again = async (run: Run & { called: Called[] }, changed: object) => {
  run.called.length = 0
  run.setting.told = { ...run.setting.told, ...changed }
  await habits.attempt(run, habits.subscribe)
  return run.called
}

test('access is ordered kind by kind, for three years at most, and files where there are any', async () => {
  const run = await agreedUntil('2031-01-01')

  expect(run.called.map(({ operation }) => operation)).toEqual([
    'commanderServicesAccesDonnees',
    'commanderServicesAccesDonnees',
  ])
  expect(run.called[0]?.words).toMatchObject({
    ...{ dateFin: '2029-10-05', sens: 'SOUTIRAGE' },
    declarationAccordClient: { accord: true, personnePhysique: { nom: 'Moreau' } },
    servicesSouscrits: { serviceSouscrit: [{ typeDonnees: 'CDC', optionsPublication: publication('P1D') }] },
  })
  expect(run.called[1]?.words['servicesSouscrits']).toEqual({ serviceSouscrit: [{ typeDonnees: 'PMAX' }] })
})

test('files that are wanted less often are ordered so, once', async () => {
  const run = await agreedUntil('2027-10-01')

  const called = await again(run, { periodicity: 'P7D' })

  expect(called.map(({ operation }) => operation)).toEqual(['commanderModificationOptionsServicesAccesDonnees'])
  expect(called[0]?.words['servicesSouscrits']).toEqual({
    serviceSouscrit: [
      {
        serviceSouscritId: '1',
        ajouterOptionsPublication: publication('P7D'),
        supprimerOptionsPublication: publication('P1D'),
      },
    ],
  })
  expect(await again(run, {})).toEqual([])
})

test('access that ends soon, while the customer agrees for longer, is renewed', async () => {
  const run = await agreedUntil('2026-10-12')

  const called = await again(run, { until: '2027-10-12' })

  expect(called.map(({ operation, words }) => [operation, words['dateFin'], words['servicesSouscrits']])).toEqual([
    ['commanderRenouvellementServicesAccesDonnees', '2027-10-12', { serviceSouscritId: ['1'] }],
    ['commanderRenouvellementServicesAccesDonnees', '2027-10-12', { serviceSouscritId: ['2'] }],
  ])
  expect(await again(run, {})).toEqual([])
})
