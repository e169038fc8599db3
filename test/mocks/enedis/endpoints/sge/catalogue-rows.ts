import type { SgeServiceName } from '../../../../../mocks/enedis/model/index.ts'
import type { sge } from '../../../../../mocks/enedis/wire/sge/index.ts'
import type { ContentOf } from '../../../../../src/toolbox/soap/index.ts'
import { contract, login } from '../../../../support/enedis-sge.ts'

type Request<Name extends SgeServiceName> = ContentOf<(typeof sge)[Name]['request']>

/** What the platform is known to answer: a code or one of several, its words, and what its reply holds or lacks. */
export type Known = { codes: readonly string[]; says?: string; holds?: RegExp; lacks?: RegExp }
/** A case of the published lists: what is asked of which service, and what is known of the answer. */
export type Row = Known & { id: string; service: SgeServiceName; body: object }

/** The day on which the cases are run. */
export const today = '2022-03-15'
/** Points by what the cases use them for. */
const [home, shop, unreachable] = ['25884515170669', '98800000000246', '25128509404458']
const [yearHome, yearShop, historyShop] = ['25957452924301', '98800005782026', '98800005144497']
const [curveHome, curveShop] = ['25478147557460', '30001610071843']
const ok = ['SGT200'] as const
const orActive = ['SGT200', 'SGT570'] as const
/** Nobody can know the names of an anonymised copy. */
const person = { personnePhysique: { civilite: 'M', nom: 'ANONYME', prenom: 'JEAN' } }

const search = (id: string, asked: object, known: Known): Row => {
  const { codePostal, codeInseeCommune, numeroEtNomVoie, ...others } = asked as Record<string, string>
  const place = { ...(numeroEtNomVoie && { numeroEtNomVoie }), ...(codePostal && { codePostal }), codeInseeCommune }
  const criteres = { adresseInstallation: place, ...others, rechercheHorsPerimetre: true }
  return { id, service: 'recherchePoint', body: { criteres, loginUtilisateur: login }, ...known }
}

const technical = (id: string, pointId: string, autorisationClient: boolean, known: Known): Row => {
  const body = { pointId, loginUtilisateur: login, autorisationClient }
  return { id, service: 'donneesTechniquesContractuelles', body, ...known }
}

const readings = (id: string, pointId: string, autorisationClient: boolean, known: Known): Row => {
  const body = { pointId, loginDemandeur: login, contratId: contract, autorisationClient }
  return { id, service: 'consultationMesures', body, ...known }
}

type Detailed = Request<'mesuresDetailleesV2'>['demande']
const detailed = (id: string, pointId: string, asked: Partial<Detailed>, known: Known): Row => {
  const curve = { mesuresTypeCode: 'COURBE', grandeurPhysique: 'PA', dateDebut: '2022-03-01', dateFin: '2022-03-07' }
  const usual = { soutirage: true, injection: false, mesuresCorrigees: false, accordClient: true }
  const demande = { initiateurLogin: login, pointId, ...curve, ...usual, ...asked }
  return { id, service: 'mesuresDetailleesV2', body: { demande }, ...known }
}

type Access = Request<'commandeCollecte'>['demande']['accesMesures']
const order = (id: string, pointId: string, asked: Partial<Access>, known: Known, accord = true): Row => {
  const isHome = pointId.startsWith('25')
  const accesMesures = {
    dateDebut: today,
    dateFin: '2022-06-30',
    declarationAccordClient: { accord, ...person },
    mesuresTypeCode: 'CDC',
    ...{ soutirage: true, injection: false, mesuresPas: isHome ? 'PT30M' : 'PT10M', mesuresCorrigees: false },
    ...{ transmissionRecurrente: true, periodiciteTransmission: 'P1D' },
    ...asked,
  }
  const donneesGenerales = { objetCode: 'AME', pointId, initiateurLogin: login, contratId: contract }
  return { id, service: 'commandeCollecte', body: { demande: { donneesGenerales, accesMesures } }, ...known }
}

const withinTheDay = (id: string, accordClient: boolean, known: Known): Row => {
  const directions = { injection: false, soutirage: true }
  const declarationAccordClient = [{ accordClient, ...directions, ...person }]
  const accesDonnees = { declarationAccordClient, ...directions, cdc: true, idx: true, ptd: false }
  const donneesGenerales = { objetCode: 'AME', pointId: shop, initiateurLogin: login, contratId: contract }
  return { id, service: 'commandeInfraJ', body: { demande: { donneesGenerales, accesDonnees } }, ...known }
}

