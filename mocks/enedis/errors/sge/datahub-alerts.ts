const source = 'FAQ, roles of the datahub; the wording is ours'
const basis = 'documented' as const

/** What the datahub tells somebody who may not do what they tried. Wordings are ours. */
export const datahubAlerts = {
  contactMayNot: {
    says: ({ role, what }: { role: string; what: string }) => `Votre rôle (${role}) ne vous permet pas de ${what}.`,
    basis,
    source,
  },
  contractNotFds: {
    says: ({ contract }: { contract: string }) =>
      `Le contrat ${contract} n'est pas un contrat FDS : il n'est pas géré sur le portail.`,
    basis,
    source,
  },
  contactNotAuthorised: {
    says: ({ contract }: { contract: string }) => `Vous n'êtes pas habilité sur le contrat ${contract}.`,
    basis,
    source,
  },
  contactOfOtherEntity: {
    says: ({ name }: { name: string }) => `${name} est déjà rattaché à une autre entité.`,
    basis,
    source,
  },
  lastContractualContact: {
    says: 'Le dernier interlocuteur contractuel ne peut pas être retiré.',
    basis,
    source,
  },
  applicationOfOtherEntity: {
    says: ({ name }: { name: string }) => `L'application ${name} n'est pas une application de votre entité.`,
    basis,
    source,
  },
  applicationOfOtherService: {
    says: ({ name }: { name: string }) => `L'application ${name} ne relève pas du service FDS.`,
    basis,
    source,
  },
  contractEnded: {
    says: ({ contract }: { contract: string }) => `Le contrat ${contract} est déjà résilié.`,
    basis: 'inferred' as const,
    source: 'FAQ, contracts are terminated on the datahub; the wording is ours',
  },
  notHabilitateur: {
    says: ({ name }: { name: string }) => `${name} n'est pas un habilitateur désigné dans l'annexe 2 du contrat.`,
    basis,
    source: 'FAQ, habilitateurs create users; the wording is ours',
  },
  notYetEquipped: {
    says: ({ name }: { name: string }) => `${name} n'a pas encore reçu son identifiant et sa clé PKI.`,
    basis: 'inferred' as const,
    source: 'FAQ, login and key reach the main habilitateur after about ten days; the wording is ours',
  },
}
