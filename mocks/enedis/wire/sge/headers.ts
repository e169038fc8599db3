import { message } from '../../../../src/toolbox/soap/index.ts'
import { matching, optional, required, sequence, text, textWith } from '../../../../src/toolbox/xml/shape/index.ts'
import { affaireId, ancienLogin, login, pointId, texte255 } from './common.ts'
import { dictionnaire, technique } from './namespaces.ts'

const version = matching('[1-9][0-9]*.[0-9]+')
const commentaire = text({ least: 1, most: 2047 })
const resultatDe = (longestCode: number) =>
  textWith(texte255, { code: required(text({ least: 6, most: longestCode })) })
const resultat = resultatDe(6)

const objetId = text({ least: 1, most: 20 })
const infoFonctionnelles = sequence({ pointId: optional(objetId), affaireId: optional(objetId) })
const infoDemandeur = sequence({
  loginDemandeur: optional(login),
  appelDemandeurId: optional(texte255),
  referenceDemandeur: optional(texte255),
  referenceDemandeurGroupee: optional(texte255),
})

/** What a request may say of itself; no service asks for it. */
export const entete = message(
  technique,
  'entete',
  sequence({
    version: optional(version),
    infoFonctionnelles: optional(infoFonctionnelles),
    infoDemandeur: optional(infoDemandeur),
  }),
)
/** What a reply says of itself: its code, and what the request said. */
export const acquittement = message(
  technique,
  'acquittement',
  sequence({
    resultat: required(resultat),
    infoFonctionnelles: optional(infoFonctionnelles),
    infoDemandeur: optional(infoDemandeur),
  }),
)
const erreurDe = (resultat: ReturnType<typeof resultatDe>) =>
  message(
    technique,
    'erreur',
    sequence({
      resultat: required(resultat),
      infoFonctionnelles: optional(infoFonctionnelles),
      infoDemandeur: optional(infoDemandeur),
      commentaire: optional(commentaire),
    }),
  )
/** What a fault says: clients read the code of its first element. */
export const erreur = erreurDe(resultat)
/** The same with a code that its schema does not allow, as one of them is sent. */
export const erreurAuCodeLong = erreurDe(resultatDe(7))

const ancienDemandeur = sequence({
  appelDemandeurId: optional(texte255),
  loginDemandeur: required(ancienLogin),
  referenceDemandeur: optional(texte255),
  referenceDemandeurGroupee: optional(texte255),
})
const surPoint = sequence({ pointId: required(pointId), affaireId: optional(affaireId) })

/** The header of the older dictionary, about a point. */
export const enteteP = {
  ...message(
    dictionnaire,
    'enteteP',
    sequence({
      version: required(version),
      infoFonctionnelles: required(surPoint),
      infoDemandeur: required(ancienDemandeur),
    }),
  ),
  part: 'entete',
}
/** The reply's header of the older dictionary, about a point. */
export const acquittementP = {
  ...message(
    dictionnaire,
    'acquittementP',
    sequence({
      resultat: required(resultat),
      infoFonctionnelles: required(surPoint),
      infoDemandeur: required(ancienDemandeur),
    }),
  ),
  part: 'acquittement',
}
/** What a fault says by the older dictionary. */
export const ancienneErreur = message(
  dictionnaire,
  'erreur',
  sequence({
    resultat: required(resultat),
    infoFonctionnelles: optional(sequence({ pointId: optional(pointId), affaireId: optional(affaireId) })),
    infoDemandeur: optional(ancienDemandeur),
    commentaire: optional(commentaire),
  }),
)
