import {
  atMostOneOf,
  matching,
  optional,
  repeated,
  required,
  sequence,
} from '../../../../src/toolbox/xml/shape/index.ts'
import { booleen, codeLibre, contratId, entier, jour, login, pointId } from './common.ts'
import { serviceAvecEntete, sous } from './sge-service.ts'

const mesure = sequence({
  valeur: required(entier),
  dateDebut: required(jour),
  dateFin: required(jour),
  nature: required(codeLibre),
  declencheur: optional(codeLibre),
  statut: optional(codeLibre),
})
const serie = sequence({
  grandeurPhysique: required(codeLibre),
  classeTemporelle: optional(codeLibre),
  calendrier: optional(codeLibre),
  unite: required(matching('[a-zA-Z]{1,5}')),
  mesuresDatees: optional(sequence({ mesure: repeated(mesure, { least: 1, most: 200 }) })),
})
const series = sequence({ serie: repeated(serie, { least: 1, most: 200 }) })

/** The energies between readings of the last twelve months, by the grid operator's tariff and by the supplier's. */
export const consultationMesures = serviceAvecEntete({
  at: 'ConsultationMesures/v1.1',
  operation: 'consulterMesures',
  namespace: sous('services/consultermesures/v1.1'),
  described: sous('services/consultationmesures/v1.1'),
  request: sequence({
    pointId: required(pointId),
    loginDemandeur: required(login),
    contratId: required(contratId),
    ...atMostOneOf({ contratConcluNouveauClientSurSite: required(booleen), autorisationClient: required(booleen) }),
  }),
  reply: sequence({
    seriesMesuresDateesGrilleTurpe: optional(series),
    seriesMesuresDateesGrilleFrn: optional(series),
  }),
})
