import { describe, expect, test } from 'vitest'
import { login, openSge, type Told } from '../../../../support/enedis-sge.ts'
import { codeOf, told } from '../../../../support/enedis-sge-replies.ts'

type Criteria = Parameters<typeof told<'recherchePoint'>>[2]['criteres']

const person = (lastName: string) => ({
  kind: 'naturalPerson' as const,
  title: 'MME' as const,
  firstName: 'CLAIRE',
  lastName,
})
const company = {
  kind: 'legalEntity' as const,
  name: "BOULANGERIE DE L'ÉTÉ",
  tradingName: 'BOULANGERIE',
  industry: 'Boulangerie',
  businessCode: '1071C',
  siret: '00012345600018',
}
const bySea = { numberAndStreet: '1 RUE DE LA MER', postalCode: '84160', city: 'CUCURON', inseeCode: '84042' }

/** Four customers by the sea of a town without one, and nobody has signed anything. */
const town: Told = {
  customers: {
    claire: { identity: person('TEST'), usagePoints: { home: { address: bySea } } },
    nadia: { identity: person('TESSON DE L’EST'), usagePoints: { home: { address: bySea } } },
    next: {
      identity: person('LEROUX'),
      usagePoints: {
        home: {
          address: {
            ...bySea,
            numberAndStreet: '11 rue de la Mer prolongée jusqu’au phare du Planier',
            staircaseFloorApartment: 'ESC B',
            locality: 'L’Étang',
          },
        },
      },
    },
    baker: {
      identity: company,
      usagePoints: { shop: { segment: 'C4', address: bySea, meter: { serialNumber: '930000000001' } } },
    },
  },
  sge: { authorisations: {} },
}

const place = { adresseInstallation: { codePostal: '84160', codeInseeCommune: '84042' } }
const asking = (criteres: Criteria) => ({ criteres, loginUtilisateur: login })

async function found(criteres: Criteria, given: Told = town) {
  const world = await openSge(given, { probing: false })
  const { points } = await told(world, 'recherchePoint', asking(criteres))
  return points?.point ?? []
}

async function refusal(criteres: Criteria, given: Told = town) {
  return codeOf(await openSge(given, { probing: false }), 'recherchePoint', asking(criteres))
}

describe('points are found', () => {
  test('by the two codes of their municipality', async () => {
    expect(await found(place)).toHaveLength(4)
    expect(await found({ adresseInstallation: { codePostal: '84161', codeInseeCommune: '84042' } })).toEqual([])
  })

  test('by whole words of their street, in whatever case they are written', async () => {
    const street = (numeroEtNomVoie: string) =>
      found({ adresseInstallation: { ...place.adresseInstallation, numeroEtNomVoie } })

    expect(await street('1 rue de la mer')).toHaveLength(3)
    expect(await street('RUE DE LA MER')).toHaveLength(4)
    expect(await street('RUE DE LA ME')).toEqual([])
  })

  test('by a part of a name', async () => {
    const named = (nomClientFinalOuDenominationSociale: string) =>
      found({ ...place, nomClientFinalOuDenominationSociale, rechercheHorsPerimetre: true })

    expect(await named('TEST')).toHaveLength(1)
    expect(await named('EST')).toHaveLength(2)
    expect(await named('TES')).toHaveLength(2)
    expect(await named('boulangerie de l’ete')).toHaveLength(1)
  })

  test('by what their customers are, and by their voltage', async () => {
    expect(await found({ ...place, categorieClientFinalCode: 'PRO' })).toHaveLength(1)
    expect(await found({ ...place, categorieClientFinalCode: 'RES' })).toHaveLength(3)
    expect(await found({ ...place, domaineTensionAlimentationCode: 'BTSUP' })).toHaveLength(1)
  })

  test('by the number of a meter or of a company alone', async () => {
    expect(await found({ matriculeOuNumeroSerie: '930000000001' })).toHaveLength(1)
    expect(await found({ numSiret: '00012345600018' })).toHaveLength(1)
    expect(await found({ numSiret: '00012345600019' })).toEqual([])
  })
})

