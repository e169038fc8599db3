import { optional, repeated, required, sequence } from '../../../../src/toolbox/xml/shape/index.ts'
import { mesuresTypeCode } from './commande-collecte.ts'
import { booleen, codeLibre, contratId, jour, login, pointId, texte15, texte255 } from './common.ts'
import { serviceAvecEntete, sous } from './sge-service.ts'

const service = sequence({
  serviceSouscritId: required(texte15),
  pointId: required(pointId),
  serviceSouscritType: required(codeLibre),
  serviceSouscritLibelle: required(texte255),
  injection: optional(booleen),
  soutirage: optional(booleen),
  contratId: optional(contratId),
  contratLibelle: optional(texte255),
  etatCode: required(texte15),
  dateDebut: required(jour),
  dateFin: optional(jour),
  motifFinLibelle: optional(texte255),
  mesuresTypeCode: optional(mesuresTypeCode),
  mesuresPas: optional(texte15),
  mesuresCorrigees: optional(booleen),
  periodiciteTransmission: optional(texte15),
})

/** The services that a party subscribes to on a point. */
export const rechercheServicesSouscrits = serviceAvecEntete({
  at: 'RechercheServicesSouscritsMesures/v1.0',
  operation: 'rechercherServicesSouscritsMesures',
  namespace: sous('rechercherservicessouscritsmesures/v1.0'),
  described: sous('rechercheservicessouscritsmesures/v1.0'),
  request: sequence({
    criteres: required(sequence({ pointId: required(pointId), contratId: required(contratId) })),
    loginUtilisateur: required(login),
  }),
  reply: sequence({
    servicesSouscritsMesures: optional(
      sequence({ serviceSouscritMesures: repeated(service, { least: 1, most: 200 }) }),
    ),
  }),
})
