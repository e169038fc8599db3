import type { ContentOf } from '../../../../../src/toolbox/soap/index.ts'
import type { EnedisSettings } from '../../../dialect/index.ts'
import type { Segment } from '../../../model/index.ts'
import type { TechnicalView } from '../../../views/index.ts'
import type { donneesTechniquesContractuelles } from '../donnees-techniques-contractuelles.ts'
import { known } from '../known.ts'
import { dayTold } from '../moments.ts'
import { contractTold } from './contract.ts'
import { coded, domainTold, kva, stateTold } from './labels.ts'
import { meteringTold } from './metering.ts'

type Reply = ContentOf<(typeof donneesTechniquesContractuelles)['reply']>
type General = Reply['point']['donneesGenerales']
type Supply = NonNullable<Reply['point']['situationAlimentation']>
type Offsets = Pick<EnedisSettings, 'soapDateOffset'>

/** What a point is, how it is fed, metered and under contract. Source: SGEGUIDE, ConsultationDonneesTechniquesContractuelles. */
export function technicalTold(view: TechnicalView, dialect: Offsets): Reply {
  return {
    point: known({
      id: view.usagePoint,
      donneesGenerales: generalTold(view, dialect),
      situationAlimentation: supplyTold(view),
      situationComptage: meteringTold(view),
      situationContractuelle: view.authorised?.contract && contractTold(view.authorised.contract),
    }),
  }
}

function generalTold({ state, address: at, servicesLevel, authorised }: TechnicalView, dialect: Offsets): General {
  const day = (one: string | null | undefined) => (one ? dayTold(one, dialect) : null)
  return known({
    etatContractuel: stateTold(state),
    adresseInstallation: known({
      escalierEtEtageEtAppartement: lineOf(at.staircaseFloorApartment),
      batiment: lineOf(at.building),
      numeroEtNomVoie: lineOf(at.numberAndStreet),
      lieuDit: lineOf(at.locality),
      codePostal: at.postalCode,
      commune: coded(at.inseeCode, at.city),
    }),
    dateDerniereModificationFormuleTarifaireAcheminement: day(authorised?.tariffSince),
    dateDerniereAugmentationPuissanceSouscrite: day(authorised?.powerRaisedOn),
    dateDerniereDiminutionPuissanceSouscrite: day(authorised?.powerLoweredOn),
    segment: authorised && segmentTold(authorised.segment),
    niveauOuvertureServices: servicesLevel,
  })
}

const longestLine = 38
const lineOf = (text: string | null) => text?.slice(0, longestLine) || null

/** Those that its list does not name are told as not determined. Source: WSDL, segments C2 to C5 and INDET; INF. */
function segmentTold(segment: Segment | null): NonNullable<General['segment']> {
  const code = segment === 'C2' || segment === 'C3' || segment === 'C4' || segment === 'C5' ? segment : 'INDET'
  return coded(code, code === 'INDET' ? 'Indéterminé' : `Segment ${code}`)
}

/** Source: WSDL, alimentationPrincipale; INF for codes of voltages and phases, and the words. */
function supplyTold({ supply: { domain, phases, connectionPowerKva } }: TechnicalView): Supply {
  const volts = domain === 'HTA' ? 20_000 : phases === 1 ? 230 : 400
  const phased = phases === 1 ? coded('MONO', 'Monophasé') : coded('TRI', 'Triphasé')
  return {
    alimentationPrincipale: known({
      domaineTension: domainTold(domain),
      tensionLivraison: coded(`V${volts}`, volts < 1000 ? `${volts} V` : `${volts / 1000} kV`),
      modeApresCompteur: phased,
      puissanceRaccordementSoutirage: connectionPowerKva === null ? null : kva(connectionPowerKva),
    }),
  }
}
