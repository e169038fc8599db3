import { defineAlerts } from '../../../src/contract/refusal.ts'
import { datahubAlerts } from './sge/datahub-alerts.ts'
import { sgeAlerts } from './sge/alerts.ts'

/** What Enedis's sites tell a person who may not do what they tried. Wordings are ours. */
export const alert = defineAlerts({
  ...datahubAlerts,
  loginFailed: {
    says: 'Identifiant ou mot de passe incorrect.',
    basis: 'inferred',
    source: 'SWAGGER, v1 authorize: the customer authenticates at Enedis',
  },
  chooseUsagePoint: {
    says: 'Veuillez choisir au moins un compteur.',
    basis: 'inferred',
    source: 'SWAGGER, v1 authorize: the customer chooses the usage points',
  },
  oneUsagePoint: {
    says: 'Veuillez choisir un seul compteur : un partage porte sur un compteur.',
    basis: 'observed',
    source: 'CAPTURE, v2: one consent covers one usage point',
  },
  notYours: {
    says: ({ usagePoint }: { usagePoint: string }) => `Le compteur ${usagePoint} n'est pas rattaché à votre compte.`,
    basis: 'inferred',
    source: 'FAQ, a consent is given by the holder',
  },
  incompatible: {
    says: ({ usagePoint }: { usagePoint: string }) => `Compteur incompatible : ${usagePoint} n'est pas communicant.`,
    basis: 'observed',
    source: 'ISSUES, Compteur incompatible; FAQ, levels of services',
  },
  alreadyShared: {
    says: 'Une erreur est survenue : vos données sont déjà partagées avec cette application.',
    basis: 'observed',
    source: 'CAPTURE, v2: to share what is shared fails on the page, without redirect; the wording is ours',
  },
  nothingShared: {
    says: ({ application }: { application: string }) => `Aucun partage en cours avec ${application}.`,
    basis: 'inferred',
    source: 'FAQ, a consent is revoked by the customer at any time',
  },
  applicationNameInvalid: {
    says:
      "Le nom de l'application comporte au plus 38 lettres majuscules, chiffres, espaces, tirets ou tirets bas, " +
      'sans marque Enedis.',
    basis: 'observed',
    source: 'ISSUES, an e-mail of Enedis on names of applications',
  },
  contractMissing: {
    says: "Le contrat de l'entité n'est pas encore signé.",
    basis: 'documented',
    source: 'FAQ, subscription form, then contract, then applications',
  },
  notValidated: {
    says: "L'application n'a pas encore été validée dans le bac à sable.",
    basis: 'documented',
    source: 'FAQ, an application is validated in the sandbox before production is requested',
  },
  applicationIs: {
    says: ({ name, what }: { name: string; what: string }) => `L'application ${name} ${what}.`,
    basis: 'inferred',
    source: 'FAQ, the path from subscription to production',
  },
  ...sgeAlerts,
})
