import { optional, repeated, required, sequence } from '../../../../src/toolbox/xml/shape/index.ts'
import { optionsPublication, serviceSouscritId, surLePointDansUnSens } from './acces.ts'
import { serviceAvecEntete, sous } from './sge-service.ts'

const service = sequence({
  serviceSouscritId: required(serviceSouscritId),
  ajouterOptionsPublication: optional(optionsPublication),
  supprimerOptionsPublication: optional(optionsPublication),
})

/** Changes how what services of access bring is published. */
export const commandeModificationOptions = serviceAvecEntete({
  at: 'CommandeModificationOptionsServicesAccesDonnees/v1.0',
  operation: 'commanderModificationOptionsServicesAccesDonnees',
  namespace: sous('commanderModificationOptionsServicesAccesDonnees/v1.0'),
  request: sequence({
    demande: required(
      sequence({
        donneesGenerales: required(sequence(surLePointDansUnSens)),
        servicesSouscrits: required(sequence({ serviceSouscrit: repeated(service, { least: 1 }) })),
      }),
    ),
  }),
  reply: sequence({
    servicesModifies: optional(
      sequence({
        serviceSouscritId: repeated(sequence({ serviceSouscritId: required(serviceSouscritId) }), {
          least: 1,
          most: 100_000,
        }),
      }),
    ),
  }),
})
