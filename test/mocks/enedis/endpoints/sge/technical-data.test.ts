import fc from 'fast-check'
import { expect, test } from 'vitest'
import { contract, login, openSge, type Sge, type Told } from '../../../../support/enedis-sge.ts'
import { codeOf, told } from '../../../../support/enedis-sge-replies.ts'

type PointTold = NonNullable<NonNullable<Told['customers']>[string]['usagePoints']>[string]

const at = (home: PointTold = {}): Told => ({ customers: { claire: { usagePoints: { home } } } })
const prmIn = (sge: Sge) => sge.state(({ names }) => names.usagePoint['claire.home'] as string)

const asking = (pointId: string, autorisationClient?: boolean) => ({
  pointId,
  loginUtilisateur: login,
  ...(autorisationClient !== undefined && { autorisationClient }),
})

async function pointTold(home: PointTold, autorisationClient?: boolean) {
  const sge = await openSge(at(home), { probing: false })
  return (await told(sge, 'donneesTechniquesContractuelles', asking(prmIn(sge), autorisationClient))).point
}

const home = {
  commissionedOn: '2019-03-04',
  powerKva: 6,
  offPeak: 'HC (22H50-6H50)',
  address: { numberAndStreet: '1 RUE DE LA MER', postalCode: '84160', city: 'CUCURON', inseeCode: '84042' },
}

test('with an authorisation everything is told of a home', async () => {
  const point = await pointTold(home, true)

  expect(point).toMatchObject({
    donneesGenerales: {
      etatContractuel: { code: 'SERVC' },
      adresseInstallation: {
        numeroEtNomVoie: '1 RUE DE LA MER',
        codePostal: '84160',
        commune: { code: '84042', libelle: 'CUCURON' },
      },
      dateDerniereModificationFormuleTarifaireAcheminement: '2019-03-04',
      segment: { code: 'C5' },
      niveauOuvertureServices: '2',
    },
    situationAlimentation: {
      alimentationPrincipale: {
        domaineTension: { code: 'BTINF' },
        puissanceRaccordementSoutirage: { valeur: '12', unite: 'kVA' },
      },
    },
    situationComptage: {
      dispositifComptage: {
        typeComptage: { code: 'AMM' },
        disjoncteur: { calibre: { code: '60' } },
        relais: { plageHeuresCreuses: 'HC (22H50-6H50)' },
      },
    },
    situationContractuelle: {
      structureTarifaire: {
        formuleTarifaireAcheminement: { code: 'BTINFMU4' },
        puissanceSouscriteMax: { valeur: '6', unite: 'kVA' },
        calendrierFrn: { code: 'FC000002' },
      },
    },
  })
})

test('of a company the powers of all classes and the ways to call its meter up are told, too', async () => {
  const { situationComptage, situationContractuelle } = await pointTold({ segment: 'C4', meter: { type: 'CJE' } }, true)
  const [meter] = situationComptage?.dispositifComptage?.compteurs?.compteur ?? []
  const powers = situationContractuelle?.structureTarifaire?.denivelePuissances?.classesTemporelles?.classeTemporelle

  expect(meter?.parametresTeleAcces).toMatchObject({ numeroTelephone: expect.stringMatching(/^01 99 00/) as string })
  expect(situationComptage?.mediaReleve?.code).toBe('RTC')
  expect(powers?.map(({ code, puissance }) => [code, puissance.valeur])).toEqual([
    ['HCB', '72'],
    ['HPB', '72'],
    ['HCH', '72'],
    ['HPH', '72'],
  ])
})

test('a meter that speaks IP is called up by no number, and one that does not communicate is read on foot', async () => {
  const company = await pointTold({ segment: 'C4' }, true)
  const home = await pointTold({ servicesLevel: '0', consumption: { curve: 'never' } }, true)
  const [meter] = company.situationComptage?.dispositifComptage?.compteurs?.compteur ?? []

  expect(company.situationComptage?.mediaReleve?.code).toBe('IP')
  expect(meter?.parametresTeleAcces).toEqual({ cle: expect.stringMatching(/^\d{4}$/) as string })
  expect(home.situationComptage).toMatchObject({ modeReleve: { code: 'PIED' } })
  expect(home.situationComptage?.mediaReleve).toBeUndefined()
})

