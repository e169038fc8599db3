import { optional, repeated, required, sequence } from '../../../../src/toolbox/xml/shape/index.ts'
import { optionPublication } from './acces.ts'
import { mesuresTypeCode } from './commande-collecte.ts'
import { booleen, contratId, jour, login, pointId, texte15, texte255 } from './common.ts'
import { serviceAvecEntete, sous } from './sge-service.ts'

const option = sequence({ ...optionPublication, dateDebut: required(jour), dateFin: optional(jour) })

const service = sequence({
  serviceSouscritId: required(texte15),
  pointId: required(pointId),
  serviceSouscritCode: required(texte255),
  serviceSouscritLibelle: required(texte255),
  injection: required(booleen),
  soutirage: required(booleen),
  contratId: optional(contratId),
  contratLibelle: optional(texte255),
  etatCode: required(texte15),
  dateDebut: required(jour),
  dateFin: optional(jour),
  motifFinLibelle: optional(texte255),
  mesuresTypeCode: optional(mesuresTypeCode),
  mesuresPas: optional(texte15),
  optionsPublication: optional(sequence({ optionPublication: repeated(option, { least: 1 }) })),
})

/** The services of access that a party has on a point. Its reply is spelled in French, unlike all others. */
export const rechercheServicesAcces = serviceAvecEntete({
  at: 'RechercheServicesAccesDonnees/v1.0',
  operation: 'rechercherServicesAccesDonnees',
  namespace: sous('rechercherservicesaccesdonnees/v1.0'),
  names: { reply: 'rechercherServicesAccesDonneesReponse' },
  request: sequence({
    criteres: required(sequence({ pointId: required(pointId), contratId: required(contratId) })),
    loginUtilisateur: required(login),
  }),
  reply: sequence({
    servicesSouscrits: optional(sequence({ serviceSouscrit: repeated(service, { most: 200 }) })),
  }),
})