test('a search within the perimeter finds points that somebody has signed for, or that have a service', async () => {
  const given: Told = {
    ...town,
    sge: {
      authorisations: { hers: { customer: 'claire' }, over: { customer: 'nadia', validUntil: '2026-10-05' } },
      services: { curve: { usagePoint: 'baker.shop' }, gone: { usagePoint: 'next.home', until: '2026-10-05' } },
    },
  }

  expect(await found({ ...place, rechercheHorsPerimetre: false }, given)).toHaveLength(2)
  expect(await found({ ...place, rechercheHorsPerimetre: false })).toEqual([])
  expect(await found({ ...place, rechercheHorsPerimetre: true })).toHaveLength(4)
})

test('a point is told with its address in seven lines, its meter and its state', async () => {
  const [point] = await found({
    adresseInstallation: { ...place.adresseInstallation, numeroEtNomVoie: '11 RUE DE LA MER' },
  })

  expect(point).toEqual({
    id: expect.stringMatching(/^\d{14}$/) as string,
    adresseInstallationNormalisee: {
      ligne2: 'ESC B',
      ligne4: '11 RUE DE LA MER PROLONGEE JUSQU AU PH',
      ligne5: 'L ETANG',
      ligne6: '84160 CUCURON',
      ligne7: 'FRANCE',
    },
    matricule: [expect.stringMatching(/^\d{12}$/)],
    numeroSerie: [],
    typeComptage: { code: 'AMM', libelle: 'Compteur Linky' },
    etatContractuel: { code: 'SERVC', libelle: 'En service' },
  })
})

test('a company has the serial number of its meter', async () => {
  const [point] = await found({ numSiret: '00012345600018' })

  expect(point).toMatchObject({ matricule: [], numeroSerie: ['930000000001'] })
})

test('who lives there is told to those who knew, or whom the customer has let know', async () => {
  const given: Told = { ...town, sge: { authorisations: { hers: { customer: 'claire' } } } }
  const names = async (criteres: Criteria) =>
    (await found(criteres, given)).map((one) => one.nomClientFinalOuDenominationSociale)

  expect(await names(place)).toEqual(['TEST', undefined, undefined, undefined])
  expect(await names({ ...place, nomClientFinalOuDenominationSociale: 'LEROUX' })).toEqual(['LEROUX'])
})

test('where another operator runs the grid there is no point', async () => {
  expect(await found({ ...place, domaineTensionAlimentationCode: 'HTB' })).toEqual([])
  expect(await found({ adresseInstallation: { codePostal: '97110', codeInseeCommune: '97120' } })).toEqual([])
  expect(await found({ adresseInstallation: { codePostal: '20000', codeInseeCommune: '2A004' } })).toEqual([])
})

test.each<[string, Criteria]>([
  ['SGT4F7', { adresseInstallation: { numeroEtNomVoie: '1 RUE DE LA MER', codeInseeCommune: '84042' } }],
  ['SGT4F7', { adresseInstallation: { codePostal: '84160' }, nomClientFinalOuDenominationSociale: 'TEST' }],
  ['SGT4F7', {}],
  ['SGT4F6', { adresseInstallation: { codePostal: '84160', codeInseeCommune: '99001' } }],
  ['SGT4F6', { adresseInstallation: { codePostal: '84160', codeInseeCommune: '84000' } }],
  ['SGT432', { adresseInstallation: { codePostal: '00160', codeInseeCommune: '84042' } }],
  ['SGT4F10', { ...place, nomClientFinalOuDenominationSociale: 'TE', rechercheHorsPerimetre: true }],
])('a search is refused with %s: %j', async (code, criteres) => {
  expect(await refusal(criteres)).toBe(code)
})

test('a short name is enough within the perimeter', async () => {
  expect(await refusal({ ...place, nomClientFinalOuDenominationSociale: 'TE', rechercheHorsPerimetre: false })).toBe(
    '200',
  )
})

test('two hundred points are told, and more are too many', async () => {
  const street = (houses: number): Told => ({
    customers: {
      baker: {
        identity: company,
        usagePoints: Object.fromEntries(
          Array.from({ length: houses }, (_, at) => [
            `shop${at}`,
            { address: { ...bySea, numberAndStreet: `${at} QUAI` } },
          ]),
        ),
      },
    },
  })

  expect(await found(place, street(200))).toHaveLength(200)
  expect(await refusal(place, street(201))).toBe('SGT4F8')
})
