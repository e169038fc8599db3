import { optional, required, sequence } from '../../../../src/toolbox/xml/shape/index.ts'
import { donneesGenerales } from './commande-collecte.ts'
import { affaireId, texte15, texte255 } from './common.ts'
import { prestationsAvecCas } from './prestations.ts'
import { serviceAvecEntete, sous } from './sge-service.ts'

/** Stops a service that a party subscribes to. */
export const commandeArretServiceSouscrit = serviceAvecEntete({
  at: 'CommandeArretServiceSouscritMesures/v1.0',
  operation: 'commanderArretServiceSouscritMesures',
  namespace: sous('commanderarretservicesouscritmesures/v1.0'),
  described: sous('commandearretservicesouscritmesures/v1.0'),
  request: sequence({
    demande: required(
      sequence({
        donneesGenerales: required(sequence({ refFrn: optional(texte255), ...donneesGenerales })),
        arretServiceSouscrit: required(sequence({ serviceSouscritId: required(texte15) })),
      }),
    ),
  }),
  reply: sequence({ affaireId: optional(affaireId), prestations: optional(prestationsAvecCas(200)) }),
})
