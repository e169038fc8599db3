import { eitherOf, optional, repeated, required, sequence } from '../../../../src/toolbox/xml/shape/index.ts'
import { donneesGenerales } from './commande-collecte.ts'
import { affaireId, booleen, client, texte255 } from './common.ts'
import { prestationsAvecCas } from './prestations.ts'
import { serviceAvecEntete, sous } from './sge-service.ts'

const accord = sequence({
  accordClient: required(booleen),
  injection: required(booleen),
  soutirage: required(booleen),
  ...eitherOf(client),
})

/** Orders what a point measures within the day. */
export const commandeInfraJ = serviceAvecEntete({
  at: 'CommandeTransmissionDonneesInfraJ/v1.0',
  operation: 'commanderTransmissionDonneesInfraJ',
  namespace: sous('commandertransmissiondonneesinfraj/v1.0'),
  described: sous('commandetransmissiondonneesinfraj/v1.0'),
  request: sequence({
    demande: required(
      sequence({
        donneesGenerales: required(sequence({ refExterne: optional(texte255), ...donneesGenerales })),
        accesDonnees: required(
          sequence({
            declarationAccordClient: repeated(accord, { least: 1, most: 2 }),
            injection: required(booleen),
            soutirage: required(booleen),
            cdc: required(booleen),
            idx: required(booleen),
            ptd: required(booleen),
          }),
        ),
      }),
    ),
  }),
  reply: sequence({ demandeId: required(affaireId), prestations: optional(prestationsAvecCas(200)) }),
})