const history = (id: string, pointId: string, asked: { dateDebut: string; mesureType: string }, known: Known): Row => {
  const declarationAccordClient = { accordClient: true, ...person }
  const historiqueMesures = { dateFin: '2022-03-01', declarationAccordClient, mesureCorrigee: false, ...asked }
  const donneesGenerales = { objetCode: 'HDM', contratId: contract, pointId, initiateurLogin: login }
  return { id, service: 'commandeHistorique', body: { demande: { donneesGenerales, historiqueMesures } }, ...known }
}

/** The first service of the catalogue that a reply names, by its sheet or its option. */
const brings = (word: 'fiche' | 'option', codes: string) => new RegExp(`<${word} code="(${codes})"`)
const collectionOnly = {
  transmissionRecurrente: false,
  periodiciteTransmission: undefined,
} as unknown as Partial<Access>
const indexes = { mesuresTypeCode: 'IDX', mesuresPas: 'P1D' }
const tooManyPoints = 'La recherche de points renvoie trop de résultats. Veuillez affiner les critères de recherche.'
const notEligible = "Le demandeur n'est pas éligible à la consultation des données de mesures sur le point."
const wrongDuration = 'La durée demandée n’est pas compatible avec le type de mesure demandé'
const noAgreement = 'Le client doit avoir donné son accord pour la transmission de ses données de mesure.'
const overOneYear =
  "La date de fin doit être renseignée et la durée demandée pour l'accès aux données de mesures ne doit pas excéder 1 an."
const agreementNeeded = "Ce service nécessite l'accord du client."
const street = { numeroEtNomVoie: '1 RUE DE LA MER', codePostal: '84160', codeInseeCommune: '84042' }

