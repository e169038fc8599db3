import { soapService } from '../../../../src/toolbox/soap/index.ts'
import { atMostOneOf, matching, optional, required, sequence, text } from '../../../../src/toolbox/xml/shape/index.ts'
import {
  affaireId,
  ancienLogin,
  booleen,
  contratId,
  duree,
  jour,
  numSiret,
  pointId,
  texte15,
  texte255,
} from './common.ts'
import { acquittementP, ancienneErreur, enteteP } from './headers.ts'
import { prestationsAvecCas } from './prestations.ts'
import { partsOf, sous } from './sge-service.ts'

/** The customer by the older dictionary, which knows more of companies and wants a person's title. */
const ancienClient = {
  personnePhysique: required(
    sequence({ civilite: required(texte15), nom: required(texte255), prenom: optional(texte255) }),
  ),
  personneMorale: required(
    sequence({
      denominationSociale: required(texte255),
      nomCommercial: optional(texte255),
      activiteCodeNaf: optional(matching('[0-9A-Za-z]{1,5}')),
      secteurActiviteCode: optional(texte15),
      etablissementPrincipalNumSiret: optional(numSiret),
    }),
  ),
}

const donneesGenerales = sequence({
  refFrn: optional(texte255),
  refFrnRegroupement: optional(texte255),
  affaireLieeId: optional(affaireId),
  objetCode: required(text()),
  contratId: required(contratId),
  pointId: required(pointId),
  initiateurLogin: required(ancienLogin),
})

const historiqueMesures = sequence({
  dateDebut: required(jour),
  dateFin: required(jour),
  declarationAccordClient: required(sequence({ accordClient: required(booleen), ...atMostOneOf(ancienClient) })),
  mesureType: required(text()),
  mesureCorrigee: required(booleen),
  pasCdc: optional(duree),
})

/** Orders what a point measured in the past, once, as a file. It speaks the older dictionary, headers and all. */
export const commandeHistorique = soapService({
  ...partsOf({
    at: 'CommandeTransmissionHistoriqueMesures/v1.0',
    operation: 'commanderTransmissionHistoriqueMesures',
    namespace: sous('commandertransmissionhistoriquemesures/v1.0'),
    described: sous('commandetransmissionhistoriquemesures/v1.0'),
    request: sequence({
      demande: required(
        sequence({ donneesGenerales: required(donneesGenerales), historiqueMesures: required(historiqueMesures) }),
      ),
    }),
    reply: sequence({ affaireId: required(affaireId), prestations: optional(prestationsAvecCas(100)) }),
  }),
  requestHeader: enteteP,
  replyHeader: acquittementP,
  fault: ancienneErreur,
})
