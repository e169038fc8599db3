import { describe, expect, test } from 'vitest'
import { claireAt, openApis, type Apis } from '../../../support/enedis-apis.ts'

const apiNames = [
  'situation_contrat_auto',
  'synth_contrat_auto',
  'donnees_generales_auto',
  'alimentation_auto',
  'comptage_auto',
] as const
type Api = (typeof apiNames)[number]

const ask = (apis: Apis, api: Api, prm = apis.prm()) => apis.read(`/${api}/v1/${prm}`)
async function bodyOf<Body = Record<string, unknown>>(apis: Apis, api: Api): Promise<Body> {
  return (await (await ask(apis, api)).json()) as Body
}
async function refusedAs(answer: Response) {
  const body = (await answer.json()) as { error: string; error_description: string }
  return [answer.status, body.error, body.error_description]
}

type Situation = Record<string, unknown> & { segment: string; subscribed_power?: { value: string } }
const selfConsumer = claireAt({ production: {}, powerKva: 6 })
const company = {
  customers: {
    bakery: {
      kind: 'legalEntity',
      usagePoints: { oven: { segment: 'C4', commissionedOn: '2019-08-27' } },
      consented: true,
    },
  },
} as const

describe('the contracts of a usage point', () => {
  test('are a list even of one, with their holder', async () => {
    const [contract, ...others] = await bodyOf<Situation[]>(await openApis(), 'situation_contrat_auto')

    expect(others).toEqual([])
    expect(contract).toMatchObject({
      contract_start: '2013-08-14T00:00:00+0200',
      contract_type: 'Contrat GRD-F',
      contractor: 'UN FOURNISSEUR',
      subscribed_power: { unit: 'kVA', value: '9' },
      segment: 'C5',
      customer: { customer: { adress: { line7: 'FRANCE' } } },
      person: { firstname: expect.any(String) as string },
    })
    expect(contract).not.toHaveProperty('distribution_tariff_profile')
  })

  test('are two where the holder consumes and produces, and the second has no power', async () => {
    const contracts = await bodyOf<Situation[]>(await openApis(selfConsumer), 'situation_contrat_auto')

    expect(contracts.map(({ segment, contract_type }) => [segment, contract_type])).toEqual([
      ['C5', 'Contrat GRD-F'],
      ['P4', 'Contrat GRD-A'],
    ])
    expect(contracts.map((one) => one.subscribed_power?.value)).toEqual(['6', undefined])
    expect(contracts[1]).not.toHaveProperty('distribution_tariff')
  })

  test('name an organization and the power of each class where the segment has these', async () => {
    const apis = await openApis(company)
    const answer = await ask(apis, 'situation_contrat_auto', apis.prm('bakery.oven'))

    const [contract] = (await answer.json()) as Situation[]
    expect(contract).toMatchObject({
      segment: 'C4',
      distribution_tariff_profile: [
        { name: 'Heures Creuses Saison Basse', power: { value: '72', unit: 'kVA' } },
        { name: 'Heures Pleines Saison Basse' },
        { name: 'Heures Creuses Saison Haute' },
        { name: 'Heures Pleines Saison Haute' },
      ],
      organization: { siret_number: expect.stringMatching(/^\d{14}$/) as string },
    })
    expect(contract).not.toHaveProperty('person')
  })

  test('keep to themselves what of the holder was not consented to', async () => {
    const told = async (data: ('contract' | 'identity' | 'contact')[]) => {
      const [contract] = await bodyOf<Situation[]>(await openApis(claireAt({}, { data })), 'situation_contrat_auto')
      return ['customer', 'person', 'contact_data'].filter((name) => name in (contract ?? {}))
    }

    expect(await told(['contract'])).toEqual([])
    expect(await told(['contract', 'identity'])).toEqual(['customer', 'person'])
    expect(await told(['contract', 'contact'])).toEqual(['contact_data'])
  })

  test('are as they stand today, once somebody else supplies the point or its power has changed', async () => {
    const apis = await openApis()
    await apis.utility('changeSupplier', { usagePoint: 'claire.home', on: '2026-10-01', contractor: 'UN AUTRE' })
    await apis.utility('changeTerms', { usagePoint: 'claire.home', powerKva: 12 })

    const [contract] = await bodyOf<Situation[]>(apis, 'situation_contrat_auto')
    const synthesis = await bodyOf(apis, 'synth_contrat_auto')

    expect(contract).toMatchObject({ contractor: 'UN AUTRE', subscribed_power: { value: '12' } })
    expect(synthesis).toMatchObject({ last_subscribed_power_change_date: '2026-10-05T00:00:00+0200' })
  })
})

describe('the synthesis', () => {
  test('names segments and the days from which there are data', async () => {
    const told = claireAt({ production: {}, producesSince: '2024-12-02', movedIn: '2020-01-15' })

    expect(await bodyOf(await openApis(told), 'synth_contrat_auto')).toEqual({
      segments: [{ segment: 'C5' }, { segment: 'P4' }],
      generation_last_activation_date: '2024-12-02T00:00:00+0100',
      consumption_last_activation_date: '2020-01-15T00:00:00+0100',
      last_subscribed_power_change_date: '2020-01-15T00:00:00+0100',
      services_level: 'Communicant (ouvert aux services)',
    })
  })

  test('leaves out what a point that only produces does not have', async () => {
    const body = await bodyOf(await openApis(claireAt({ consumption: null, production: {} })), 'synth_contrat_auto')

    expect(Object.keys(body)).toEqual(['segments', 'generation_last_activation_date', 'services_level'])
  })

  test.each([
    ['label', '1', 'Communicant (non ouvert aux services)'],
    ['code', '1', '1'],
    ['code', '2', '2'],
  ] as const)('tells the services level by its %s: %s is %s', async (servicesLevel, level, says) => {
    const told = claireAt({ servicesLevel: level })

    const body = await bodyOf(await openApis(told, { dialect: { servicesLevel } }), 'synth_contrat_auto')

    expect(body.services_level).toBe(says)
  })
})

