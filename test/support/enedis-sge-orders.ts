import type { SgeServiceName } from '../../mocks/enedis/model/index.ts'
import type { sge } from '../../mocks/enedis/wire/sge/index.ts'
import type { ContentOf } from '../../src/toolbox/soap/index.ts'
import { contract, login, openSge, type Sge, type Told } from './enedis-sge.ts'
import { told } from './enedis-sge-replies.ts'

type Request<Name extends SgeServiceName> = ContentOf<(typeof sge)[Name]['request']>

/** The day on which orders are made in tests, and one a year later. */
export const today = '2026-10-06'
export const inAYear = '2027-10-06'

/** Claire and her home; a bakery at a point of C4; people whose points have something wrong with them. */
export const village = {
  customers: {
    claire: {
      identity: { kind: 'naturalPerson', title: 'MME', firstName: 'Claire', lastName: 'Lefèvre-Roy' },
      usagePoints: {
        home: { segment: 'C5', consumption: { curve: 'never' } },
        sunny: { segment: 'C5', production: {} },
        panels: { segment: 'C5', consumption: null, production: {} },
        closed: { segment: 'C5', servicesLevel: '1' },
        private: { segment: 'C5', opposesCurve: true },
      },
    },
    bakery: {
      identity: {
        kind: 'legalEntity',
        name: 'BOULANGERIE DU PORT',
        tradingName: 'Au Bon Pain',
        industry: 'Boulangerie',
        businessCode: '1071C',
        siret: '00012345900012',
      },
      usagePoints: {
        shop: { segment: 'C4', consumption: { curve: 'never' } },
        old: { segment: 'C4', meter: { type: 'CJE' } },
        mill: { segment: 'C1' },
      },
    },
    paul: { usagePoints: { flat: 'C5' } },
  },
} satisfies Told

type Options = NonNullable<Parameters<typeof openSge>[1]> & { given?: Told }

/** The village, asked by its real rules. */
export const openVillage = (sge: Told['sge'] = {}, { given = {}, ...options }: Options = {}) =>
  openSge({ ...village, ...given, sge }, { probing: false, ...options })

/** The PRM of a point of the village. */
export const prmOf = (world: Sge, name: string): string =>
  world.state(({ names }) => names.usagePoint[name] ?? 'nobody')

type Subject = { objet?: string; contratId?: string }
const generalOf = (pointId: string, { objet = 'AME', contratId = contract }: Subject = {}) => ({
  objetCode: objet,
  pointId,
  initiateurLogin: login,
  contratId,
})

type Access = Request<'commandeCollecte'>['demande']['accesMesures']

/** An order of the recurrent curve of Claire's, unless it says otherwise. */
export function collection(
  pointId: string,
  more: Partial<Access> = {},
  subject: Subject = {},
): Request<'commandeCollecte'> {
  return {
    demande: {
      donneesGenerales: generalOf(pointId, subject),
      accesMesures: {
        dateDebut: today,
        dateFin: inAYear,
        declarationAccordClient: { accord: true, personnePhysique: { nom: 'LEFEVRE ROY', prenom: 'claire' } },
        mesuresTypeCode: 'CDC',
        soutirage: true,
        injection: false,
        mesuresPas: 'PT30M',
        mesuresCorrigees: false,
        transmissionRecurrente: true,
        periodiciteTransmission: 'P1D',
        ...more,
      },
    },
  }
}

export const company = { accord: true, personneMorale: { denominationSociale: 'Au bon pain' } }

/** What makes an order one of the bakery's. */
export const atWork = { declarationAccordClient: company, mesuresPas: 'PT10M' } as const

/** An order of indexes. */
export const indexes = { mesuresTypeCode: 'IDX', mesuresPas: 'P1D' } as const

/** A stop of a service of the first families. */
export const stopOf = (pointId: string, serviceSouscritId: string, subject: Subject = {}) => ({
  demande: {
    donneesGenerales: generalOf(pointId, { objet: 'ASS', ...subject }),
    arretServiceSouscrit: { serviceSouscritId },
  },
})

type Within = Request<'commandeInfraJ'>['demande']['accesDonnees']

/** An order of everything within the day, of what the bakery draws. */
export function withinTheDay(pointId: string, more: Partial<Within> = {}): Request<'commandeInfraJ'> {
  const flows = { soutirage: true, injection: false }
  return {
    demande: {
      donneesGenerales: generalOf(pointId),
      accesDonnees: {
        declarationAccordClient: [
          { accordClient: true, ...flows, personneMorale: { denominationSociale: 'BOULANGERIE DU PORT' } },
        ],
        ...{ ...flows, cdc: true, idx: true, ptd: true },
        ...more,
      },
    },
  }
}

/** The services that a search of the first families finds. */
export async function searched(world: Sge, pointId: string) {
  const asked = { criteres: { pointId, contratId: contract }, loginUtilisateur: login }
  const { servicesSouscritsMesures } = await told(world, 'rechercheServicesSouscrits', asked)
  return servicesSouscritsMesures?.serviceSouscritMesures ?? []
}

/** The services of access that a search finds. */
export async function accessSearched(world: Sge, pointId: string) {
  const asked = { criteres: { pointId, contratId: contract }, loginUtilisateur: login }
  const { servicesSouscrits } = await told(world, 'rechercheServicesAcces', asked)
  return servicesSouscrits?.serviceSouscrit ?? []
}

type One = Request<'commandeAccesDonnees'>['demande']['accesDonnees']

/** An order of access to Claire's curve for three years. */
export function access(
  pointId: string,
  more: Partial<One> = {},
  subject: { objet?: string; contratId?: string | null } = {},
): Request<'commandeAccesDonnees'> {
  const { objet = 'AME', contratId = contract } = subject
  return {
    demande: {
      donneesGenerales: {
        objetCode: objet,
        pointId,
        initiateurLogin: login,
        contrat: contratId === null ? {} : { contratId },
      },
      accesDonnees: {
        dateDebut: today,
        dateFin: '2029-10-06',
        declarationAccordClient: { accord: true, personnePhysique: { nom: 'Lefèvre-Roy' } },
        typeDonnees: 'CDC',
        soutirage: true,
        injection: false,
        ...more,
      },
    },
  }
}

type General = Request<'commandeServicesAcces'>['demande']['donneesGenerales']
type Kinds = Request<'commandeServicesAcces'>['demande']['servicesSouscrits']['serviceSouscrit']

/** An order of several kinds of Claire's data at once. */
export function accessTo(pointId: string, kinds: Kinds, more: Partial<General> = {}): Request<'commandeServicesAcces'> {
  return {
    demande: {
      donneesGenerales: {
        ...{ pointId, initiateurLogin: login, contratId: contract, sens: 'SOUTIRAGE' as const },
        declarationAccordClient: { accord: true, personnePhysique: { nom: 'Lefèvre-Roy' } },
        ...more,
      },
      servicesSouscrits: { serviceSouscrit: kinds },
    },
  }
}

/** About which point a change of access is. */
export const directed = (pointId: string, more: { sens?: 'SOUTIRAGE' | 'INJECTION' } = {}) => ({
  ...{ pointId, initiateurLogin: login, contratId: contract, sens: 'SOUTIRAGE' as const },
  ...more,
})

/** A way of publishing. */
export const published = (periodiciteTransmission: string, mesuresCorrigees = false) => ({
  optionPublication: [{ mesuresCorrigees, periodiciteTransmission }],
})
