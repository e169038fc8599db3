import {
  atMostOneOf,
  oneOf,
  optional,
  repeated,
  required,
  sequence,
  text,
} from '../../../../src/toolbox/xml/shape/index.ts'
import { booleen, contratId, loginOuNni, pointId, sens, texte15, texte255 } from './common.ts'

/** The words that the services of access share. */
export const typeDonnees = text({ least: 1, most: 10 })
/** The id of a service subscribed to. */
export const serviceSouscritId = texte15

/** What the client declares of its customer's agreement, and who the customer is if it says so. */
export const accordDuClient = sequence({
  accord: required(booleen),
  ...atMostOneOf({
    personnePhysique: required(
      sequence({ civilite: optional(oneOf(['M', 'Mme'])), nom: required(texte255), prenom: optional(texte255) }),
    ),
    personneMorale: required(sequence({ denominationSociale: required(texte255) })),
  }),
})

/** About which point, by whom and under which contract an order of access is made. */
export const surLePoint = {
  pointId: required(pointId),
  initiateurLogin: required(loginOuNni),
  contratId: required(contratId),
}
/** The same, and which way the energy goes. */
export const surLePointDansUnSens = { ...surLePoint, sens: required(sens) }

/** How what is measured is published. */
export const optionPublication = { mesuresCorrigees: optional(booleen), periodiciteTransmission: required(texte15) }
/** The ways of publishing that are asked for. */
export const optionsPublication = sequence({ optionPublication: repeated(sequence(optionPublication), { least: 1 }) })

/** Services named by their ids. */
export const servicesDesignes = sequence({ serviceSouscritId: repeated(serviceSouscritId, { least: 1 }) })
