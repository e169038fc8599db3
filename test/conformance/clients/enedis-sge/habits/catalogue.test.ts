import { describe, expect, test } from 'vitest'
import { NoAnswer, Refused } from '../../../../../conformance/clients/enedis-sge/trouble.ts'
import { habits, rememberingRun, usagePoint, type Called } from './run.ts'

const person = { civilite: 'M', nom: 'ANONYME' }

/** Asks cases one after the other, each of them answered as told. */
async function asked(cases: readonly object[], answer: (called: Called) => object = () => ({})) {
  const run = rememberingRun({ answer })
  for (const told of cases) {
    run.setting.told = { pointId: usagePoint, ...told }
    await habits.attempt(run, habits.case)
  }
  return run
}

describe('a case', () => {
  test('is one call, and what it comes to is kept by its id', async () => {
    const run = await asked([{ case: 'AHC-R1', service: 'consulterMesures', autorisationClient: true }], () => ({
      text: 'Succès',
    }))

    expect(run.called).toHaveLength(1)
    expect(run.memory.outcomes).toEqual([{ case: 'AHC-R1', code: 'SGT200', text: 'Succès' }])
  })

  test.each([
    ['a refusal', new Refused('x', { code: 'SGT4G2', text: 'pas éligible' }), 'SGT4G2'],
    ['technical trouble', new NoAnswer('failed', 'SGT500'), 'SGT500'],
  ])('may come to %s', async (_, error, code) => {
    const run = await asked([{ case: 'AHC-NR1', service: 'consulterMesures' }], () => {
      throw error
    })

    expect(run.memory.outcomes).toMatchObject([{ case: 'AHC-NR1', code }])
  })

  test('that nobody answered came to nothing', async () => {
    const run = await asked([{ case: 'AHC-R1', service: 'consulterMesures' }], () => {
      throw new NoAnswer('no answer')
    })

    expect(run.memory.outcomes).toEqual([])
    expect(run.memory.decisions).toHaveLength(1)
  })

  test('with an agreement names somebody, as nobody knows the names of an anonymised copy', async () => {
    const service = 'commanderCollectePublicationMesures'

    const run = await asked([{ service, case: 'F300C_O1', accord: true }])

    expect(run.called[0]?.words).toMatchObject({ accord: true, personnePhysique: person })
  })

  test('that stops, changes or renews a service means one that an earlier case has shown', async () => {
    const listed = (id: string, etatCode: string) => ({ serviceSouscritId: id, pointId: usagePoint, etatCode })
    const answer = ({ operation }: Called) => {
      if (operation === 'rechercherServicesSouscritsMesures') {
        const services = [listed('1', 'TERMINE'), listed('2', 'ACTIF')]
        return { body: { servicesSouscritsMesures: { serviceSouscritMesures: services } } }
      }
      const ordered = (id: string) => ({ affaireId: 'A', serviceSouscritMesures: { serviceSouscritId: id } })
      return { body: { affaires: { affaire: [ordered('8'), ordered('9')] } } }
    }

    const run = await asked(
      [
        { case: 'RS-R1', service: 'rechercherServicesSouscritsMesures' },
        { case: 'ASS-R1', service: 'commanderArretServiceSouscritMesures', objetCode: 'ASS' },
        {
          case: 'SAD-R2',
          service: 'commanderServicesAccesDonnees',
          ...{ typesDonnees: ['CDC', 'IDX'], periodiciteTransmission: 'P1D' },
        },
        { case: 'MOSAD-R1', service: 'commanderModificationOptionsServicesAccesDonnees', ajouter: 'P1M' },
        { case: 'ASAD-R1', service: 'commanderArretServicesAccesDonnees' },
      ],
      answer,
    )

    const [, stop, order, change, stopAll] = run.called.map(({ words }) => words)
    const published = (periodiciteTransmission: string) => ({
      optionPublication: [{ mesuresCorrigees: false, periodiciteTransmission }],
    })
    expect(stop).toMatchObject({ serviceSouscritId: '2' })
    expect(order).toMatchObject({
      servicesSouscrits: {
        serviceSouscrit: [
          { typeDonnees: 'CDC', optionsPublication: published('P1D') },
          { typeDonnees: 'IDX', optionsPublication: published('P1D') },
        ],
      },
    })
    expect(change).toMatchObject({
      servicesSouscrits: {
        serviceSouscrit: [{ serviceSouscritId: '8', ajouterOptionsPublication: published('P1M') }],
      },
    })
    expect(stopAll).toMatchObject({ servicesSouscrits: { serviceSouscritId: ['8', '9'] } })
  })
})