/** The homologation table of client S1, row by row, in the order of its packages. */
export const rows: readonly Row[] = [
  search(
    'RP-R1',
    {
      codePostal: '34650',
      codeInseeCommune: '34231',
      domaineTensionAlimentationCode: 'BTINF',
      categorieClientFinalCode: 'RES',
    },
    { codes: ok, holds: /^(?!(.*<point id=){200}).*<point id=/s },
  ),
  search(
    'RP-R2',
    { ...street, nomClientFinalOuDenominationSociale: 'TEST' },
    { codes: ok, holds: /^(?!(.*<point id=){2}).*<point id=/s },
  ),
  search(
    'RP-R3 EST',
    { ...street, nomClientFinalOuDenominationSociale: 'EST' },
    { codes: ok, holds: /(.*<point id=){2}/s },
  ),
  search(
    'RP-R3 TES',
    { ...street, nomClientFinalOuDenominationSociale: 'TES' },
    { codes: ok, holds: /(.*<point id=){2}/s },
  ),
  search(
    'RP-NR1',
    { codePostal: '13100', codeInseeCommune: '13001', categorieClientFinalCode: 'PRO' },
    { codes: ['SGT4F8'], says: tooManyPoints },
  ),
  search(
    'RP-NR2',
    { numeroEtNomVoie: '1 RUE DE LA MER', codeInseeCommune: '84042' },
    { codes: ['SGT4F7'], says: 'Les critères renseignés ne sont pas suffisants.' },
  ),

  ...['98800007059999', '25946599093143'].flatMap((point) => [
    technical(`ADP-R1 ${point}`, point, true, {
      codes: ok,
      holds: new RegExp(`<point id="${point}".*etatContractuel.*situationContractuelle`, 's'),
    }),
    technical(`ADP-R2 ${point}`, point, false, {
      codes: ok,
      holds: /etatContractuel/,
      lacks: /situationContractuelle/,
    }),
  ]),
  technical('ADP-NR1', '99999999999999', true, { codes: ['SGT401'], says: 'Demande non recevable : point inexistant' }),

  ...[yearShop, yearHome].flatMap((point) => [
    readings(`AHC-R1 ${point}`, point, true, { codes: ok, holds: /GrilleTurpe>.*<serie>/s }),
    readings(`AHC-NR1 ${point}`, point, false, { codes: ['SGT4G2'], says: notEligible }),
  ]),

  ...[curveShop, curveHome].map((point) =>
    detailed(
      `CMD2-R1 ${point}`,
      point,
      {},
      { codes: [], holds: new RegExp(`<pointId>${point}</pointId>.*<mesure>`, 's') },
    ),
  ),
  detailed(
    'CMD2-R2',
    curveHome,
    { mesuresTypeCode: 'ENERGIE', grandeurPhysique: 'EA', mesuresPas: 'P1D', dateDebut: '2022-02-01' },
    { codes: [], holds: /<unite>Wh<\/unite>.*<mesure>/s },
  ),
  detailed(
    'CMD2-R3',
    curveHome,
    { mesuresTypeCode: 'PMAX', grandeurPhysique: 'PMA', mesuresPas: 'P1D', dateDebut: '2022-02-01' },
    { codes: [], holds: /<unite>VA<\/unite>.*<mesure>/s },
  ),
  detailed(
    'CMD2-R4',
    curveHome,
    {
      mesuresTypeCode: 'PMAX',
      grandeurPhysique: 'PMA',
      mesuresPas: 'P1M',
      dateDebut: '2021-09-01',
      dateFin: '2022-03-01',
    },
    { codes: [], holds: /<p>P1M<\/p>|<mesure>/ },
  ),
  detailed('CMD2-NR1', curveHome, { dateFin: '2022-03-10' }, { codes: ['SGT4L8'], says: wrongDuration }),
  detailed('CMD2-NR2', curveHome, { accordClient: false }, { codes: ['SGT4K2'], says: noAgreement }),

  order('F300C_O1', home, {}, { codes: orActive, holds: brings('option', 'F300CO1') }),
  order('F300C_O2', home, collectionOnly, { codes: orActive, holds: /F300CO2|SGT570/ }),
  order('F300B_O1', shop, {}, { codes: orActive, holds: brings('option', 'F300BO1') }),
  order('F300B_O2', curveShop, collectionOnly, { codes: orActive, holds: brings('option', 'F300BO2') }),
  order('F305', home, indexes, { codes: orActive, holds: /code="F305"|SGT570/ }),
  order('F305A', shop, indexes, { codes: orActive, holds: brings('fiche', 'F305A') }),
  order('F305C', home, { ...indexes, dateFin: '2023-03-14' }, { codes: orActive, holds: brings('fiche', 'F305C') }),
  order('F300C_O1_NR', home, { dateFin: '2023-04-15' }, { codes: ['SGT4H4'], says: overOneYear }),
  order('F300C_O2_NR', home, collectionOnly, { codes: ['SGT566'], says: agreementNeeded }, false),
  order('F305_NR', home, indexes, { codes: ['SGT566'], says: agreementNeeded }, false),
  order(
    'F300C_O3-NR',
    unreachable,
    {},
    {
      codes: ['SGT589'],
      says: 'La demande ne peut pas aboutir car le compteur n’est actuellement pas téléopérable.',
    },
  ),
  {
    id: 'RS-R1',
    service: 'rechercheServicesSouscrits',
    body: { criteres: { pointId: home, contratId: contract }, loginUtilisateur: login },
    codes: ok,
    holds: /<serviceSouscritMesures>/,
  },

  withinTheDay('F375A-R1', true, { codes: ok, holds: brings('fiche', 'F375A') }),
  withinTheDay('F375A-NR1', false, { codes: ['SGT566'], says: agreementNeeded }),

  history(
    'F380-R1',
    yearHome,
    { mesureType: 'CDC', dateDebut: '2021-09-01' },
    { codes: ok, holds: brings('fiche', 'F380') },
  ),
  history(
    'F385B-R1',
    historyShop,
    { mesureType: 'IDX', dateDebut: '2021-09-01' },
    { codes: ok, holds: brings('fiche', 'F385B') },
  ),
  history(
    'F380-NR1',
    yearHome,
    { mesureType: 'CDC', dateDebut: '2018-01-01' },
    { codes: ['SGT4L8'], says: wrongDuration },
  ),
  history(
    'F385B-NR1',
    historyShop,
    { mesureType: 'IDX', dateDebut: '2016-01-01' },
    { codes: ['SGT4L8'], says: wrongDuration },
  ),
]

/** What the platform was seen to answer while it was broken; the other rows are as ever. Source: CATALOGUE, report of 2022. */
export const broken: Readonly<Record<string, Known>> = {
  F300B_O1: { codes: ['SGT500'] },
  F300B_O2: { codes: ['SGT500'] },
  F305A: { codes: ['SGT500'] },
  'F375A-R1': { codes: ['SGT500'] },
  'F375A-NR1': { codes: ['SGT500'] },
}

/** The stop of a service that the search has found. */
export const stop = (serviceSouscritId: string): object => ({
  demande: {
    donneesGenerales: { objetCode: 'ASS', pointId: home, initiateurLogin: login, contratId: contract },
    arretServiceSouscrit: { serviceSouscritId },
  },
})