test.each([false, undefined])(
  'authorised %s, a filter takes dates, segment, access and contract away',
  async (authorised) => {
    const point = await pointTold({ segment: 'C4' }, authorised)

    const text = JSON.stringify(point)
    expect(text).not.toMatch(/"date|segment|parametresTeleAcces|situationContractuelle/)
    expect(point.donneesGenerales).toMatchObject({ etatContractuel: { code: 'SERVC' }, niveauOuvertureServices: '2' })
    expect(point.situationComptage?.dispositifComptage?.typeComptage.code).toBe('PMEI')
  },
)

test('tells when more power was subscribed to, and when less', async () => {
  const sge = await openSge(at({ ...home, powerKva: 6 }), { probing: false })
  const asked = asking(prmIn(sge), true)
  await sge.utility('changeTerms', { usagePoint: 'claire.home', on: '2025-02-03', powerKva: 9 })
  await sge.utility('changeTerms', { usagePoint: 'claire.home', on: '2026-10-06', powerKva: 3 })

  const { point } = await told(sge, 'donneesTechniquesContractuelles', asked)

  expect(point.donneesGenerales).toMatchObject({
    dateDerniereAugmentationPuissanceSouscrite: '2025-02-03',
    dateDerniereDiminutionPuissanceSouscrite: '2026-10-06',
    dateDerniereModificationFormuleTarifaireAcheminement: '2019-03-04',
  })
})

test('by the guides to the letter, days carry the offset of their midnight (R33)', async () => {
  const sge = await openSge(at({ ...home, commissionedOn: '2019-07-01' }), {
    probing: false,
    dialect: { soapDateOffset: 'with' },
  })

  const { text } = await sge.ask('donneesTechniquesContractuelles', asking(prmIn(sge), true))

  expect(text).toContain('Acheminement>2019-07-01+02:00</')
})

test('so do those of subscribed services (R33)', async () => {
  const given = at(home)
  const services = { curve: { usagePoint: 'claire.home', ago: 'P2M' } }
  const sge = await openSge({ ...given, sge: { services } }, { probing: false, dialect: { soapDateOffset: 'with' } })
  const criteres = { pointId: prmIn(sge), contratId: contract }

  const { text } = await sge.ask('rechercheServicesSouscrits', { criteres, loginUtilisateur: login })

  expect(text).toMatch(/<dateDebut>2026-08-\d\d\+02:00<\/dateDebut>/)
})

test('a number that no point has is refused, as are those of other grids', async () => {
  const sge = await openSge(at(), { probing: false })

  expect(await codeOf(sge, 'donneesTechniquesContractuelles', asking('99999999999999', true))).toBe('SGT401')
  expect(await codeOf(sge, 'donneesTechniquesContractuelles', asking('97100000000000', true))).toBe('SGT401')
})

test('where check digits must be right, a point with wrong ones is unknown (R43)', async () => {
  const given = at({ prm: '25000000000100' })
  const code = async (prmDigits: string) => {
    const sge = await openSge(given, { probing: false, dialect: { prmDigits } })
    return codeOf(sge, 'donneesTechniquesContractuelles', asking('25000000000100'))
  }

  expect(await code('format')).toBe('200')
  expect(await code('strict')).toBe('SGT401')
})

const anyPoint = fc.record(
  {
    segment: fc.constantFrom('C1', 'C2', 'C3', 'C4', 'C5'),
    calendar: fc.constantFrom('BASE', 'HPHC'),
    servicesLevel: fc.constantFrom('0', '1', '2'),
    phases: fc.constantFrom(1, 3),
    production: fc.constantFrom(null, {}),
    address: fc.record({
      numberAndStreet: fc.string({ minLength: 1, maxLength: 60 }),
      building: fc.option(fc.string({ minLength: 1, maxLength: 60 })),
      locality: fc.option(fc.string({ minLength: 1, maxLength: 60 })),
    }),
  },
  { requiredKeys: ['segment', 'address'] },
)

test("whatever a point is, what is told of it fits Enedis's own schema", async () => {
  await fc.assert(
    fc.asyncProperty(anyPoint, fc.boolean(), async (details, isAuthorised) => {
      const curve = details.servicesLevel === undefined || details.servicesLevel === '2' ? 'always' : 'never'
      const point = await pointTold({ ...details, consumption: { curve } }, isAuthorised)

      expect(point.situationContractuelle === undefined).toBe(!isAuthorised)
    }),
    { numRuns: 40 },
  )
})
