import type { ContentOf } from '../../../../../src/toolbox/soap/index.ts'
import type { TechnicalView } from '../../../views/index.ts'
import { meterLabels } from '../../contract/metering.ts'
import type { donneesTechniquesContractuelles } from '../donnees-techniques-contractuelles.ts'
import { known } from '../known.ts'
import { coded } from './labels.ts'

type Reply = ContentOf<(typeof donneesTechniquesContractuelles)['reply']>
type Metering = NonNullable<Reply['point']['situationComptage']>
type Meters = NonNullable<NonNullable<Metering['dispositifComptage']>['compteurs']>['compteur']

/** How a point is metered and read. Source: WSDL, situationComptage; INF for the codes of how, and the words. */
export function meteringTold(view: TechnicalView): Metering {
  const { meter, breakerAmperes: amperes, offPeak, readBy } = view
  const isRead = readBy !== null
  return known({
    dispositifComptage: known({
      typeComptage: meter === null ? noMeter : coded(meter.type, meterLabels[meter.type]),
      compteurs: meter && { compteur: metersTold(view) },
      disjoncteur: amperes === null ? null : { calibre: coded(String(amperes), `${amperes} A`) },
      relais: offPeak === null ? null : { plageHeuresCreuses: offPeak },
      transformateurCourant: amperes === null && meter !== null ? transformer : null,
    }),
    caracteristiquesReleve: meter && {
      modeTraitement: coded(isRead ? 'TELE' : 'PIED', isRead ? 'Télérelevé' : 'Relevé sur place'),
      periodicite: isRead ? coded('MENSUEL', 'Mensuelle') : coded('SEMESTRIEL', 'Semestrielle'),
    },
    modeReleve: meter && (isRead ? coded('TELERELEVE', 'Télérelève') : coded('PIED', 'Relevé à pied')),
    mediaReleve: readBy && coded(readBy, media[readBy]),
  })
}

const noMeter = coded('SSCPT', meterLabels.SSCPT)
const transformer = { calibre: coded('100/5', '100/5 A'), classePrecision: coded('0.5', 'Classe 0,5') }

/** Source: ANNEX, 4O1: there are media that are IP; INF for the codes and the words. */
const media = { CPL: 'Courant porteur en ligne', IP: 'IP', RTC: 'Réseau téléphonique' } as const

function metersTold({ meter, offPeak, hours, breakerAmperes, authorised }: TechnicalView): Meters {
  const isHome = breakerAmperes !== null
  const remote = authorised?.remote
  return [
    known({
      localisation: isHome ? coded('INTERIEUR', "A l'intérieur") : coded('POSTE', 'Dans le poste'),
      matricule: meter?.number,
      ticActivee: true,
      ticStandard: false,
      ticActivable: true,
      plagesHeuresCreuses: offPeak,
      parametresTeleAcces: remote && known({ numeroTelephone: remote.phone, cle: remote.key }),
      programmationHoraire: hours.length === 0 ? null : { programmationPosteHoraire: hours.map(hoursTold) },
    }),
  ]
}

const hoursTold = ({ id, label, hours }: TechnicalView['hours'][number]) =>
  known({ code: id, libelle: label, periodesHoraires: hours })
