import { optional, repeated, required, sequence } from '../../../../src/toolbox/xml/shape/index.ts'
import { serviceSouscritId, servicesDesignes, surLePointDansUnSens } from './acces.ts'
import { affaireId, login, texte255 } from './common.ts'
import { serviceAvecEntete, sous } from './sge-service.ts'

/** Stops services of access. */
export const commandeArretServicesAcces = serviceAvecEntete({
  at: 'CommandeArretServicesAccesDonnees/v1.0',
  operation: 'commanderArretServicesAccesDonnees',
  namespace: sous('commanderarretservicesaccesdonnees/v1.0'),
  request: sequence({
    demande: required(
      sequence({
        donneesGenerales: required(
          sequence({ refExterne: optional(texte255), ...surLePointDansUnSens, initiateurLogin: required(login) }),
        ),
        servicesSouscrits: required(servicesDesignes),
      }),
    ),
  }),
  reply: sequence({
    servicesResilies: required(
      sequence({
        serviceResilie: repeated(
          sequence({ affaireId: required(affaireId), serviceSouscritId: required(serviceSouscritId) }),
          { least: 1 },
        ),
      }),
    ),
  }),
})
