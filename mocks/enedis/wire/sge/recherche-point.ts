import {
  matching,
  oneOf,
  optional,
  repeated,
  required,
  sequence,
  text,
} from '../../../../src/toolbox/xml/shape/index.ts'
import { booleen, codeLibre, domainesTension, etatContractuel, login, numSiret, pointId, texte255 } from './common.ts'
import { serviceAvecEntete, sous } from './sge-service.ts'

const ligne = text({ least: 1, most: 38 })

/** Where a point is, as a client looks for it. */
export const adresseCherchee = {
  escalierEtEtageEtAppartement: optional(ligne),
  batiment: optional(ligne),
  numeroEtNomVoie: optional(ligne),
  lieuDit: optional(ligne),
  codePostal: optional(matching('[0-9]{5}')),
}
/** The INSEE code of a municipality. */
export const codeInsee = matching('[0-9A-Z]{5}')

const point = sequence(
  {
    adresseInstallationNormalisee: required(
      sequence({
        ligne1: optional(ligne),
        ligne2: optional(ligne),
        ligne3: optional(ligne),
        ligne4: optional(ligne),
        ligne5: optional(ligne),
        ligne6: required(ligne),
        ligne7: optional(ligne),
      }),
    ),
    matricule: repeated(texte255, { most: 100 }),
    numeroSerie: repeated(texte255, { most: 100 }),
    typeComptage: optional(codeLibre),
    etatContractuel: required(etatContractuel),
    nomClientFinalOuDenominationSociale: optional(texte255),
  },
  { id: required(pointId) },
)

/** The points that fit an address, a name or a meter: two hundred at most. */
export const recherchePoint = serviceAvecEntete({
  at: 'RecherchePoint/v2.0',
  operation: 'rechercherPoint',
  namespace: sous('services/rechercherpoint/v2.0'),
  described: sous('services'),
  request: sequence({
    criteres: required(
      sequence({
        adresseInstallation: optional(sequence({ ...adresseCherchee, codeInseeCommune: optional(codeInsee) })),
        numSiret: optional(numSiret),
        matriculeOuNumeroSerie: optional(texte255),
        domaineTensionAlimentationCode: optional(oneOf(domainesTension)),
        nomClientFinalOuDenominationSociale: optional(texte255),
        categorieClientFinalCode: optional(oneOf(['PRO', 'RES'])),
        rechercheHorsPerimetre: optional(booleen),
      }),
    ),
    loginUtilisateur: required(login),
  }),
  reply: sequence({ points: optional(sequence({ point: repeated(point, { least: 1, most: 200 }) })) }),
})
