import { optional, required, sequence, text } from '../../../../src/toolbox/xml/shape/index.ts'
import { accordDuClient, serviceSouscritId, typeDonnees } from './acces.ts'
import { affaireId, booleen, contratId, jour, loginOuNni, pointId, texte15, texte255 } from './common.ts'
import { unePrestation } from './prestations.ts'
import { serviceAvecEntete, sous } from './sge-service.ts'

const contrat = sequence({
  contratId: optional(contratId),
  acteurMarcheCode: optional(texte15),
  contratType: optional(texte15),
})

/** Orders access to one kind of a point's data. */
export const commandeAccesDonnees = serviceAvecEntete({
  at: 'CommanderAccesDonneesMesures/v1.0',
  operation: 'commanderAccesDonneesMesures',
  namespace: sous('commanderaccesdonneesmesures/v1.0'),
  described: sous('commandeaccesdonneesmesures/v1.0'),
  request: sequence({
    demande: required(
      sequence({
        donneesGenerales: required(
          sequence({
            refExterne: optional(texte255),
            objetCode: required(text({ least: 3, most: 3 })),
            pointId: required(pointId),
            initiateurLogin: required(loginOuNni),
            contrat: required(contrat),
          }),
        ),
        accesDonnees: required(
          sequence({
            dateDebut: required(jour),
            dateFin: optional(jour),
            declarationAccordClient: required(accordDuClient),
            typeDonnees: required(typeDonnees),
            soutirage: optional(booleen),
            injection: optional(booleen),
          }),
        ),
      }),
    ),
  }),
  reply: sequence({
    affaireId: required(affaireId),
    prestations: optional(unePrestation),
    serviceSouscritId: optional(serviceSouscritId),
  }),
})
