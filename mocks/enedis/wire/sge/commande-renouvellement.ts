import { optional, repeated, required, sequence } from '../../../../src/toolbox/xml/shape/index.ts'
import { accordDuClient, serviceSouscritId, servicesDesignes, surLePointDansUnSens } from './acces.ts'
import { affaireId, jour } from './common.ts'
import { serviceAvecEntete, sous } from './sge-service.ts'

/** Renews services of access until a later day. */
export const commandeRenouvellement = serviceAvecEntete({
  at: 'CommandeRenouvellementServicesAccesDonnees/v1.0',
  operation: 'commanderRenouvellementServicesAccesDonnees',
  namespace: sous('commanderRenouvellementServicesAccesDonnees/v1.0'),
  request: sequence({
    demande: required(
      sequence({
        donneesGenerales: required(
          sequence({
            ...surLePointDansUnSens,
            declarationAccordClient: optional(accordDuClient),
            dateFin: optional(jour),
          }),
        ),
        servicesSouscrits: required(servicesDesignes),
      }),
    ),
  }),
  reply: sequence({
    servicesRenouveles: optional(
      sequence({
        serviceRenouvele: repeated(
          sequence({ affaireId: required(affaireId), serviceSouscritId: required(serviceSouscritId) }),
          { least: 1 },
        ),
      }),
    ),
  }),
})
