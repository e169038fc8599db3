import { matching, optional, required, sequence } from '../../../../src/toolbox/xml/shape/index.ts'
import {
  affaireId,
  booleen,
  contratId,
  declarationAccordClient,
  jour,
  login,
  pointId,
  texte15,
  texte255,
} from './common.ts'
import { prestations } from './prestations.ts'
import { serviceAvecEntete, sous } from './sge-service.ts'

/** What an order is about: the same in the orders of the first family. */
export const donneesGenerales = {
  objetCode: required(matching('[A-Z0-9]{1,15}')),
  pointId: required(pointId),
  initiateurLogin: required(login),
  contratId: required(contratId),
}
/** The code of a kind of measures. */
export const mesuresTypeCode = matching('[A-Z0-9]{3,10}')

/** Orders the collection of a point's curve or indexes, and their recurrent transmission. */
export const commandeCollecte = serviceAvecEntete({
  at: 'CommandeCollectePublicationMesures/v3.0',
  operation: 'commanderCollectePublicationMesures',
  namespace: sous('commandercollectepublicationmesures/v3.0'),
  described: sous('commandecollectepublicationmesures/v3.0'),
  request: sequence({
    demande: required(
      sequence({
        donneesGenerales: required(sequence({ refExterne: optional(texte255), ...donneesGenerales })),
        accesMesures: required(
          sequence({
            dateDebut: required(jour),
            dateFin: optional(jour),
            declarationAccordClient: required(declarationAccordClient),
            mesuresTypeCode: required(mesuresTypeCode),
            soutirage: required(booleen),
            injection: required(booleen),
            mesuresPas: optional(texte15),
            mesuresCorrigees: optional(booleen),
            transmissionRecurrente: required(booleen),
            periodiciteTransmission: optional(texte15),
          }),
        ),
      }),
    ),
  }),
  reply: sequence({
    affaireId: optional(affaireId),
    prestations: optional(prestations),
    serviceSouscritId: optional(texte15),
  }),
})
