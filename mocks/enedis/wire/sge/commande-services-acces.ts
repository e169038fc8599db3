import {
  attributesOnly,
  optional,
  repeated,
  required,
  sequence,
  text,
} from '../../../../src/toolbox/xml/shape/index.ts'
import { accordDuClient, optionsPublication, serviceSouscritId, surLePoint, typeDonnees } from './acces.ts'
import { affaireId, entier, jour, sens, texte255 } from './common.ts'
import { serviceAvecEntete, sous } from './sge-service.ts'

const ofCatalogue = attributesOnly({ libelle: required(texte255), code: required(text({ least: 1, most: 63 })) })

const affaire = sequence({
  affaireId: required(affaireId),
  prestations: required(
    sequence({
      prestation: required(
        sequence({ rang: required(entier), fiche: required(ofCatalogue), option: optional(ofCatalogue) }),
      ),
    }),
  ),
  serviceSouscritMesures: required(
    sequence({ serviceSouscritId: required(serviceSouscritId), mesuresTypeCode: required(typeDonnees) }),
  ),
})

/** Orders access to several kinds of a point's data at once, and how they are published. */
export const commandeServicesAcces = serviceAvecEntete({
  at: 'CommandeServicesAccesDonnees/v1.0',
  operation: 'commanderServicesAccesDonnees',
  namespace: sous('commanderservicesaccesdonnees/v1.0'),
  request: sequence({
    demande: required(
      sequence({
        donneesGenerales: required(
          sequence({
            refExterne: optional(texte255),
            ...surLePoint,
            dateFin: optional(jour),
            sens: required(sens),
            declarationAccordClient: optional(accordDuClient),
          }),
        ),
        servicesSouscrits: required(
          sequence({
            serviceSouscrit: repeated(
              sequence({ typeDonnees: required(typeDonnees), optionsPublication: optional(optionsPublication) }),
              { least: 1 },
            ),
          }),
        ),
      }),
    ),
  }),
  reply: sequence({
    affaires: optional(sequence({ affaire: repeated(affaire, { least: 1, most: 100_000 }) })),
  }),
})
