import { matching, optional, repeated, required, sequence, time } from '../../../../src/toolbox/xml/shape/index.ts'
import { booleen, code, codeLibre, duree, entier, texte15, texte255 } from './common.ts'

const programmationHoraire = sequence({
  programmationPosteHoraire: repeated(
    sequence({ libelle: optional(texte255), periodesHoraires: optional(texte255) }, { code: required(texte15) }),
    { least: 1, most: 200 },
  ),
})

const parametresTeleAcces = sequence({
  numeroTelephone: optional(matching('[0-9+(). ]{1,25}')),
  numeroVoieAiguillage: optional(entier),
  etatLigneTelephonique: optional(texte15),
  fenetreEcouteClient: optional(sequence({ heureDebut: optional(time), duree: optional(duree) })),
  cle: optional(texte255),
})

const compteur = sequence({
  localisation: optional(codeLibre),
  matricule: optional(texte255),
  ticActivee: optional(booleen),
  ticStandard: optional(booleen),
  ticActivable: optional(booleen),
  plagesHeuresCreuses: optional(texte255),
  parametresTeleAcces: optional(parametresTeleAcces),
  programmationHoraire: optional(programmationHoraire),
})

const transformateur = {
  calibre: optional(code(texte255)),
  couplage: optional(codeLibre),
  classePrecision: optional(codeLibre),
}

const dispositifComptage = sequence({
  typeComptage: required(codeLibre),
  compteurs: optional(sequence({ compteur: repeated(compteur, { least: 1, most: 200 }) })),
  disjoncteur: optional(sequence({ calibre: optional(codeLibre) })),
  relais: optional(sequence({ plageHeuresCreuses: optional(texte255) })),
  transformateurCourant: optional(sequence({ ...transformateur, position: optional(codeLibre) })),
  transformateurTension: optional(sequence(transformateur)),
})

const formuleEtPostes = sequence(
  { libelle: optional(texte255), programmationHoraire: optional(programmationHoraire) },
  { code: required(texte15) },
)

/** How a point is metered and read. */
export const situationComptage = sequence({
  dispositifComptage: optional(dispositifComptage),
  caracteristiquesReleve: optional(
    sequence({
      modeTraitement: optional(codeLibre),
      periodicite: optional(codeLibre),
      plageReleve: optional(codeLibre),
    }),
  ),
  modeReleve: optional(codeLibre),
  mediaReleve: optional(codeLibre),
  futuresPlagesHeuresCreuses: optional(codeLibre),
  futuresProgrammationsHoraires: optional(
    sequence({ formuleTarifaireAcheminement: repeated(formuleEtPostes, { least: 1, most: 200 }) }),
  ),
})