test('the general data are the address in Enedis’s own parts', async () => {
  const address = { numberAndStreet: '1 RUE DE LA MER', postalCode: '84160', city: 'CADENET', inseeCode: '84026' }

  expect(await bodyOf(await openApis(claireAt({ address })), 'donnees_generales_auto')).toEqual({
    address: { number_street_name: '1 RUE DE LA MER', postal_code_city: '84160 CADENET', insee_code: '84026' },
  })
})

test('the supply names its meter by a number, which loses leading zeros', async () => {
  const told = claireAt({ meter: { serialNumber: '012345678901' }, production: {}, phases: 3 })

  expect(await bodyOf(await openApis(told), 'alimentation_auto')).toEqual({
    serial_number: 12_345_678_901,
    connection_state: 'Alimenté',
    voltage_level: 'BT<=36kVA',
    phase_count: 3,
    consumption_connection_power: { value: '12', unit: 'kVA' },
    generation_connection_power: { value: '12', unit: 'kVA' },
    nominal_service_voltage: { value: '400', unit: 'V' },
  })
})

describe('the metering', () => {
  test('names the meter, what it is set to, and when it is off-peak', async () => {
    const told = claireAt({ offPeak: 'HC (22H50-6H50)', tariff: 'BTINFMUDT', meter: { serialNumber: '7' } })

    expect(await bodyOf(await openApis(told), 'comptage_auto')).toEqual({
      dispositifComptage: { typeComptage: { code: 'AMM', libelle: 'Compteur Linky' } },
      compteurs: [
        {
          numeroSerie: '7',
          regimePropriete: 'Concession',
          puissanceProgrammee1: { valeur: '9', unite: 'kVA' },
          programmationHoraire: { posteHoraire1: 'Heures Creuses', posteHoraire2: 'Heures Pleines' },
        },
      ],
      relais: { plageHeuresCreuses: 'HC (22H50-6H50)' },
    })
  })

  test('has no relay without off-peak hours, and no powers without consumption', async () => {
    const base = await bodyOf(await openApis(claireAt({ calendar: 'BASE' })), 'comptage_auto')
    const sun = await bodyOf(await openApis(claireAt({ consumption: null, production: {} })), 'comptage_auto')

    expect(base).not.toHaveProperty('relais')
    expect(JSON.stringify(sun)).not.toMatch(/puissanceProgrammee|programmationHoraire/)
  })
})

describe.each(apiNames)('%s', (api) => {
  test('wants the usage point in the path, in the query it is not looked for', async () => {
    const inQuery = (apis: Apis) => apis.read(`/${api}/v1`, { pointId: apis.prm(), usage_point_id: apis.prm() })

    const friendly = await refusedAs(await inQuery(await openApis()))
    const faithful = await inQuery(await openApis(claireAt(), { dialect: { outOfSpec: 'faithful' } }))

    expect(friendly).toEqual([400, 'Invalid_request', 'Le paramètre usage_point_id est obligatoire'])
    expect(faithful.status).toBe(500)
  })

  test('refuses a number that is none, and a usage point nobody has consented about', async () => {
    const apis = await openApis()

    expect((await refusedAs(await ask(apis, api, '2500'))).slice(0, 2)).toEqual([400, 'Invalid_request'])
    expect((await refusedAs(await ask(apis, api, '25000000009974'))).slice(0, 2)).toEqual([403, 'ADAM-DC-0008'])
  })

  test('stops where the consent brings no such service', async () => {
    const apis = await openApis(claireAt({}, { data: ['loadCurve', 'dailyEnergy'] }))

    expect(await refusedAs(await ask(apis, api))).toEqual([
      400,
      'Bad request',
      'Pas de services souscrits, le flux est stoppé.',
    ])
  })

  test('stops until the services of a consent have come up', async () => {
    const apis = await openApis({ ...claireAt(), timings: { servicesDelay: 'PT10M' } })

    const early = await refusedAs(await ask(apis, api))
    await apis.world.advance('PT10M')

    expect(early.slice(0, 2)).toEqual([400, 'Bad request'])
    expect((await ask(apis, api)).status).toBe(200)
  })

  test('is refused once the consent is taken back, and in trouble', async () => {
    const apis = await openApis()
    await apis.utility('fail', { api, refusal: 'technicalErrorNested' })
    const troubled = await ask(apis, api)
    await apis.utility('recover', { api })
    await apis.customer('revoke', { as: 'claire' })

    expect([troubled.status, await troubled.json()]).toEqual([
      500,
      { error: { code: 500, message: 'Erreur Technique - 500' } },
    ])
    expect((await refusedAs(await ask(apis, api))).slice(0, 2)).toEqual([403, 'ADAM-DC-0008'])
  })

  test('must be subscribed to', async () => {
    const apis = await openApis({ ...claireAt(), you: { apis: ['mesure_synchrone_auto'] } })

    const answer = await ask(apis, api)

    expect([answer.status, await answer.json()]).toMatchObject([403, { code: '900908' }])
  })
})
